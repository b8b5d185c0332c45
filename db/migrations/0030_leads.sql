-- What those who consider working with the operator wrote on the public site (R2.11, T9.1). Sealed under the platform's key.
create table leads (
  id uuid primary key,
  name_sealed bytea not null,
  company_sealed bytea not null,
  phone_sealed bytea not null,
  email_sealed bytea not null,
  message_sealed bytea not null,
  language text not null constraint lead_language_is_known check (language in ('da', 'en')),
  received_at timestamptz not null,
  review_on date not null,
  constraint review_comes_after_the_message check (review_on > (received_at at time zone 'UTC')::date)
);
create index leads_by_time on leads (received_at desc);
create index leads_by_review on leads (review_on);

-- An answer closes a lead, once. From then on its days are counted (T9.2).
create table lead_answers (
  lead_id uuid primary key references leads on delete cascade,
  text_sealed bytea not null,
  answered_by uuid not null references users,
  answered_at timestamptz not null,
  erase_on date not null
);
create index lead_answers_by_end on lead_answers (erase_on);

alter table leads enable row level security;
alter table lead_answers enable row level security;

-- The public site can put a message in the box and never look into it.
create policy visitors_write_to_us on leads for insert to klinikbro_request with check (current_actor_kind() = 'anonymous');
create policy operator_reads_leads on leads for select to klinikbro_request using (current_actor_kind() = 'operator');
create policy operator_answers_leads on lead_answers for insert to klinikbro_request
  with check (current_actor_kind() = 'operator' and answered_by = current_user_id());
create policy operator_reads_answers on lead_answers for select to klinikbro_request using (current_actor_kind() = 'operator');
create policy worker_sends_and_erases_leads on leads for all to klinikbro_worker using (true);
create policy worker_sends_and_erases_answers on lead_answers for all to klinikbro_worker using (true);

grant select, insert on leads, lead_answers to klinikbro_request;
grant select, delete on leads, lead_answers to klinikbro_worker;

create constraint trigger audited after insert on leads deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on lead_answers deferrable initially deferred for each row execute function require_audit_event();
