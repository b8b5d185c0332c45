-- A hold keeps a case from being erased because of a claim, a complaint or a request. Whose data are held may know of it, and not lift it:
-- holds are placed and lifted by the triggers of requests and restrictions, and otherwise by the insurer, with an event of the trail.
drop policy insurer_keeps_holds on legal_holds;
create policy holds_are_known_to_person_and_insurer on legal_holds for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy insurer_places_holds on legal_holds for insert to klinikbro_request
  with check (exists (select from cases c where c.id = case_id and c.insurer_id = current_organisation()));
create policy insurer_lifts_holds on legal_holds for update to klinikbro_request
  using (exists (select from cases c where c.id = case_id and c.insurer_id = current_organisation()));
create constraint trigger audited after insert or update on legal_holds deferrable initially deferred for each row execute function require_audit_event();
