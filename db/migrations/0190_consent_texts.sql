-- The words that patients agreed to, each wording once, as the policy had them when it was asked: so that a mark can be read with its words
-- however often the policy changes after it.
create table consent_texts (
  hash text primary key,
  -- Canonical JSON (RFC 8785), both languages.
  words text not null,
  constraint consent_text_is_what_its_hash_says check (hash = encode(sha256(convert_to(words, 'UTF8')), 'hex'))
);
create function refuse_consent_text_change() returns trigger language plpgsql as $$
begin
  raise exception 'words that somebody agreed to are never changed' using errcode = '23514', constraint = 'consent_texts_are_append_only';
end $$;
create trigger consent_texts_are_append_only before update or delete on consent_texts for each row execute function refuse_consent_text_change();

-- What was agreed to before the words stood in the policy.
insert into consent_texts (hash, words)
select encode(sha256(convert_to(words, 'UTF8')), 'hex'), words from (values (
  '["2026-11",{"statement":"Jeg giver samtykke til, at mit forsikringsselskab videregiver de oplysninger, som behandlingen kræver, til den klinik eller det hospital, der skal behandle mig. Jeg kan altid trække samtykket tilbage."},{"statement":"I consent to my insurer passing on the information that the treatment calls for to the clinic or hospital that is to treat me. I can withdraw the consent at any time."}]'
)) as earlier (words) where exists (select from consent_marks m where m.text_version = '2026-11');

alter table consent_marks add constraint consent_is_to_words_that_are_kept foreign key (text_hash) references consent_texts;

alter table consent_texts enable row level security;
create policy consent_texts_are_known_to_all on consent_texts for select to klinikbro_request, klinikbro_worker using (true);
create policy consent_texts_are_kept_when_asked on consent_texts for insert to klinikbro_request with check (true);
grant select, insert on consent_texts to klinikbro_request;
grant select on consent_texts to klinikbro_worker;
