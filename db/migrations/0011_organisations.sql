-- Which roles an organisation can give: a clinic has no case handlers, an insurer no practitioners.
create function roles_of_kind(kind text) returns text[] language sql immutable as $$
  select case kind
    when 'insurer' then array['administrator', 'case-handler']
    when 'operator' then array['administrator', 'support', 'data-protection-officer']
    else array['administrator', 'secretary', 'practitioner'] end
$$;

create function refuse_foreign_role() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from organisations o where o.id = new.organisation_id and new.role = any (roles_of_kind(o.kind))) then
    raise exception 'this kind of organisation does not have that role' using errcode = '23514', constraint = 'role_fits_organisation';
  end if;
  return new;
end $$;
create trigger role_fits_organisation before insert or update on user_roles for each row execute function refuse_foreign_role();

-- An organisation that has an administrator keeps one. The lock makes two administrators who remove each other at once
-- come one after the other: the second finds that they would be the last to go.
create function keep_an_administrator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from organisations o where o.id = old.organisation_id for no key update;
  if not exists (select from user_roles r where r.organisation_id = old.organisation_id and r.role = 'administrator'
      and not exists (select from user_removals x where x.user_id = r.user_id)) then
    raise exception 'an organisation keeps an administrator' using errcode = '23514', constraint = 'organisation_keeps_an_administrator';
  end if;
  return null;
end $$;
create trigger organisation_keeps_an_administrator after delete on user_roles
  for each row when (old.role = 'administrator') execute function keep_an_administrator();

-- Ends everything that a colleague could use (T19.6), in the transaction that removes them. The address is given back, so
-- that it can be invited anew; the name stays beside what they did.
create function end_access(ended uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_actor_kind() not in ('staff', 'operator') then return false; end if;
  perform from users u where u.id = ended and u.organisation_id = current_organisation() for update;
  if not found then return false; end if;
  insert into user_removals (user_id, removed_by) values (ended, current_user_id()) on conflict do nothing;
  if not found then return false; end if;
  delete from user_roles where user_id = ended;
  delete from web_sessions where user_id = ended;
  delete from password_resets where user_id = ended;
  delete from user_passwords where user_id = ended;
  delete from user_totp where user_id = ended;
  delete from user_passkeys where user_id = ended;
  delete from user_recovery_codes where user_id = ended;
  update users set email = ended || '@removed.invalid' where id = ended;
  return true;
end $$;

-- Whether an address logs somebody in already, without telling where.
create function email_is_in_use(address text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select current_actor_kind() in ('staff', 'operator') and exists (select from users u where u.email = lower(address))
$$;

revoke execute on function end_access, email_is_in_use from public;
grant execute on function end_access, email_is_in_use to klinikbro_request;

-- The job that mails an invitation makes its token: until then the hash is random, and no link opens it.
alter table invitations add column language text not null default 'da' constraint invitation_language_is_known check (language in ('da', 'en'));
alter table invitations add constraint invitation_address_is_lower_case check (email = lower(email));
create unique index one_open_invitation_for_each_address on invitations (organisation_id, email) where accepted_at is null and withdrawn_at is null;
create policy worker_gives_invitations_their_token on invitations for update to klinikbro_worker using (accepted_at is null and withdrawn_at is null);
grant update (token_hash) on invitations to klinikbro_worker;

-- A form sent twice registers once. A chain has one company number and a clinic for each address.
create unique index organisation_is_registered_once on organisations (kind, cvr, lower(name));

-- What the operator may know of everything: how much of it there is. Cases stay out of sight.
create function operator_figures() returns table (insurers int, clinics int, users int, cases int, jobs_waiting int, jobs_parked int, oldest_job_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_actor_kind() <> 'operator' then return; end if;
  return query select
    (select count(*)::int from organisations o where o.kind = 'insurer'),
    (select count(*)::int from organisations o where o.kind in ('clinic', 'hospital')),
    (select count(*)::int from users u where not exists (select from user_removals r where r.user_id = u.id)),
    (select count(*)::int from public.cases),
    (select count(*)::int from graphile_worker._private_jobs j where j.attempts < j.max_attempts and j.run_at <= now()),
    (select count(*)::int from graphile_worker._private_jobs j where j.attempts >= j.max_attempts and j.locked_at is null and j.last_error is not null),
    (select min(j.run_at) from graphile_worker._private_jobs j where j.attempts < j.max_attempts and j.run_at <= now());
end $$;

create function cases_opened_by_day(first_day date, last_day date) returns table (day date, opened int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_actor_kind() <> 'operator' then return; end if;
  return query select d::date, (select count(*)::int from public.cases c
      where c.created_at >= d::date::timestamp at time zone 'Europe/Copenhagen'
        and c.created_at < (d::date + 1)::timestamp at time zone 'Europe/Copenhagen')
    from generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') d order by d;
end $$;

revoke execute on function operator_figures, cases_opened_by_day from public;
grant execute on function operator_figures, cases_opened_by_day to klinikbro_request;
create index cases_by_day on cases (created_at);
