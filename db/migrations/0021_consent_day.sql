-- A day is a day in Copenhagen. By the server's own day (UTC), a consent given "today" was not live yet for the first hour or two after
-- midnight: the case was opened and never handed over, and an import of such cases failed.
create or replace function consent_is_live(mark uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from consent_marks m where m.id = mark and m.consented_on <= (now() at time zone 'Europe/Copenhagen')::date)
     and not exists (select from consent_withdrawals w where w.consent_mark_id = mark)
$$;
