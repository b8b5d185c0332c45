-- Who accepted which version of the terms, when, and by which text (T19.5, T1.1). Appended to and never changed; it goes with the account or the
-- person it belongs to.
create table terms_acceptances (
  id uuid primary key,
  site text not null,
  version integer not null constraint terms_versions_count_from_one check (version > 0),
  terms_hash bytea not null constraint terms_hash_is_sha256 check (length(terms_hash) = 32),
  user_id uuid references users,
  person_id uuid references persons,
  language text not null constraint terms_language_is_known check (language in ('da', 'en')),
  accepted_at timestamptz not null,
  constraint terms_are_accepted_by_one check (num_nonnulls(user_id, person_id) = 1)
);
create unique index terms_accepted_once_by_user on terms_acceptances (user_id, site, version) where user_id is not null;
create unique index terms_accepted_once_by_person on terms_acceptances (person_id, site, version) where person_id is not null;
create trigger terms_acceptances_are_never_changed before update on terms_acceptances for each row execute function refuse_change();
create constraint trigger audited after insert on terms_acceptances deferrable initially deferred for each row execute function require_audit_event();

-- Whom an important change is told by mail: each once a version.
create table terms_notices (
  id uuid primary key default gen_random_uuid(),
  site text not null,
  version integer not null constraint terms_versions_count_from_one check (version > 0),
  user_id uuid references users,
  person_id uuid references persons,
  queued_at timestamptz not null,
  sent_at timestamptz,
  not_sent_because text,
  constraint terms_are_told_to_one check (num_nonnulls(user_id, person_id) = 1),
  constraint notice_is_sent_or_not check (sent_at is null or not_sent_because is null)
);
create constraint trigger audited after insert or update on terms_notices deferrable initially deferred for each row execute function require_audit_event();
create unique index terms_told_once_to_user on terms_notices (user_id, site, version) where user_id is not null;
create unique index terms_told_once_to_person on terms_notices (person_id, site, version) where person_id is not null;

alter table terms_acceptances enable row level security;
alter table terms_notices enable row level security;
create policy everybody_reads_own_acceptances on terms_acceptances for select to klinikbro_request
  using (user_id = current_user_id() or person_id = current_person());
create policy everybody_accepts_for_themselves on terms_acceptances for insert to klinikbro_request
  with check (user_id = current_user_id() or person_id = current_person());
create policy everybody_reads_own_notices on terms_notices for select to klinikbro_request
  using (user_id = current_user_id() or person_id = current_person());
create policy worker_keeps_terms_notices on terms_notices for all to klinikbro_worker using (true) with check (true);
grant select, insert on terms_acceptances to klinikbro_request;
grant select on terms_notices to klinikbro_request;
grant select, insert, update on terms_notices to klinikbro_worker;

-- Rights of use end with the account, and so does what was accepted for them; a person who is erased leaves none behind.
create function forget_terms_of_user() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from terms_acceptances where user_id = new.user_id;
  delete from terms_notices where user_id = new.user_id;
  return null;
end $$;
create trigger terms_go_with_the_account after insert on user_removals for each row execute function forget_terms_of_user();
create function forget_terms_of_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from terms_acceptances where person_id = new.id;
  delete from terms_notices where person_id = new.id;
  return null;
end $$;
create trigger terms_go_with_the_person after update of erased_at on persons for each row when (new.erased_at is not null)
  execute function forget_terms_of_person();
revoke execute on function forget_terms_of_user, forget_terms_of_person from public;

-- As before, and says besides which version of the terms its holder accepted last; 0 for none.
drop function enter_session(bytea);
create function enter_session(token bytea) returns table (
  kind text, user_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, organisation_name text,
  user_name text, language text, roles text[], csrf_secret text, started_at timestamptz, accepted_terms integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_session web_sessions;
begin
  select * into found_session from web_sessions s where s.token_hash = token and s.ends_at > clock_timestamp()
    and s.seen_at + make_interval(mins => s.idle_minutes) > clock_timestamp()
    and not exists (select from user_removals r where r.user_id = s.user_id);
  if found_session.token_hash is null then return; end if;
  if found_session.seen_at < clock_timestamp() - interval '1 minute' then
    update web_sessions s set seen_at = clock_timestamp() where s.token_hash = token;
  end if;
  return query
    select found_session.kind, found_session.user_id, found_session.person_id, u.organisation_id, o.kind, o.name, u.name, u.language,
      coalesce((select array_agg(r.role order by r.role) from user_roles r where r.user_id = u.id), '{}'), found_session.csrf_secret, found_session.started_at,
      greatest(
        (select max(a.version) from terms_acceptances a where a.user_id = found_session.user_id and a.site = 'referral'),
        (select max(a.version) from terms_acceptances a where a.person_id = found_session.person_id and a.site = 'referral'), 0)
    from (select 1) one
    left join users u on u.id = found_session.user_id
    left join organisations o on o.id = u.organisation_id;
  if found_session.kind = 'half-staff' then return; end if;
  perform set_config('app.actor_kind', case when found_session.kind = 'patient' then 'patient'
      when (select o.kind from users u join organisations o on o.id = u.organisation_id where u.id = found_session.user_id) = 'operator' then 'operator'
      else 'staff' end, true),
    set_config('app.user', coalesce(found_session.user_id::text, ''), true),
    set_config('app.person', coalesce(found_session.person_id::text, ''), true),
    set_config('app.organisation', coalesce((select u.organisation_id::text from users u where u.id = found_session.user_id), ''), true);
end $$;
revoke execute on function enter_session from public;
grant execute on function enter_session to klinikbro_request;
