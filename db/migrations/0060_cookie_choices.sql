-- What visitors were asked about cookies, word by word, each wording once.
create table cookie_choice_texts (
  hash text primary key constraint text_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  site text not null,
  version text not null,
  language text not null constraint cookie_text_language_is_known check (language in ('da', 'en')),
  shown jsonb not null,
  first_answered_at timestamptz not null
);

-- The proof of consent (GDPR art. 7(1)): a random number, the wording, the answer and the time. No address, no person, no account.
-- A change of mind is a further row under the same number.
create table cookie_choices (
  id uuid primary key,
  consent_id uuid not null,
  site text not null,
  text_hash text not null references cookie_choice_texts,
  accepted text[] not null
    constraint accepted_kinds_are_optional check (accepted <@ array['functional', 'statistics', 'marketing']),
  refused text[] not null
    constraint refused_kinds_are_optional check (refused <@ array['functional', 'statistics', 'marketing']),
  means text not null constraint means_of_choice_is_known check (means in ('banner', 'page')),
  chosen_at timestamptz not null,
  constraint no_kind_is_both_accepted_and_refused check (not accepted && refused)
);
create index cookie_choices_by_consent on cookie_choices (consent_id, chosen_at);
create index cookie_choices_by_age on cookie_choices (site, chosen_at);
create index cookie_choices_by_text on cookie_choices (text_hash);

create function refuse_cookie_choice_change() returns trigger language plpgsql as $$
begin
  raise exception 'an answer about cookies is never changed, only followed by another' using errcode = '23514', constraint = 'cookie_choices_are_append_only';
end $$;
create trigger cookie_choices_are_append_only before update on cookie_choices for each row execute function refuse_cookie_choice_change();
create trigger cookie_choice_texts_are_append_only before update on cookie_choice_texts for each row execute function refuse_cookie_choice_change();

alter table cookie_choices enable row level security;
alter table cookie_choice_texts enable row level security;

-- A request can add an answer and see none: what was agreed to stands in the visitor's own browser, signed.
create policy visitors_answer on cookie_choices for insert to klinikbro_request with check (true);
create policy visitors_are_asked on cookie_choice_texts for insert to klinikbro_request with check (true);
create policy worker_erases_answers on cookie_choices for all to klinikbro_worker using (true);
create policy worker_erases_questions on cookie_choice_texts for all to klinikbro_worker using (true);

grant insert on cookie_choices, cookie_choice_texts to klinikbro_request;
grant select, delete on cookie_choices, cookie_choice_texts to klinikbro_worker;
