-- When a case has come to its end: as before, but a course that was closed is open again when more is approved afterwards, and no case ends
-- before its last visit, at whichever clinic. Otherwise it would be erased while the patient still uses what was approved.
create or replace function ended_cases(present timestamptz) returns table (case_id uuid, person_id uuid, insurer_id uuid, ended_at timestamptz)
language sql stable as $$
  select c.id, c.person_id, c.insurer_id, ended.at
  from cases c
  cross join lateral (select max(k.closed_at) as at from course_closures k where k.case_id = c.id) closed
  cross join lateral (select max(a.granted_at) as at, (max(a.valid_until) + 1)::timestamp at time zone 'Europe/Copenhagen' as ends_at
    from approvals a where a.case_id = c.id) granted
  cross join lateral (select max(p.ends_at) as at from appointments p where p.case_id = c.id
    and not exists (select from appointment_cancellations x where x.appointment_id = p.id)) visited
  cross join lateral (select greatest(case when granted.at is null or closed.at >= granted.at then closed.at else granted.ends_at end,
    visited.at) as at) ended
  where ended.at <= present
$$;
