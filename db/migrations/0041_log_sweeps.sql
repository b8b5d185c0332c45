-- That the access logs were erased in time (T6.3): by whom is the machine, what is files of days, no person is in it.
create table log_sweeps (
  id bigint generated always as identity primary key,
  swept_at timestamptz not null,
  files_erased integer not null,
  files_kept integer not null
);
alter table log_sweeps enable row level security;
create policy worker_notes_log_sweeps on log_sweeps for all to klinikbro_worker using (true) with check (true);
create policy operator_reads_log_sweeps on log_sweeps for select to klinikbro_request using (current_actor_kind() = 'operator');
grant select, insert on log_sweeps to klinikbro_worker;
grant select on log_sweeps to klinikbro_request;
