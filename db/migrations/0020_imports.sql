-- A file of cases that an insurer brought. The row tells how far it has come; the file itself lies sealed beside it until it is used or seven
-- days old.
create table case_imports (
  id uuid primary key,
  insurer_id uuid not null references organisations,
  uploaded_by uuid not null references users,
  uploaded_at timestamptz not null,
  state text not null constraint import_state_is_known check (state in
    ('checking', 'has-errors', 'ready', 'importing', 'imported', 'check-failed', 'import-failed', 'not-allowed', 'expired')),
  rows_total integer not null constraint import_has_rows check (rows_total > 0),
  rows_checked integer not null default 0,
  rows_wrong integer not null default 0,
  rows_with_consent integer not null default 0,
  rows_imported integer not null default 0,
  confirmed_by uuid references users,
  confirmed_at timestamptz,
  finished_at timestamptz,
  progressed_at timestamptz not null,
  unique (id, insurer_id)
);
create index case_imports_by_insurer on case_imports (insurer_id, uploaded_at desc);

create table case_import_files (
  import_id uuid primary key,
  insurer_id uuid not null,
  content_sealed bytea not null,
  erase_at timestamptz not null,
  foreign key (import_id, insurer_id) references case_imports (id, insurer_id)
);
create index case_import_files_by_end on case_import_files (erase_at);

-- Which cell of which row is wrong, and why. Never what stood there.
create table case_import_errors (
  import_id uuid not null,
  insurer_id uuid not null,
  row_number integer not null,
  column_key text not null,
  problem text not null,
  -- The row that has the same case number.
  other_row integer,
  primary key (import_id, row_number, column_key),
  foreign key (import_id, insurer_id) references case_imports (id, insurer_id)
);

alter table case_imports enable row level security;
alter table case_import_files enable row level security;
alter table case_import_errors enable row level security;
create policy insurer_keeps_its_imports on case_imports for all to klinikbro_request
  using (insurer_id = current_organisation()) with check (insurer_id = current_organisation());
create policy worker_carries_imports on case_imports for all to klinikbro_worker using (true) with check (true);
create policy insurer_keeps_its_import_files on case_import_files for all to klinikbro_request
  using (insurer_id = current_organisation()) with check (insurer_id = current_organisation());
create policy worker_reads_and_erases_import_files on case_import_files for all to klinikbro_worker using (true);
create policy insurer_sees_its_import_errors on case_import_errors for select to klinikbro_request using (insurer_id = current_organisation());
create policy worker_keeps_import_errors on case_import_errors for all to klinikbro_worker using (true) with check (true);
grant select, insert, update on case_imports to klinikbro_request;
grant select, update on case_imports to klinikbro_worker;
grant select, insert, delete on case_import_files to klinikbro_request;
grant select, delete on case_import_files to klinikbro_worker;
grant select on case_import_errors to klinikbro_request;
grant select, insert, delete on case_import_errors to klinikbro_worker;
create constraint trigger audited after insert on case_imports deferrable initially deferred for each row execute function require_audit_event();

-- Appends many events in one go, in order, to the chain of this connection: as append_audit_event for each, with the chain's head moved once.
create function append_audit_events(action text, events text[], person_ids uuid[], case_ids uuid[], organisation uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  slot smallint := pg_backend_pid() % 16;
  link audit_chains;
  fresh_salt bytea;
  sealed_commitment bytea;
  new_hash bytea;
begin
  if cardinality(events) = 0 then return; end if;
  select * into strict link from audit_chains c where c.chain = slot for update;
  for i in 1 .. cardinality(events) loop
    fresh_salt := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
    sealed_commitment := sha256(fresh_salt || convert_to(events[i], 'UTF8'));
    new_hash := sha256(link.head || int8send(link.length + 1) || sealed_commitment);
    insert into audit_events (chain, position, person_id, case_id, organisation_id, action, salt, event, commitment, previous, hash)
      values (slot, link.length + 1, person_ids[i], case_ids[i], organisation, append_audit_events.action, fresh_salt, events[i],
        sealed_commitment, link.head, new_hash);
    link.length := link.length + 1;
    link.head := new_hash;
  end loop;
  update audit_chains c set length = link.length, head = link.head where c.chain = slot;
end $$;
revoke execute on function append_audit_events from public;
grant execute on function append_audit_events to klinikbro_request, klinikbro_worker;
