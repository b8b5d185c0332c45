-- A search for free times looks at thousands of rows. Asked in a subquery, who is asking is read once for the statement and not once a row;
-- what each policy allows is the same as before.
alter policy patients_know_practitioners on practitioners using ((select current_actor_kind()) = 'patient');
alter policy clinic_keeps_its_practitioners on practitioners
  using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));
alter policy patients_know_services on practitioner_services using ((select current_actor_kind()) = 'patient');
alter policy rooms_are_known_to_those_who_book_and_pay on rooms using ((select current_actor_kind()) in ('patient', 'staff'));
alter policy clinic_keeps_its_rooms on rooms
  using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));
alter policy patients_know_closed_rooms on opening_exceptions using (room_id is not null and (select current_actor_kind()) = 'patient');
alter policy free_time_is_known_to_those_who_book on practitioner_days
  using ((select current_actor_kind()) = 'patient' or organisation_id = (select current_organisation()));
alter policy contenders_queue_on_days on practitioner_days
  using ((select current_actor_kind()) = 'patient' or organisation_id = (select current_organisation())) with check (false);
alter policy organisations_are_known_to_users on organisations using ((select current_actor_kind()) <> 'anonymous');
alter policy locations_are_known_to_users on clinic_locations using ((select current_actor_kind()) <> 'anonymous');
create or replace view taken_times as
  select kind, resource_id, span, expires_at from occupancies
  where kind <> 'patient' and (select current_actor_kind()) in ('patient', 'staff', 'system');

-- The payer's sight of who treats is asked last and only of staff: tried first for a patient, it read every appointment a practitioner ever had,
-- and a search grew dearer with the past.
alter policy payers_know_who_treats on practitioners using (
  case when (select current_actor_kind()) = 'staff'
    then exists (select from appointments a where a.practitioner_id = practitioners.id and a.insurer_id = (select current_organisation()))
    else false end);
create index appointments_by_payer_and_practitioner on appointments (insurer_id, practitioner_id);
