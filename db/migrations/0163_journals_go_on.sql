-- What a clinic wrote is its journal, which it must keep whatever becomes of the consent. When its sight ends it is offered at once.
create function offer_journals_of_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into journal_handovers (case_id, clinic_id) select distinct n.case_id, n.clinic_id from course_notes n where n.case_id = new.case_id
    on conflict do nothing;
  return null;
end $$;
create trigger journals_are_offered_when_sight_ends after insert on consent_withdrawals for each row execute function offer_journals_of_case();

-- A receipt is for what had been written by then: with a further note the journal is to be taken over again, and is not erased before.
create function ask_for_receipt_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update journal_handovers j set taken_at = null, received_at = null, received_by = null
    where j.case_id = new.case_id and j.clinic_id = new.clinic_id and j.taken_at is not null;
  return null;
end $$;
create trigger receipts_are_for_whole_journals after insert on course_notes for each row execute function ask_for_receipt_again();
revoke execute on function offer_journals_of_case, ask_for_receipt_again from public;
