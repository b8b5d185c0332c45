-- Whom a mail was made for about maintenance, and about which news of it, so that nobody is told twice (T19.7).
create table maintenance_mails (
  id uuid primary key default gen_random_uuid(),
  window_id uuid not null references maintenance_windows,
  user_id uuid not null references users,
  news text not null constraint maintenance_news_is_known check (news in ('announced', 'called-off', 'ended')),
  queued_at timestamptz not null,
  sent_at timestamptz,
  not_sent_because text,
  constraint maintenance_is_told_once unique (window_id, user_id, news),
  constraint maintenance_mail_is_sent_or_not check (sent_at is null or not_sent_because is null)
);
create index maintenance_mails_by_user on maintenance_mails (user_id);
alter table maintenance_mails enable row level security;
create policy worker_keeps_maintenance_mails on maintenance_mails for all to klinikbro_worker using (true) with check (true);
grant select, insert, update on maintenance_mails to klinikbro_worker;
create policy worker_reads_endings on maintenance_endings for select to klinikbro_worker using (true);
grant select on maintenance_endings to klinikbro_worker;

-- The way out for windows whose time in the policy is over, with their endings and mails. One that is still to come stays.
create function forget_maintenance(announced_before timestamptz, present timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[] := array(select id from maintenance_windows where announced_at < announced_before and ends_at < present);
begin
  perform set_config('app.erasing', 'yes', true);
  delete from maintenance_mails where window_id = any (gone);
  delete from maintenance_endings where window_id = any (gone);
  delete from maintenance_windows where id = any (gone);
  perform set_config('app.erasing', '', true);
  return cardinality(gone);
end $$;
revoke execute on function forget_maintenance from public;
grant execute on function forget_maintenance to klinikbro_worker;
