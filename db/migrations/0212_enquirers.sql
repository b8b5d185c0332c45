-- Those who wrote to the operator see, correct and erase what they wrote, by a link to the address they wrote from.
alter table leads add column email_index bytea constraint lead_email_index_is_hmac check (length(email_index) = 32);
create index leads_by_email on leads (email_index) where email_index is not null;

-- A link that was asked for. The job that mails it makes its token; until then no link opens it.
create table enquirer_links (
  id uuid primary key,
  token_hash bytea constraint enquirer_token_is_unique unique,
  email_index bytea not null constraint link_email_index_is_hmac check (length(email_index) = 32),
  email_sealed bytea not null,
  language text not null constraint link_language_is_known check (language in ('da', 'en')),
  asked_at timestamptz not null,
  expires_at timestamptz
);
create index enquirer_links_by_time on enquirer_links (asked_at);
alter table enquirer_links enable row level security;
create policy anybody_asks_for_a_link on enquirer_links for insert to klinikbro_request with check (token_hash is null);
create policy worker_mails_and_sweeps_links on enquirer_links for all to klinikbro_worker using (true);
grant insert on enquirer_links to klinikbro_request;
grant select, delete on enquirer_links to klinikbro_worker;
grant update (token_hash, expires_at) on enquirer_links to klinikbro_worker;
grant update (email_index) on leads to klinikbro_worker;

-- From here to the end of the transaction whoever holds the link acts for its address, and as nobody else. Null: no link, or its time is over.
create function enter_by_link(token bytea, at timestamptz) returns table (link_id uuid, email_sealed bytea, email_index bytea, expires_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare link enquirer_links;
begin
  select * into link from enquirer_links l where l.token_hash = token and l.expires_at > at;
  if link.id is null then return; end if;
  perform set_config('app.actor_kind', 'anonymous', true), set_config('app.user', '', true), set_config('app.organisation', '', true),
    set_config('app.person', '', true), set_config('app.enquirer', encode(link.email_index, 'hex'), true);
  return query select link.id, link.email_sealed, link.email_index, link.expires_at;
end $$;
revoke execute on function enter_by_link from public;
grant execute on function enter_by_link to klinikbro_request;

create policy enquirer_reads_own_leads on leads for select to klinikbro_request using (email_index = current_enquirer());
create policy enquirer_corrects_own_leads on leads for update to klinikbro_request
  using (email_index = current_enquirer()) with check (email_index = current_enquirer());
create policy enquirer_erases_own_leads on leads for delete to klinikbro_request using (email_index = current_enquirer());
create policy enquirer_reads_own_answers on lead_answers for select to klinikbro_request
  using (current_enquirer() is not null and exists (select from leads l where l.id = lead_id and l.email_index = current_enquirer()));
grant update (name_sealed, company_sealed, phone_sealed, message_sealed), delete on leads to klinikbro_request;
create constraint trigger audited_when_the_sender_changes_it after update or delete on leads deferrable initially deferred for each row
  when (current_setting('app.enquirer', true) <> '') execute function require_audit_event();

-- What is stored only is not answered meanwhile, whoever tries.
create function refuse_answer_to_restricted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if lead_is_restricted(new.lead_id) then
    raise exception 'the enquiry is stored only' using errcode = '23514', constraint = 'restricted_enquiry_is_stored_only';
  end if;
  return new;
end $$;
revoke execute on function refuse_answer_to_restricted from public;
create trigger restricted_enquiry_is_stored_only before insert on lead_answers for each row execute function refuse_answer_to_restricted();
create trigger no_retired_epoch before insert or update of email_sealed on enquirer_links for each row execute function refuse_retired_epoch('email_sealed');
