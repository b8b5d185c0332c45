/**
 * The doors to the queue: requests may enqueue and look after parked jobs, the worker role may run jobs; neither owns
 * anything. Safe to run again: it follows every upgrade of the queue's own schema. The policy layer decides who may
 * call the parked-job functions.
 */
export const jobGrants = `
create or replace function public.enqueue(
  task text, payload jsonb, run_at timestamptz default now(), job_key text default null, max_attempts int default 8
) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(
    task, payload::json, run_at => enqueue.run_at, max_attempts => enqueue.max_attempts, job_key => enqueue.job_key);
$$;

-- The same task for many payloads in one go: the queue's own way for one job slows down with each that waits to commit.
create or replace function public.enqueue_each(task text, payloads jsonb[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_jobs(array(
    select row(task, payload::json, null, now(), 8, null, null, null)::graphile_worker.job_spec from unnest(payloads) as payload));
$$;

-- A job that waits for the end of maintenance, marked so that an early end finds it.
create or replace function public.put_off(task text, payload jsonb, run_at timestamptz, job_key text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(
    task, payload::json, run_at => put_off.run_at, max_attempts => 8, job_key => put_off.job_key, flags => array['after-maintenance']);
$$;

create or replace function public.resume_put_off() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update graphile_worker._private_jobs set run_at = now()
    where flags operator(pg_catalog.?) 'after-maintenance' and locked_at is null and run_at > now();
  if found then perform pg_notify('jobs:insert', ''); end if;
end $$;

create or replace function public.parked_jobs() returns table (
  id bigint, task text, payload jsonb, attempts int, max_attempts int, last_error text, parked_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jobs.id, tasks.identifier, jobs.payload::jsonb, jobs.attempts::int, jobs.max_attempts::int, jobs.last_error,
         jobs.updated_at
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null and jobs.last_error is not null
  order by jobs.updated_at desc, jobs.id desc;
$$;

create or replace function public.retry_parked_job(parked_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.parked_jobs() as parked where parked.id = parked_id) then return false; end if;
  perform graphile_worker.reschedule_jobs(array[parked_id], run_at => now(), attempts => 0);
  perform pg_notify('jobs:insert', '');
  return true;
end $$;

create or replace function public.discard_parked_job(parked_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.parked_jobs() as parked where parked.id = parked_id) then return false; end if;
  perform graphile_worker.complete_jobs(array[parked_id]);
  return true;
end $$;

revoke all on function public.enqueue(text, jsonb, timestamptz, text, int), public.enqueue_each(text, jsonb[]) from public;
revoke all on function public.parked_jobs(), public.retry_parked_job(bigint), public.discard_parked_job(bigint) from public;
grant execute on function public.enqueue(text, jsonb, timestamptz, text, int), public.enqueue_each(text, jsonb[]) to klinikbro_request, klinikbro_worker;
revoke all on function public.put_off(text, jsonb, timestamptz, text), public.resume_put_off() from public;
grant execute on function public.put_off(text, jsonb, timestamptz, text) to klinikbro_worker;
grant execute on function public.resume_put_off() to klinikbro_request;
grant execute on function public.parked_jobs(), public.retry_parked_job(bigint), public.discard_parked_job(bigint)
  to klinikbro_request;

grant usage on schema graphile_worker to klinikbro_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to klinikbro_worker;
revoke insert, update, delete on graphile_worker.migrations from klinikbro_worker;
grant usage on all sequences in schema graphile_worker to klinikbro_worker;
grant execute on all functions in schema graphile_worker to klinikbro_worker;

do $$
declare queue_table text;
begin
  foreach queue_table in array array['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs']
  loop
    execute format('drop policy if exists klinikbro_worker on graphile_worker.%I', queue_table);
    execute format('create policy klinikbro_worker on graphile_worker.%I to klinikbro_worker using (true) with check (true)',
      queue_table);
  end loop;
end $$;
`
