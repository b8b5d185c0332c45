create extension if not exists btree_gist;
create extension if not exists pgcrypto;

-- Who is asking: set once at the start of each transaction by the application, read by every row-level policy.
-- After a transaction PostgreSQL leaves '' behind, hence nullif.
create function current_actor_kind() returns text language sql stable as $$ select coalesce(nullif(current_setting('app.actor_kind', true), ''), 'anonymous') $$;
create function current_user_id() returns uuid language sql stable as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
create function current_organisation() returns uuid language sql stable as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
create function current_person() returns uuid language sql stable as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

create table organisations (
  id uuid primary key,
  kind text not null constraint organisation_kind_is_known check (kind in ('insurer', 'clinic', 'hospital', 'operator')),
  name text not null,
  cvr text not null constraint cvr_has_eight_digits check (cvr ~ '^[0-9]{8}$'),
  email text not null,
  phone text not null,
  created_at timestamptz not null default now()
);

create table clinic_locations (
  clinic_id uuid primary key references organisations,
  street text not null,
  postcode text not null constraint postcode_has_four_digits check (postcode ~ '^[0-9]{4}$'),
  town text not null,
  latitude double precision not null,
  longitude double precision not null,
  directions text not null default ''
);

-- A person is one human being across all organisations; what each organisation knows of that person is a patient (below).
create table persons (
  id uuid primary key,
  cpr_index bytea constraint one_person_for_each_cpr unique,
  cpr_sealed bytea,
  created_at timestamptz not null default now(),
  erased_at timestamptz
);

-- The key that opens everything sealed about a person, itself wrapped under a key that stands outside the database.
create table person_keys (
  person_id uuid primary key references persons,
  epoch integer not null,
  wrapped bytea,
  destroyed_at timestamptz,
  constraint key_is_either_whole_or_destroyed check ((wrapped is null) = (destroyed_at is not null))
);

create function refuse_key_revival() returns trigger language plpgsql as $$
begin
  if old.destroyed_at is not null then
    raise exception 'a destroyed key stays destroyed' using errcode = '23514', constraint = 'destroyed_key_stays_destroyed';
  end if;
  return new;
end $$;
create trigger destroyed_key_stays_destroyed before update or delete on person_keys for each row execute function refuse_key_revival();

-- Finds or makes the person behind a CPR blind index, and hands out the wrapped key: whoever brings the number may enter that person.
-- The caller brings the id, key and sealed CPR that are used if the person is new.
create function ensure_person(new_id uuid, index bytea, sealed bytea, key_epoch integer, key_wrapped bytea)
returns table (id uuid, epoch integer, wrapped bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare found_id uuid;
begin
  insert into persons (id, cpr_index, cpr_sealed) values (new_id, index, sealed)
    on conflict on constraint one_person_for_each_cpr do nothing returning persons.id into found_id;
  if found_id is null then
    select p.id into strict found_id from persons p where p.cpr_index = index;
  else
    insert into person_keys (person_id, epoch, wrapped) values (found_id, key_epoch, key_wrapped);
  end if;
  return query select k.person_id, k.epoch, k.wrapped from person_keys k where k.person_id = found_id;
end $$;

-- The audit trail: sixteen hash chains, so that writers on different connections do not wait for each other.
-- What is chained is a salted commitment to the event; the event itself may lawfully be removed and the chain still holds.
create table audit_chains (
  chain smallint primary key,
  length bigint not null default 0,
  head bytea not null
);
insert into audit_chains (chain, head) select n, sha256(('klinikbro audit chain ' || n)::bytea) from generate_series(0, 15) n;

create table audit_events (
  chain smallint not null references audit_chains,
  position bigint not null,
  at timestamptz not null default clock_timestamp(),
  written_in xid8 not null default pg_current_xact_id(),
  person_id uuid,
  case_id uuid,
  organisation_id uuid,
  action text not null,
  salt bytea,
  event text,
  commitment bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (chain, position)
);
create index audit_events_by_transaction on audit_events (written_in);
create index audit_events_by_person on audit_events (person_id, at desc) where person_id is not null;
create index audit_events_by_case on audit_events (case_id, at) where case_id is not null;

create function append_audit_event(action text, event text, person uuid, case_ uuid, organisation uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  slot smallint := pg_backend_pid() % 16;
  link audit_chains;
  fresh_salt bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
  sealed_commitment bytea;
  new_hash bytea;
begin
  select * into strict link from audit_chains c where c.chain = slot for update;
  sealed_commitment := sha256(fresh_salt || convert_to(event, 'UTF8'));
  new_hash := sha256(link.head || int8send(link.length + 1) || sealed_commitment);
  insert into audit_events (chain, position, person_id, case_id, organisation_id, action, salt, event, commitment, previous, hash)
    values (slot, link.length + 1, person, case_, organisation, action, fresh_salt, event, sealed_commitment, link.head, new_hash);
  update audit_chains c set length = link.length + 1, head = new_hash where c.chain = slot;
end $$;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = '23514', constraint = 'audit_trail_is_append_only';
end $$;
create trigger audit_trail_is_append_only before delete or truncate on audit_events for each statement execute function refuse_audit_change();
create function allow_only_payload_removal() returns trigger language plpgsql as $$
begin
  if (new.chain, new.position, new.at, new.written_in, new.action, new.commitment, new.previous, new.hash)
     is distinct from (old.chain, old.position, old.at, old.written_in, old.action, old.commitment, old.previous, old.hash)
     or new.event is not null or new.salt is not null then
    raise exception 'only an event''s payload may be removed, whole' using errcode = '23514', constraint = 'audit_trail_is_append_only';
  end if;
  return new;
end $$;
create trigger audit_payload_may_only_be_removed before update on audit_events for each row execute function allow_only_payload_removal();

-- A sensitive change commits only together with an audit event of the same transaction.
create function require_audit_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from audit_events where written_in = pg_current_xact_id()) then
    raise exception 'change of % without an audit event', tg_table_name using errcode = '23514', constraint = 'no_change_without_audit_event';
  end if;
  return null;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '23514', constraint = 'ledger_is_append_only';
end $$;

alter table organisations enable row level security;
alter table clinic_locations enable row level security;
alter table persons enable row level security;
alter table person_keys enable row level security;
alter table audit_events enable row level security;

create policy organisations_are_known_to_all on organisations for select to klinikbro_request, klinikbro_worker, klinikbro_reporting using (true);
create policy operator_registers_organisations on organisations for all to klinikbro_request using (current_actor_kind() = 'operator') with check (current_actor_kind() = 'operator');
create policy locations_are_known_to_all on clinic_locations for select to klinikbro_request, klinikbro_worker, klinikbro_reporting using (true);
create policy clinic_keeps_its_location on clinic_locations for all to klinikbro_request
  using (clinic_id = current_organisation() or current_actor_kind() = 'operator') with check (clinic_id = current_organisation() or current_actor_kind() = 'operator');
create policy worker_reads_persons on persons for select to klinikbro_worker using (true);
create policy worker_reads_keys on person_keys for select to klinikbro_worker using (true);
create policy person_reads_own_events on audit_events for select to klinikbro_request using (person_id = current_person());
create policy organisation_reads_own_events on audit_events for select to klinikbro_request using (organisation_id = current_organisation());
create policy worker_reads_events on audit_events for select to klinikbro_worker using (true);

grant select on organisations, clinic_locations to klinikbro_request, klinikbro_worker, klinikbro_reporting;
grant insert, update on organisations, clinic_locations to klinikbro_request;
grant select on persons, person_keys to klinikbro_request, klinikbro_worker;
grant select on audit_events to klinikbro_request, klinikbro_worker;
revoke execute on function ensure_person, append_audit_event from public;
grant execute on function ensure_person, append_audit_event to klinikbro_request, klinikbro_worker;
