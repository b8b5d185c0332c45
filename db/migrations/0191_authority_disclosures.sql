-- An authority is told by a named law and by nothing else; an insurer or clinic by a live consent and by nothing else (T8.1). The two other
-- bases, a contract and a claim, have nothing here yet that they could rest on, so nothing goes by them.
alter table disclosures
  alter column recipient_id drop not null,
  alter column consent_mark_id drop not null,
  add column authority text constraint authority_has_a_name check (length(btrim(authority)) between 2 and 200),
  -- The id that the policy gives the law, and its words as they were.
  add column law text constraint law_is_one_that_the_policy_names check (law in
    ('health-supervision', 'patient-complaint', 'data-protection-supervision', 'criminal-investigation', 'civil-case')),
  add column law_da text,
  add column law_en text,
  add constraint law_is_kept_with_its_words check ((law is null) = (law_da is null) and (law is null) = (law_en is null)),
  drop constraint disclosure_direction_is_known,
  add constraint disclosure_direction_is_known check (direction in ('to-clinic', 'to-insurer', 'to-authority')),
  add constraint disclosure_has_one_recipient check (
    (direction = 'to-authority') = (authority is not null) and (direction = 'to-authority') = (recipient_id is null)),
  add constraint disclosure_rests_on_exactly_one_basis check (case basis
    when 'consent' then consent_mark_id is not null and law is null
    when 'legal-duty' then law is not null and consent_mark_id is null
    else false end),
  add constraint authority_is_told_by_law_only check ((direction = 'to-authority') = (basis = 'legal-duty')),
  add constraint authority_is_told_named_fields check (direction <> 'to-authority' or fields <@ array[
    'contact', 'cpr', 'approval', 'referral', 'attachments', 'appointments', 'consents', 'course']),
  add constraint disclosure_is_of_one_case_and_person unique (id, case_id, person_id);

-- Whether the case was ever handed to this clinic: what it wrote then is its own to answer for, whatever became of the consent.
create function was_handed_to(of_case uuid, clinic uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from disclosures d where d.case_id = of_case and d.recipient_id = clinic and d.direction = 'to-clinic')
$$;

create or replace function refuse_disclosure_without_live_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.direction = 'to-authority' then
    if not exists (select from cases c where c.id = new.case_id
        and (c.insurer_id = new.disclosed_by_organisation or was_handed_to(c.id, new.disclosed_by_organisation))) then
      raise exception 'only the insurer or a clinic of the case answers to an authority' using errcode = '23514', constraint = 'authority_is_told_by_a_controller';
    end if;
    return new;
  end if;
  if new.consent_mark_id is null or not consent_is_live(new.consent_mark_id) then
    raise exception 'the consent behind this transfer is not live' using errcode = '23514', constraint = 'no_transfer_without_live_consent';
  end if;
  if new.direction = 'to-clinic' and not exists (
    select from organisations o where o.id = new.recipient_id and o.kind in ('clinic', 'hospital')) then
    raise exception 'only a clinic or hospital can receive a case' using errcode = '23514', constraint = 'recipient_is_a_clinic';
  end if;
  if new.direction = 'to-clinic' and not exists (
    select from approvals a where a.case_id = new.case_id
      and (a.any_clinic or exists (select from approval_clinics ac where ac.approval_id = a.id and ac.clinic_id = new.recipient_id))) then
    raise exception 'this clinic is not among those the insurer approved' using errcode = '23514', constraint = 'recipient_is_approved';
  end if;
  if not exists (select from cases c where c.id = new.case_id
      and c.insurer_id = case new.direction when 'to-clinic' then new.disclosed_by_organisation else new.recipient_id end) then
    raise exception 'a case is between its insurer and its clinics' using errcode = '23514', constraint = 'ledger_names_the_cases_insurer';
  end if;
  return new;
end $$;

-- What was given, word by word, and why: sealed under the person's key. It goes with its line of the ledger.
create table disclosed_documents (
  disclosure_id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  reason_sealed bytea not null,
  content_sealed bytea not null,
  constraint document_belongs_to_its_disclosure foreign key (disclosure_id, case_id, person_id)
    references disclosures (id, case_id, person_id) on delete cascade
);
create index disclosed_documents_by_person on disclosed_documents (person_id);
create trigger disclosed_documents_are_append_only before update or delete on disclosed_documents for each row execute function refuse_change();
create constraint trigger audited after insert on disclosed_documents deferrable initially deferred for each row execute function require_audit_event();

create function refuse_authority_without_document() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from disclosed_documents d where d.disclosure_id = new.id) then
    raise exception 'what an authority is told is kept with the ledger' using errcode = '23514', constraint = 'authority_is_told_what_is_kept';
  end if;
  return null;
end $$;
create constraint trigger authority_is_told_what_is_kept after insert on disclosures deferrable initially deferred for each row
  when (new.direction = 'to-authority') execute function refuse_authority_without_document();

-- The insurer tells of its case, a clinic of what it has written in one that it was handed; in the name of whoever does it.
create policy controller_tells_authority on disclosures for insert to klinikbro_request with check (
  direction = 'to-authority' and current_actor_kind() = 'staff' and disclosed_by_organisation = current_organisation() and disclosed_by = current_user_id());
-- A restriction does not stop what a law demands.
drop policy restricted_is_stored_only on disclosures;
create policy restricted_is_stored_only on disclosures as restrictive for insert to klinikbro_request
  with check (direction = 'to-authority' or not case_is_restricted(case_id));

-- The case that a clinic looks at for what a law demands, in this transaction alone: then its own rows are in sight although the case is
-- restricted or the consent withdrawn. Nothing of the insurer's, and nothing of a case that it never had.
create function lawful_case() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from cases c where c.id = nullif(current_setting('app.lawful_case', true), '')::uuid
    and current_actor_kind() = 'staff' and was_handed_to(c.id, current_organisation())
$$;
-- Asked by every statement that these policies concern, so that the common case, where nobody looks by law, costs a setting and no query.
create function case_looked_at() returns uuid language sql stable as $$
  select case when coalesce(current_setting('app.lawful_case', true), '') <> '' then lawful_case() end
$$;
create function lawful_patient() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select c.patient_id from cases c where c.id = lawful_case()
$$;
create policy clinic_answers_the_law on cases for select to klinikbro_request using (id = (select case_looked_at()));
create policy clinic_answers_the_law on patients for select to klinikbro_request using (case when (select case_looked_at()) is not null then id = (select lawful_patient()) else false end);
create policy clinic_answers_the_law on course_notes for select to klinikbro_request
  using (clinic_id = (select current_organisation()) and case_id = (select case_looked_at()));
create policy clinic_answers_the_law on course_closures for select to klinikbro_request
  using (clinic_id = (select current_organisation()) and case_id = (select case_looked_at()));
create policy clinic_answers_the_law on session_requests for select to klinikbro_request
  using (clinic_id = (select current_organisation()) and case_id = (select case_looked_at()));
alter policy sight_ends_with_the_disclosure on appointments
  using (clinic_id is distinct from current_organisation() or is_disclosed_to_us(case_id) or case_id = (select case_looked_at()));

alter table disclosed_documents enable row level security;
create policy controller_keeps_what_it_told on disclosed_documents for select to klinikbro_request
  using (exists (select from disclosures d where d.id = disclosure_id and d.disclosed_by_organisation = current_organisation()));
create policy person_sees_what_was_told on disclosed_documents for select to klinikbro_request using (person_id = current_person());
create policy controller_tells_authority on disclosed_documents for insert to klinikbro_request
  with check (exists (select from disclosures d where d.id = disclosure_id and d.disclosed_by_organisation = current_organisation()));
grant select, insert on disclosed_documents to klinikbro_request;

revoke execute on function was_handed_to, refuse_authority_without_document, lawful_case, lawful_patient from public;
grant execute on function lawful_case, lawful_patient to klinikbro_request;
