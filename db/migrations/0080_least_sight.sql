-- Each sees what they need and no more, whatever a page might one day forget to ask.

-- The log-in steps know accounts, and nothing of patients: they learn that a CPR number is somebody's, not whose names and keys there are.
drop policy gatekeeper_finds_persons on persons;
create policy person_finds_itself on persons for select to klinikbro_request using (id = current_person());
drop policy keys_follow_patients on person_keys;
create policy keys_follow_patients on person_keys for select to klinikbro_request using (
  person_id = current_person() or exists (select from patients p where p.person_id = person_keys.person_id));
create function person_with_cpr_index(index bytea) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from persons p where p.cpr_index = index and p.erased_at is null and current_actor_kind() = 'gatekeeper'
$$;
revoke execute on function person_with_cpr_index from public;
grant execute on function person_with_cpr_index to klinikbro_request;

-- Who works where and when is for those who can book there, and for the clinic itself. Nobody needs it before they have logged in; other
-- clinics and the insurers' staff never do. What an insurer asks when it names clinics is answered without names.
drop policy practitioners_are_known_to_all on practitioners;
drop policy services_are_known_to_all on practitioner_services;
drop policy rooms_are_known_to_all on rooms;
drop policy closed_rooms_are_known_to_all on opening_exceptions;
drop policy free_time_is_known_to_all on practitioner_days;
drop policy contenders_queue_on_days on practitioner_days;
create policy patients_know_practitioners on practitioners for select to klinikbro_request using (current_actor_kind() = 'patient');
create policy patients_know_services on practitioner_services for select to klinikbro_request using (current_actor_kind() = 'patient');
-- An insurer follows who treats its own patients. Last by name, so that it is asked last.
create index appointments_by_practitioner on appointments (practitioner_id);
create policy payers_know_who_treats on practitioners for select to klinikbro_request
  using (exists (select from appointments a where a.practitioner_id = practitioners.id and a.insurer_id = current_organisation()));
create policy rooms_are_known_to_those_who_book_and_pay on rooms for select to klinikbro_request using (current_actor_kind() in ('patient', 'staff'));
create policy patients_know_closed_rooms on opening_exceptions for select to klinikbro_request using (room_id is not null and current_actor_kind() = 'patient');
create policy free_time_is_known_to_those_who_book on practitioner_days for select to klinikbro_request
  using (current_actor_kind() = 'patient' or organisation_id = current_organisation());
create policy contenders_queue_on_days on practitioner_days for update to klinikbro_request
  using (current_actor_kind() = 'patient' or organisation_id = current_organisation()) with check (false);
create policy worker_knows_practitioners on practitioners for select to klinikbro_worker using (true);
create policy worker_knows_services on practitioner_services for select to klinikbro_worker using (true);
create policy worker_knows_rooms on rooms for select to klinikbro_worker using (true);
create policy worker_knows_free_time on practitioner_days for select to klinikbro_worker using (true);
create or replace view taken_times as
  select kind, resource_id, span, expires_at from occupancies where kind <> 'patient' and current_actor_kind() in ('patient', 'staff', 'system');

create function clinic_offers(clinic uuid, treatment text, on_day date) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from practitioners p join practitioner_services s on s.practitioner_id = p.id
    where p.organisation_id = clinic and s.treatment_type = treatment and (p.active_until is null or p.active_until >= on_day))
$$;
revoke execute on function clinic_offers from public;
grant execute on function clinic_offers to klinikbro_request;

-- Which organisations there are is known to everybody who has logged in.
drop policy organisations_are_known_to_all on organisations;
drop policy locations_are_known_to_all on clinic_locations;
create policy organisations_are_known_to_users on organisations for select to klinikbro_request using (current_actor_kind() <> 'anonymous');
create policy locations_are_known_to_users on clinic_locations for select to klinikbro_request using (current_actor_kind() <> 'anonymous');
create policy jobs_know_organisations on organisations for select to klinikbro_worker, klinikbro_reporting using (true);
create policy jobs_know_locations on clinic_locations for select to klinikbro_worker, klinikbro_reporting using (true);

-- The operator invites the first of each organisation. Whom that organisation invites afterwards is its own matter.
drop policy invitations_are_kept_by_their_own on invitations;
create policy invitations_are_kept_by_their_own on invitations for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper' or organisation_id = current_organisation())
  with check (current_actor_kind() = 'gatekeeper' or organisation_id = current_organisation());
create policy operator_keeps_its_own_invitations on invitations for all to klinikbro_request
  using (current_actor_kind() = 'operator' and exists (select from users u where u.id = invited_by and u.organisation_id = current_organisation()))
  with check (current_actor_kind() = 'operator' and exists (select from users u where u.id = invited_by and u.organisation_id = current_organisation()));

-- What was told to a person is between them and the service.
drop policy notifications_are_known_to_their_parties on notifications;
create policy person_sees_own_notices on notifications for select to klinikbro_request using (person_id = current_person());

-- A consent that ends takes the clinic's sight of everything that points at the patient with it: its appointments, what they occupy, who came.
drop policy restricted_is_out_of_sight on appointments;
create policy sight_ends_with_the_disclosure on appointments as restrictive for select to klinikbro_request
  using (clinic_id is distinct from current_organisation() or is_disclosed_to_us(case_id));
drop policy clinic_holds_for_patients on holds;
create policy clinic_holds_for_patients on holds for all to klinikbro_request
  using (clinic_id = current_organisation() and is_disclosed_to_us(case_id)) with check (clinic_id = current_organisation() and is_disclosed_to_us(case_id));
drop policy parties_know_what_they_occupy on occupancies;
create policy parties_know_what_they_occupy on occupancies for select to klinikbro_request using (
  (appointment_id is not null and exists (select from appointments a where a.id = appointment_id)) or exists (select from holds h where h.id = hold_id));
drop policy attendance_follows on appointment_attendance;
create policy attendance_follows on appointment_attendance for select to klinikbro_request using (exists (select from appointments a where a.id = appointment_id));
drop policy cancellations_follow on appointment_cancellations;
create policy cancellations_follow on appointment_cancellations for select to klinikbro_request using (exists (select from appointments a where a.id = appointment_id));

-- Reports count cases; they need neither persons nor case numbers.
revoke select on cases from klinikbro_reporting;
grant select (insurer_id, treatment_type, created_at) on cases to klinikbro_reporting;

-- Read by functions of the owner alone; no role has a right to them, and no policy gives one.
alter table audit_chains enable row level security;
alter table schema_migrations enable row level security;

-- A session is taken from an approval of the same case as the appointment, never from somebody else's.
create function refuse_session_of_another_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from approvals a join appointments p on p.case_id = a.case_id where a.id = new.approval_id and p.id = new.appointment_id) then
    raise exception 'the approval is of another case than the appointment' using errcode = '23514', constraint = 'session_is_of_the_same_case';
  end if;
  return new;
end $$;
create trigger session_is_of_the_same_case before insert or update on session_uses for each row execute function refuse_session_of_another_case();
alter table holds add constraint hold_is_for_the_cases_person foreign key (case_id, person_id) references cases (id, person_id);

-- The ledger tells the truth about both ends: a case is handed over in its insurer's name, and what a clinic tells goes to that insurer alone.
create or replace function refuse_disclosure_without_live_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not consent_is_live(new.consent_mark_id) then
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

-- A consent that was withdrawn is given anew, not remembered: a mark dated before the withdrawal would bring back what the patient took back.
create function refuse_mark_older_than_withdrawal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from consent_withdrawals w where w.case_id = new.case_id and (w.withdrawn_at at time zone 'Europe/Copenhagen')::date > new.consented_on) then
    raise exception 'the patient has withdrawn since' using errcode = '23514', constraint = 'consent_is_newer_than_the_withdrawal';
  end if;
  return new;
end $$;
create trigger consent_is_newer_than_the_withdrawal before insert on consent_marks for each row execute function refuse_mark_older_than_withdrawal();

-- What runs with the owner's rights is called by those it was made for. New functions are open to everybody unless someone says otherwise.
do $$
declare name text;
begin
  for name in select p.oid::regprocedure from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.proowner = current_user::regrole loop
    execute format('revoke execute on function %s from public', name);
  end loop;
end $$;
grant execute on function consent_is_live, is_disclosed_to_us, field_is_disclosed_to_us, patient_is_disclosed_to_us, case_is_ours_or_the_patients,
  approval_is_for_known_case, appointment_is_known, appointment_is_changeable, case_is_restricted, may_be_asked, patient_asks_us to klinikbro_request;
grant execute on function consent_is_live, case_is_restricted to klinikbro_worker;
