-- What happened on a day in figures, counted once the day is over. What is counted may be erased later, as retention says; the figures name
-- nobody and stay, so that a year can be looked at without keeping anybody's data for it.
create table counted_days (
  day date primary key,
  counted_at timestamptz not null default now()
);
create table day_counts (
  day date not null references counted_days,
  figure text not null constraint figure_is_known check (figure in
    ('consent-given', 'consent-withdrawn', 'cookies-accepted', 'cookies-refused', 'decision-allowed', 'decision-refused')),
  -- What was counted, where there is more than one: the action that was decided on, the site that asked.
  subject text not null,
  count integer not null constraint only_what_happened_is_counted check (count > 0),
  primary key (day, figure, subject)
);
create trigger counted_days_are_append_only before update or delete on counted_days for each row execute function refuse_change();
create trigger day_counts_are_append_only before update or delete on day_counts for each row execute function refuse_change();

-- Counting a day reads that day and not the years before it. The rows stand in the order of time, so that a few kilobytes of index are enough.
create index audit_events_by_time on audit_events using brin (at) with (pages_per_range = 32, autosummarize = on);
create index consent_marks_by_time on consent_marks using brin (marked_at) with (pages_per_range = 32, autosummarize = on);
create index consent_withdrawals_by_time on consent_withdrawals using brin (withdrawn_at) with (pages_per_range = 32, autosummarize = on);

-- That the ends of the audit trail were stated outside the database, and what the nightly check of its newest links found (X3).
create table audit_statements (
  id bigint generated always as identity primary key,
  stated_at timestamptz not null,
  because text not null constraint occasion_is_known check (because in ('nightly', 'shutdown')),
  links bigint not null
);
create table audit_checks (
  id bigint generated always as identity primary key,
  checked_at timestamptz not null,
  links bigint not null,
  findings integer not null,
  -- Where the chains ended, as far as they hold: the next check goes on from here.
  heads jsonb not null
);

alter table counted_days enable row level security;
alter table day_counts enable row level security;
alter table audit_statements enable row level security;
alter table audit_checks enable row level security;
create policy worker_counts_days on counted_days for all to klinikbro_worker using (true) with check (true);
create policy worker_keeps_counts on day_counts for all to klinikbro_worker using (true) with check (true);
create policy worker_notes_statements on audit_statements for all to klinikbro_worker using (true) with check (true);
create policy worker_notes_checks on audit_checks for all to klinikbro_worker using (true) with check (true);
create policy operator_reads_counted_days on counted_days for select to klinikbro_request using ((select current_actor_kind()) = 'operator');
create policy operator_reads_counts on day_counts for select to klinikbro_request using ((select current_actor_kind()) = 'operator');
create policy operator_reads_statements on audit_statements for select to klinikbro_request using ((select current_actor_kind()) = 'operator');
create policy operator_reads_checks on audit_checks for select to klinikbro_request using ((select current_actor_kind()) = 'operator');
grant select, insert on counted_days, day_counts, audit_statements, audit_checks to klinikbro_worker;
grant select on counted_days, day_counts, audit_statements, audit_checks to klinikbro_request;

-- How many requests were answered, by the days that decide whether it was in time: nothing of whom they are about or what they say.
create index rights_answers_by_time on rights_request_states (at) where state in ('granted', 'refused');
create function rights_answers(since timestamptz) returns table (received_on date, identified_on date, extended boolean, answered_on date, answers integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select (r.received_at at time zone 'Europe/Copenhagen')::date, (i.checked_at at time zone 'Europe/Copenhagen')::date,
    exists (select from rights_request_states e where e.request_id = r.id and e.state = 'extended'),
    (s.at at time zone 'Europe/Copenhagen')::date, count(*)::int
  from rights_request_states s join rights_requests r on r.id = s.request_id
  join rights_identity_checks i on i.request_id = r.id
  where current_actor_kind() = 'operator' and s.state in ('granted', 'refused') and s.at >= since
  group by 1, 2, 3, 4
$$;
revoke execute on function rights_answers from public;
grant execute on function rights_answers to klinikbro_request;
