-- An acceptance goes only when its account or its person goes: nobody else deletes one, nor changes it (T1.1).
drop trigger terms_acceptances_are_never_changed on terms_acceptances;
create trigger terms_acceptances_are_never_changed before update or delete on terms_acceptances for each row execute function refuse_change();

-- As before, and as an erasure, which alone may take rows out of a ledger. It may be one within another.
create or replace function forget_terms_of_user() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before text := coalesce(current_setting('app.erasing', true), '');
begin
  perform set_config('app.erasing', 'yes', true);
  delete from terms_acceptances where user_id = new.user_id;
  delete from terms_notices where user_id = new.user_id;
  perform set_config('app.erasing', before, true);
  return null;
end $$;
create or replace function forget_terms_of_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before text := coalesce(current_setting('app.erasing', true), '');
begin
  perform set_config('app.erasing', 'yes', true);
  delete from terms_acceptances where person_id = new.id;
  delete from terms_notices where person_id = new.id;
  perform set_config('app.erasing', before, true);
  return null;
end $$;

-- Whom a change is told, since which version, and in which language they read it.
create policy worker_tells_changes_since_acceptance on terms_acceptances for select to klinikbro_worker using (true);
grant select (site, version, user_id, person_id, language, accepted_at) on terms_acceptances to klinikbro_worker;
