-- What every request pays for its event. The end of a chain says in which transaction it last grew, so that a change asks one row of sixteen
-- whether it was logged, and no event is indexed by its transaction. A foreign key to sixteen rows that never go was checked for every event.
alter table audit_events drop constraint audit_events_chain_fkey,
  add constraint event_stands_in_one_of_sixteen_chains check (chain between 0 and 15);
drop index audit_events_by_transaction;
alter table audit_chains add column grown_in xid8, add column before_head bytea;

create or replace function append_audit_event(action text, event text, person uuid, case_ uuid, organisation uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link audit_chains;
  fresh_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  sealed_commitment bytea := sha256(fresh_salt || convert_to(event, 'UTF8'));
begin
  update audit_chains c set length = c.length + 1, before_head = c.head, grown_in = pg_current_xact_id(),
      head = sha256(c.head || int8send(c.length + 1) || sealed_commitment)
    where c.chain = pg_backend_pid() % 16 returning * into strict link;
  insert into audit_events (chain, position, person_id, case_id, organisation_id, action, salt, event, commitment, previous, hash)
    values (link.chain, link.length, person, case_, organisation, action, fresh_salt, event, sealed_commitment, link.before_head, link.head);
end $$;

-- All links are reckoned first and stored at once.
create or replace function append_audit_events(action text, events text[], person_ids uuid[], case_ids uuid[], organisation uuid) returns void
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
    perform append_audit_event(append_audit_events.action, events[1], person_ids[1], case_ids[1], organisation);
    return;
  end if;
  select * into strict link from audit_chains c where c.chain = pg_backend_pid() % 16 for update;
  hashes[0] := link.head;
  for i in 1 .. amount loop
    salts[i] := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    commitments[i] := sha256(salts[i] || convert_to(events[i], 'UTF8'));
    hashes[i] := sha256(hashes[i - 1] || int8send(link.length + i) || commitments[i]);
  end loop;
  insert into audit_events (chain, position, person_id, case_id, organisation_id, action, salt, event, commitment, previous, hash)
    select link.chain, link.length + i, person_ids[i], case_ids[i], organisation, append_audit_events.action, salts[i], events[i],
      commitments[i], hashes[i - 1], hashes[i]
    from generate_series(1, amount) i;
  update audit_chains c set length = link.length + amount, before_head = hashes[amount - 1], head = hashes[amount], grown_in = pg_current_xact_id()
    where c.chain = link.chain;
end $$;

-- A sensitive change commits only together with an audit event of the same transaction, and is on the disk before anybody is told of it: a
-- transaction that was begun as a look, which need not wait, waits if it turns out to have changed something.
create or replace function require_audit_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from audit_chains where chain = pg_backend_pid() % 16 and grown_in = pg_current_xact_id()) then
    raise exception 'change of % without an audit event', tg_table_name using errcode = '23514', constraint = 'no_change_without_audit_event';
  end if;
  if current_setting('synchronous_commit') = 'off' then perform set_config('synchronous_commit', 'on', true); end if;
  return null;
end $$;
