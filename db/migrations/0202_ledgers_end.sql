-- Ledgers that name nobody have an end too, as the policy model says: what was erased, the reports of the runs, the proof that logs were
-- cleared, the orders that were carried out, and invitations that came to nothing. The worker takes them away by age.
create policy worker_forgets_old_erasures on erasures for delete to klinikbro_worker using (true);
create policy worker_forgets_old_orders on erasure_orders for delete to klinikbro_worker using (carried_out_at is not null or withdrawn_at is not null);
create policy worker_forgets_old_invitations on invitations for delete to klinikbro_worker using (true);
grant delete on erasures, retention_runs, log_sweeps, erasure_orders, invitations to klinikbro_worker;
create index erasures_by_run on erasures (run_id);

-- A report is not forgotten before what it tells of.
create index erasures_by_age on erasures (erased_at);
