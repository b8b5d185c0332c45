-- Ledgers that name nobody have an end too, as the policy model says: what was erased, the reports of the runs, the proof that logs were
-- cleared, the orders that were carried out, and invitations that came to nothing. The worker takes them away by age.
create policy worker_forgets_old_orders on erasure_orders for delete to klinikbro_worker using (carried_out_at is not null or withdrawn_at is not null);
create policy worker_forgets_old_invitations on invitations for delete to klinikbro_worker using (true);
grant delete on retention_runs, log_sweeps, erasure_orders, invitations to klinikbro_worker;
create index erasures_by_run on erasures (run_id);

-- No role may take lines out of the ledger of erasures but through this, and never a young one, whatever it is asked. Tells how many went.
create function forget_old_erasures(before timestamptz) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare gone integer;
begin
  if before > now() - interval '1 year' then
    raise exception 'the ledger keeps its lines for a year at least' using errcode = '23514', constraint = 'ledger_keeps_young_erasures';
  end if;
  delete from erasures e where e.erased_at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function forget_old_erasures from public;
grant execute on function forget_old_erasures to klinikbro_worker;
create index erasures_by_age on erasures (erased_at);
