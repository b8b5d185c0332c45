-- Who of the staff did it stands beside the event. Reading it out of the event for an index cost four tenths of what a list's events cost.
alter table audit_events add column doer_id uuid;
alter table audit_events disable trigger audit_payload_may_only_be_removed;
update audit_events set doer_id = actor_user_of(event)::uuid where event is not null and actor_user_of(event) is not null;
alter table audit_events enable trigger audit_payload_may_only_be_removed;
drop index audit_events_by_doer;
create index audit_events_by_doer on audit_events (doer_id, at desc) where doer_id is not null;

drop function append_audit_event(text, text, uuid, uuid, uuid);
create function append_audit_event(action text, event text, person uuid, case_ uuid, organisation uuid, doer uuid default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link audit_chains;
  fresh_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  sealed_commitment bytea := sha256(fresh_salt || convert_to(event, 'UTF8'));
begin
  update audit_chains c set length = c.length + 1, before_head = c.head, grown_in = pg_current_xact_id(),
      head = sha256(c.head || int8send(c.length + 1) || sealed_commitment)
    where c.chain = pg_backend_pid() % 16 returning * into strict link;
  insert into audit_events (chain, position, person_id, case_id, organisation_id, doer_id, action, salt, event, commitment, previous, hash)
    values (link.chain, link.length, person, case_, organisation, doer, action, fresh_salt, event, sealed_commitment, link.before_head, link.head);
end $$;

drop function append_audit_events(text, text[], uuid[], uuid[], uuid);
create function append_audit_events(action text, events text[], person_ids uuid[], case_ids uuid[], organisation uuid, doer uuid default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link audit_chains;
  amount integer := cardinality(events);
  salts bytea[];
  commitments bytea[];
  hashes bytea[];
begin
  if amount = 0 then return; end if;
  if amount = 1 then
    perform append_audit_event(append_audit_events.action, events[1], person_ids[1], case_ids[1], organisation, doer);
    return;
  end if;
  select * into strict link from audit_chains c where c.chain = pg_backend_pid() % 16 for update;
  hashes[0] := link.head;
  for i in 1 .. amount loop
    salts[i] := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    commitments[i] := sha256(salts[i] || convert_to(events[i], 'UTF8'));
    hashes[i] := sha256(hashes[i - 1] || int8send(link.length + i) || commitments[i]);
  end loop;
  insert into audit_events (chain, position, person_id, case_id, organisation_id, doer_id, action, salt, event, commitment, previous, hash)
    select link.chain, link.length + i, person_ids[i], case_ids[i], organisation, doer, append_audit_events.action, salts[i], events[i],
      commitments[i], hashes[i - 1], hashes[i]
    from generate_series(1, amount) i;
  update audit_chains c set length = link.length + amount, before_head = hashes[amount - 1], head = hashes[amount], grown_in = pg_current_xact_id()
    where c.chain = link.chain;
end $$;
revoke execute on function append_audit_event, append_audit_events from public;
grant execute on function append_audit_event, append_audit_events to klinikbro_request, klinikbro_worker;

-- Who did it goes with what was done.
create or replace function allow_only_payload_removal() returns trigger language plpgsql as $$
begin
  if (new.chain, new.position, new.at, new.written_in, new.action, new.commitment, new.previous, new.hash)
     is distinct from (old.chain, old.position, old.at, old.written_in, old.action, old.commitment, old.previous, old.hash)
     or new.event is not null or new.salt is not null then
    raise exception 'only an event''s payload may be removed, whole' using errcode = '23514', constraint = 'audit_trail_is_append_only';
  end if;
  new.doer_id := null;
  return new;
end $$;

create or replace function own_doings(latest integer) returns table (at timestamptz, action text, activity text, purpose text, result text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.at, e.action, e.event::jsonb ->> 'processing_activity_id', e.event::jsonb ->> 'purpose', e.event::jsonb ->> 'result'
  from audit_events e where e.doer_id = current_user_id() order by e.at desc limit latest
$$;
create or replace function done_with_own_account(latest integer) returns table (at timestamptz, action text, result text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.at, e.action, e.event::jsonb ->> 'result'
  from audit_events e where e.event is not null and e.action like 'user.%' and user_object_of(e.event) = current_user_id()::text
    and e.doer_id is distinct from current_user_id() order by e.at desc limit latest
$$;
drop function actor_user_of(text);
