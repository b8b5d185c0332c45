-- A message that cannot be delivered leaves its job behind, and the job the words of the mail server, which may hold an address. When the message
-- goes, the job goes with it.
create function forget_jobs_of_messages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from graphile_worker._private_jobs j using gone g
    where j.locked_at is null and j.payload->>'notificationId' = g.id::text;
  return null;
end $$;
revoke execute on function forget_jobs_of_messages from public;
create trigger messages_take_their_jobs_along after delete on notifications referencing old table as gone
  for each statement execute function forget_jobs_of_messages();
