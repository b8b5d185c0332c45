-- How every case stands at a given moment, derived from its rows and never stored. Runs with the asker's own rights, so each sees the cases
-- that the policies let them see. An approval that has run out leaves no sessions.
create function case_standing(at timestamptz) returns table (
  case_id uuid, state text, approved integer, used integer, booked integer, remaining integer, valid_until date, next_at timestamptz)
language sql stable as $$
  select c.id,
    case
      when closed.closed_at >= granted.granted_at then 'closed'
      when not consent.ever then 'awaiting-consent'
      when not consent.live then 'frozen'
      when taken.used >= granted.sessions then 'used-up'
      when taken.booked > 0 and taken.used = 0 then 'booked'
      when taken.booked > 0 then 'in-course'
      when granted.valid_until < (at at time zone 'Europe/Copenhagen')::date then 'expired'
      when taken.used > 0 then 'in-course'
      else 'open'
    end,
    granted.sessions, taken.used, taken.booked, granted.still_valid - taken.of_still_valid, granted.valid_until, taken.next_at
  from cases c
  cross join lateral (select sum(a.sessions)::integer as sessions, max(a.valid_until) as valid_until, max(a.granted_at) as granted_at,
      coalesce(sum(a.sessions) filter (where a.valid_until >= (at at time zone 'Europe/Copenhagen')::date), 0)::integer as still_valid
    from approvals a where a.case_id = c.id) granted
  cross join lateral (select
      (count(*) filter (where p.starts_at <= at or x.appointment_id is not null))::integer as used,
      (count(*) filter (where p.starts_at > at and x.appointment_id is null))::integer as booked,
      (count(*) filter (where a.valid_until >= (at at time zone 'Europe/Copenhagen')::date))::integer as of_still_valid,
      min(p.starts_at) filter (where p.starts_at > at and x.appointment_id is null) as next_at
    from approvals a join session_uses u on u.approval_id = a.id join appointments p on p.id = u.appointment_id
      left join appointment_cancellations x on x.appointment_id = p.id
    where a.case_id = c.id) taken
  cross join lateral (select count(*) > 0 as ever, coalesce(bool_or(w.consent_mark_id is null), false) as live
    from consent_marks m left join consent_withdrawals w on w.consent_mark_id = m.id where m.case_id = c.id) consent
  cross join lateral (select max(k.closed_at) as closed_at from course_closures k where k.case_id = c.id) closed
$$;
