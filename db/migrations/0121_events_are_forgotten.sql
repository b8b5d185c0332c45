-- What staff did that is about no patient and no case goes with nobody's erasure; its payload goes when its own time in the policy is over.
-- The commitment stays, so that the chain still holds.
create function forget_events_of_staff(before timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten bigint;
begin
  update audit_events set event = null, salt = null, organisation_id = null
    where at < before and event is not null and person_id is null and case_id is null;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke all on function forget_events_of_staff(timestamptz) from public;
grant execute on function forget_events_of_staff(timestamptz) to klinikbro_worker;
create index audit_events_of_staff on audit_events (at) where event is not null and person_id is null and case_id is null;
