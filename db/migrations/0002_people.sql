-- Staff of insurers, clinics, hospitals and the operator.
create table users (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  email text not null constraint one_user_for_each_email unique constraint email_is_lower_case check (email = lower(email)),
  name text not null,
  language text not null default 'da' constraint language_is_known check (language in ('da', 'en')),
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);

create table user_removals (
  user_id uuid primary key references users,
  removed_by uuid references users,
  removed_at timestamptz not null default now()
);

create table user_roles (
  organisation_id uuid not null,
  user_id uuid not null,
  role text not null constraint role_is_known check (role in
    ('administrator', 'case-handler', 'secretary', 'practitioner', 'support', 'data-protection-officer')),
  granted_by uuid references users,
  granted_at timestamptz not null default now(),
  primary key (organisation_id, user_id, role),
  foreign key (organisation_id, user_id) references users (organisation_id, id)
);

create table user_passwords (
  user_id uuid primary key references users,
  phc text not null,
  set_at timestamptz not null default now()
);

create table user_totp (
  user_id uuid primary key references users,
  secret_sealed bytea not null,
  confirmed_at timestamptz,
  last_step bigint
);

create table user_passkeys (
  credential_id text primary key,
  user_id uuid not null references users,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index user_passkeys_by_user on user_passkeys (user_id);

create table user_recovery_codes (
  user_id uuid not null references users,
  hash text not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

create table invitations (
  id uuid primary key,
  token_hash bytea not null constraint invitation_token_is_unique unique,
  organisation_id uuid not null references organisations,
  email text not null,
  name text not null,
  roles text[] not null,
  invited_by uuid references users,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitations_by_organisation on invitations (organisation_id, invited_at desc);

create table password_resets (
  token_hash bytea primary key,
  user_id uuid not null references users,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A visit of someone who is logged in, or on the way to it. The cookie holds a token; here stands only its hash.
create table web_sessions (
  token_hash bytea primary key,
  kind text not null constraint session_kind_is_known check (kind in ('patient', 'staff', 'half-staff')),
  user_id uuid references users,
  person_id uuid references persons,
  csrf_secret text not null,
  eid_sealed bytea,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  idle_minutes integer not null,
  constraint session_belongs_to_one check ((user_id is null) <> (person_id is null))
);
create index web_sessions_by_user on web_sessions (user_id) where user_id is not null;
create index web_sessions_by_person on web_sessions (person_id) where person_id is not null;
create index web_sessions_by_end on web_sessions (ends_at);

-- A log-in with the national eID that has begun and not come back.
create table eid_attempts (
  state_hash bytea primary key,
  attempt_sealed bytea not null,
  expires_at timestamptz not null
);

alter table users enable row level security;
alter table user_removals enable row level security;
alter table user_roles enable row level security;
alter table user_passwords enable row level security;
alter table user_totp enable row level security;
alter table user_passkeys enable row level security;
alter table user_recovery_codes enable row level security;
alter table invitations enable row level security;
alter table password_resets enable row level security;
alter table web_sessions enable row level security;
alter table eid_attempts enable row level security;

-- 'gatekeeper' is the application acting before it knows who is asking: at log-in, invitation, reset.
-- A request is never served as gatekeeper; only the log-in steps switch to it.
create policy gatekeeper_knows_users on users for all to klinikbro_request using (current_actor_kind() = 'gatekeeper') with check (current_actor_kind() = 'gatekeeper');
create policy colleagues_know_each_other on users for select to klinikbro_request using (organisation_id = current_organisation());
create policy administrator_changes_users on users for update to klinikbro_request using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy worker_reads_users on users for select to klinikbro_worker using (true);
create policy gatekeeper_knows_removals on user_removals for select to klinikbro_request using (current_actor_kind() = 'gatekeeper');
create policy colleagues_are_removed_by_their_own on user_removals for all to klinikbro_request
  using (exists (select from users u where u.id = user_id and u.organisation_id = current_organisation()))
  with check (exists (select from users u where u.id = user_id and u.organisation_id = current_organisation()));
create policy gatekeeper_knows_roles on user_roles for all to klinikbro_request using (current_actor_kind() = 'gatekeeper') with check (current_actor_kind() = 'gatekeeper');
create policy roles_are_kept_by_their_own on user_roles for all to klinikbro_request
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy worker_reads_roles on user_roles for select to klinikbro_worker using (true);
create policy passwords_are_own on user_passwords for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper' or user_id = current_user_id()) with check (current_actor_kind() = 'gatekeeper' or user_id = current_user_id());
create policy totp_is_own on user_totp for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper' or user_id = current_user_id()) with check (current_actor_kind() = 'gatekeeper' or user_id = current_user_id());
create policy passkeys_are_own on user_passkeys for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper' or user_id = current_user_id()) with check (current_actor_kind() = 'gatekeeper' or user_id = current_user_id());
create policy recovery_codes_are_own on user_recovery_codes for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper' or user_id = current_user_id()) with check (current_actor_kind() = 'gatekeeper' or user_id = current_user_id());
create policy invitations_are_kept_by_their_own on invitations for all to klinikbro_request
  using (current_actor_kind() in ('gatekeeper', 'operator') or organisation_id = current_organisation())
  with check (current_actor_kind() in ('gatekeeper', 'operator') or organisation_id = current_organisation());
create policy worker_reads_invitations on invitations for select to klinikbro_worker using (true);
create policy gatekeeper_resets_passwords on password_resets for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper') with check (current_actor_kind() = 'gatekeeper');
create policy gatekeeper_keeps_sessions on web_sessions for all to klinikbro_request
  using (current_actor_kind() = 'gatekeeper' or user_id = current_user_id() or person_id = current_person())
  with check (current_actor_kind() = 'gatekeeper' or user_id = current_user_id() or person_id = current_person());
create policy sessions_of_removed_colleagues_end on web_sessions for delete to klinikbro_request
  using (exists (select from users u where u.id = user_id and u.organisation_id = current_organisation()));
create policy worker_sweeps_sessions on web_sessions for all to klinikbro_worker using (true);
create policy gatekeeper_keeps_attempts on eid_attempts for all to klinikbro_request using (current_actor_kind() = 'gatekeeper') with check (current_actor_kind() = 'gatekeeper');
create policy worker_sweeps_attempts on eid_attempts for all to klinikbro_worker using (true);
create policy worker_sweeps_resets on password_resets for all to klinikbro_worker using (true);

create policy gatekeeper_finds_persons on persons for select to klinikbro_request using (current_actor_kind() = 'gatekeeper' or id = current_person());

grant select, insert, update on users, user_totp, user_passkeys, user_passwords, user_recovery_codes, invitations, password_resets to klinikbro_request;
grant select, insert, update, delete on user_roles, web_sessions, eid_attempts to klinikbro_request;
grant delete on user_totp, user_passkeys, user_recovery_codes, user_removals to klinikbro_request;
grant select, insert on user_removals to klinikbro_request;
grant select on users, user_roles, invitations to klinikbro_worker;
grant select, delete on web_sessions, eid_attempts, password_resets to klinikbro_worker;

-- Finds the live session behind a cookie, notes that it was used, and makes its holder the actor of this transaction:
-- one round trip at the start of each request. No row: nobody is logged in.
create function enter_session(token bytea) returns table (
  kind text, user_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, organisation_name text,
  user_name text, language text, roles text[], csrf_secret text, started_at timestamptz)
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
      coalesce((select array_agg(r.role order by r.role) from user_roles r where r.user_id = u.id), '{}'), found_session.csrf_secret, found_session.started_at
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
