create table practitioners (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  user_id uuid references users,
  name text not null,
  profession text not null,
  authorisation_id text constraint authorisation_id_has_its_form check (authorisation_id ~ '^[BCDFGHJKLMNPQRSTVWXYZ0-9]{5}$'),
  active_until date,
  unique (organisation_id, id)
);
create table practitioner_services (
  practitioner_id uuid not null references practitioners,
  treatment_type text not null references treatment_types,
  primary key (practitioner_id, treatment_type)
);
create index practitioner_services_by_treatment on practitioner_services (treatment_type, practitioner_id);

create table rooms (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  name text not null,
  kind text not null,
  active_until date,
  unique (organisation_id, id)
);
create index rooms_by_kind on rooms (organisation_id, kind);

create table opening_hours (
  id uuid primary key,
  organisation_id uuid not null,
  practitioner_id uuid not null,
  weekday integer not null constraint weekday_is_iso check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  valid_from date not null,
  valid_until date,
  constraint hours_run_forward check (closes > opens),
  constraint hours_period_runs_forward check (valid_until is null or valid_until >= valid_from),
  foreign key (organisation_id, practitioner_id) references practitioners (organisation_id, id)
);
create index opening_hours_by_practitioner on opening_hours (practitioner_id);

-- A dated exception: closed (the whole day, or from opens to closes) or open beyond the usual hours.
-- For one practitioner, one room, or, where both are null, the whole clinic.
create table opening_exceptions (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  practitioner_id uuid references practitioners,
  room_id uuid references rooms,
  kind text not null constraint exception_kind_is_known check (kind in ('closed', 'open')),
  on_date date not null,
  opens time,
  closes time,
  reason text not null default '',
  constraint exception_hours_are_whole check ((opens is null) = (closes is null) and (closes is null or closes > opens)),
  constraint open_exception_has_hours check (kind = 'closed' or opens is not null),
  constraint exception_is_for_one check (practitioner_id is null or room_id is null)
);
create index opening_exceptions_by_date on opening_exceptions (organisation_id, on_date);

-- What a practitioner's day holds: derived from hours, exceptions and occupancies, kept in step by the triggers below.
-- Its row is also what contenders for a time queue on, so that a loser gets a reason and not a deadlock.
create table practitioner_days (
  practitioner_id uuid not null references practitioners,
  on_date date not null,
  organisation_id uuid not null,
  open tstzmultirange not null,
  free tstzmultirange not null,
  primary key (practitioner_id, on_date)
);
create index practitioner_days_with_free_time on practitioner_days (organisation_id, on_date) where not isempty(free);

-- A time held for one person while they confirm; counts as taken in every search, and ends by itself.
create table holds (
  id uuid primary key,
  person_id uuid not null references persons,
  case_id uuid not null references cases,
  clinic_id uuid not null references organisations,
  practitioner_id uuid not null references practitioners,
  room_id uuid not null references rooms,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  moves_appointment_id uuid,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index holds_by_person on holds (person_id);
create index holds_by_case on holds (case_id);

create table appointments (
  id uuid primary key,
  clinic_id uuid not null references organisations,
  insurer_id uuid not null references organisations,
  case_id uuid not null references cases,
  person_id uuid not null references persons,
  treatment_type text not null references treatment_types,
  practitioner_id uuid not null,
  room_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The first booking of a line of moves; its id is the calendar entry's, and sequence counts the moves.
  root_id uuid not null references appointments,
  sequence integer not null default 0,
  moved_from uuid constraint moved_once unique references appointments,
  booked_by_kind text not null constraint booker_is_known check (booked_by_kind in ('patient', 'clinic')),
  booked_by uuid,
  booked_at timestamptz not null default now(),
  constraint appointment_runs_forward check (ends_at > starts_at),
  foreign key (clinic_id, practitioner_id) references practitioners (organisation_id, id),
  foreign key (clinic_id, room_id) references rooms (organisation_id, id),
  foreign key (case_id, person_id) references cases (id, person_id),
  foreign key (case_id, insurer_id) references cases (id, insurer_id)
);
create index appointments_by_clinic on appointments (clinic_id, starts_at);
create index appointments_by_case on appointments (case_id, starts_at);
create index appointments_by_person on appointments (person_id, starts_at);

create table appointment_cancellations (
  appointment_id uuid primary key references appointments,
  reason text not null constraint cancellation_reason_is_known check (reason in
    ('moved', 'ill', 'work', 'better', 'other-clinic', 'other', 'practitioner-ill', 'clinic-closed', 'consent-withdrawn')),
  note_sealed bytea,
  cancelled_by_kind text not null constraint canceller_is_known check (cancelled_by_kind in ('patient', 'clinic', 'insurer')),
  cancelled_by uuid,
  cancelled_at timestamptz not null default now(),
  session_given_back boolean not null
);

create table appointment_attendance (
  appointment_id uuid not null references appointments,
  state text not null constraint attendance_state_is_known check (state in ('arrived', 'completed', 'no-show')),
  noted_by uuid,
  noted_at timestamptz not null default now(),
  primary key (appointment_id, state)
);

-- Who or what is taken when. Three constraints, one for each kind, are the last word: nobody and nothing is in two places at once.
create table occupancies (
  id uuid primary key default gen_random_uuid(),
  kind text not null constraint occupancy_kind_is_known check (kind in ('practitioner', 'room', 'patient')),
  resource_id uuid not null,
  organisation_id uuid not null references organisations,
  span tstzrange not null constraint span_is_bounded check (not isempty(span) and not lower_inf(span) and not upper_inf(span)),
  appointment_id uuid references appointments,
  hold_id uuid references holds on delete cascade,
  expires_at timestamptz,
  constraint occupied_by_one_thing check ((appointment_id is null) <> (hold_id is null)),
  constraint holds_expire check ((hold_id is null) = (expires_at is null)),
  constraint practitioner_never_twice exclude using gist (resource_id with =, span with &&) where (kind = 'practitioner'),
  constraint room_never_twice exclude using gist (resource_id with =, span with &&) where (kind = 'room'),
  constraint patient_never_twice exclude using gist (resource_id with =, span with &&) where (kind = 'patient')
);
create index occupancies_by_appointment on occupancies (appointment_id) where appointment_id is not null;
create index occupancies_by_hold on occupancies (hold_id) where hold_id is not null;
create index occupancies_that_expire on occupancies (expires_at) where expires_at is not null;

-- Each use takes one approved session; the foreign key and the key refuse more uses than sessions.
create table session_uses (
  approval_id uuid not null,
  ordinal integer not null,
  appointment_id uuid not null constraint appointment_uses_one_session unique references appointments,
  primary key (approval_id, ordinal),
  constraint sessions_never_exceed_approval foreign key (approval_id, ordinal) references approval_sessions (approval_id, ordinal)
);

create function refresh_practitioner_day() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare touched occupancies := coalesce(new, old);
begin
  if touched.kind = 'practitioner' then
    update practitioner_days d set free = d.open - coalesce((
        select range_agg(o.span) from occupancies o
        where o.kind = 'practitioner' and o.resource_id = d.practitioner_id and o.span && range_merge(d.open)), '{}'::tstzmultirange)
      where d.practitioner_id = touched.resource_id and not isempty(d.open)
        and d.on_date between (lower(touched.span) at time zone 'Europe/Copenhagen')::date and (upper(touched.span) at time zone 'Europe/Copenhagen')::date;
  end if;
  return null;
end $$;
create trigger occupancy_refreshes_the_day after insert or delete or update of span on occupancies for each row execute function refresh_practitioner_day();

-- Lays out a practitioner's days from hours and exceptions, minus what is already taken. Safe to run again at any time.
create function lay_out_days(of_practitioner uuid, from_date date, until_date date) returns void
language sql security definer set search_path = public, pg_temp as $$
  with days as (select p.id, p.organisation_id, d::date as on_date
      from practitioners p, generate_series(from_date, until_date, interval '1 day') d
      where p.id = of_practitioner),
  laid as (select d.id, d.organisation_id, d.on_date,
      (coalesce((select range_agg(tstzrange((d.on_date + h.opens) at time zone 'Europe/Copenhagen', (d.on_date + h.closes) at time zone 'Europe/Copenhagen'))
          from opening_hours h where h.practitioner_id = d.id and h.weekday = extract(isodow from d.on_date)
            and d.on_date between h.valid_from and coalesce(h.valid_until, 'infinity')), '{}')
        - coalesce((select range_agg(tstzrange(
              (d.on_date + coalesce(e.opens, '00:00')) at time zone 'Europe/Copenhagen',
              case when e.closes is null then (d.on_date + 1)::timestamp at time zone 'Europe/Copenhagen' else (d.on_date + e.closes) at time zone 'Europe/Copenhagen' end))
          from opening_exceptions e where e.kind = 'closed' and e.on_date = d.on_date and e.organisation_id = d.organisation_id
            and e.room_id is null and (e.practitioner_id is null or e.practitioner_id = d.id)), '{}')
        + coalesce((select range_agg(tstzrange((d.on_date + e.opens) at time zone 'Europe/Copenhagen', (d.on_date + e.closes) at time zone 'Europe/Copenhagen'))
          from opening_exceptions e where e.kind = 'open' and e.on_date = d.on_date and e.practitioner_id = d.id), '{}')) as open
    from days d)
  insert into practitioner_days (practitioner_id, on_date, organisation_id, open, free)
    select l.id, l.on_date, l.organisation_id, l.open, l.open - coalesce((
      select range_agg(o.span) from occupancies o where o.kind = 'practitioner' and o.resource_id = l.id
        and not isempty(l.open) and o.span && range_merge(l.open)), '{}'::tstzmultirange)
    from laid l
    on conflict (practitioner_id, on_date) do update set open = excluded.open, free = excluded.free
$$;

-- Drops holds whose time is up. Called before a time is taken and by a job at the very moment.
create function release_expired_holds() returns integer language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from holds where expires_at <= clock_timestamp() returning 1) select count(*)::integer from gone
$$;

create function appointment_is_known(of_appointment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from appointments a where a.id = of_appointment
    and (a.clinic_id = current_organisation() or a.insurer_id = current_organisation() or a.person_id = current_person()))
$$;
create function appointment_is_changeable(of_appointment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from appointments a where a.id = of_appointment
    and (a.clinic_id = current_organisation() or a.person_id = current_person() or (a.insurer_id = current_organisation()
      and exists (select from consent_withdrawals w where w.case_id = a.case_id))))
$$;

-- A case whose consent is withdrawn, or that was never disclosed to the clinic, cannot be booked there.
create function refuse_booking_without_disclosure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from disclosures d where d.recipient_id = new.clinic_id and d.case_id = new.case_id
      and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)) then
    raise exception 'no live disclosure of this case to this clinic' using errcode = '23514', constraint = 'no_booking_without_disclosure';
  end if;
  return new;
end $$;
create trigger no_booking_without_disclosure before insert on appointments for each row execute function refuse_booking_without_disclosure();

create table course_notes (
  id uuid primary key,
  clinic_id uuid not null references organisations,
  case_id uuid not null references cases,
  person_id uuid not null,
  appointment_id uuid references appointments,
  text_sealed bytea not null,
  written_by uuid,
  written_at timestamptz not null default now(),
  foreign key (case_id, person_id) references cases (id, person_id)
);
create index course_notes_by_case on course_notes (clinic_id, case_id);

create table session_requests (
  id uuid primary key,
  clinic_id uuid not null references organisations,
  insurer_id uuid not null references organisations,
  case_id uuid not null references cases,
  person_id uuid not null,
  sessions integer not null check (sessions between 1 and 99),
  reason_sealed bytea not null,
  requested_by uuid,
  requested_at timestamptz not null default now(),
  foreign key (case_id, insurer_id) references cases (id, insurer_id),
  foreign key (case_id, person_id) references cases (id, person_id)
);
create index session_requests_by_insurer on session_requests (insurer_id, requested_at desc);
create index session_requests_by_clinic on session_requests (clinic_id, requested_at desc);
create table session_answers (
  request_id uuid primary key references session_requests,
  approval_id uuid references approvals,
  refusal_sealed bytea,
  answered_by uuid,
  answered_at timestamptz not null default now(),
  constraint answer_grants_or_refuses check ((approval_id is null) <> (refusal_sealed is null))
);
create table course_closures (
  case_id uuid not null references cases,
  clinic_id uuid not null references organisations,
  person_id uuid not null,
  outcome text not null constraint outcome_is_known check (outcome in ('recovered', 'improved', 'unchanged', 'worse', 'referred-on', 'not-started')),
  summary_sealed bytea,
  closed_by uuid,
  closed_at timestamptz not null default now(),
  primary key (case_id, clinic_id),
  foreign key (case_id, person_id) references cases (id, person_id)
);

-- What was told to whom about what, bound to the version it speaks of; never the text itself.
create table notifications (
  id uuid primary key,
  case_id uuid references cases,
  appointment_id uuid references appointments,
  person_id uuid references persons,
  template text not null,
  channel text not null constraint channel_is_known check (channel in ('mail', 'sms')),
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  not_sent_because text
);
create index notifications_by_person on notifications (person_id, queued_at desc);
create index notifications_by_case on notifications (case_id);

alter table practitioners enable row level security;
alter table practitioner_services enable row level security;
alter table rooms enable row level security;
alter table opening_hours enable row level security;
alter table opening_exceptions enable row level security;
alter table practitioner_days enable row level security;
alter table holds enable row level security;
alter table appointments enable row level security;
alter table appointment_cancellations enable row level security;
alter table appointment_attendance enable row level security;
alter table occupancies enable row level security;
alter table session_uses enable row level security;
alter table course_notes enable row level security;
alter table session_requests enable row level security;
alter table session_answers enable row level security;
alter table course_closures enable row level security;
alter table notifications enable row level security;

create policy practitioners_are_known_to_all on practitioners for select to klinikbro_request, klinikbro_worker using (true);
create policy clinic_keeps_its_practitioners on practitioners for all to klinikbro_request using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy services_are_known_to_all on practitioner_services for select to klinikbro_request, klinikbro_worker using (true);
create policy clinic_keeps_its_services on practitioner_services for all to klinikbro_request
  using (exists (select from practitioners p where p.id = practitioner_id and p.organisation_id = current_organisation()))
  with check (exists (select from practitioners p where p.id = practitioner_id and p.organisation_id = current_organisation()));
create policy rooms_are_known_to_all on rooms for select to klinikbro_request, klinikbro_worker using (true);
create policy clinic_keeps_its_rooms on rooms for all to klinikbro_request using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy clinic_keeps_its_hours on opening_hours for all to klinikbro_request using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy clinic_keeps_its_exceptions on opening_exceptions for all to klinikbro_request using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy closed_rooms_are_known_to_all on opening_exceptions for select to klinikbro_request using (room_id is not null);
create policy free_time_is_known_to_all on practitioner_days for select to klinikbro_request, klinikbro_worker using (true);
create policy contenders_queue_on_days on practitioner_days for update to klinikbro_request using (true) with check (false);
create policy holds_are_the_persons_own on holds for all to klinikbro_request using (person_id = current_person()) with check (person_id = current_person());
create policy clinic_holds_for_patients on holds for all to klinikbro_request using (clinic_id = current_organisation()) with check (clinic_id = current_organisation() and is_disclosed_to_us(case_id));
create policy person_keeps_own_appointments on appointments for all to klinikbro_request using (person_id = current_person()) with check (person_id = current_person());
create policy clinic_keeps_its_appointments on appointments for all to klinikbro_request using (clinic_id = current_organisation()) with check (clinic_id = current_organisation());
create policy insurer_follows_appointments on appointments for select to klinikbro_request using (insurer_id = current_organisation());
create policy worker_reads_appointments on appointments for select to klinikbro_worker using (true);
create policy cancellations_follow on appointment_cancellations for select to klinikbro_request using (appointment_is_known(appointment_id));
create policy parties_cancel on appointment_cancellations for insert to klinikbro_request with check (appointment_is_changeable(appointment_id));
create policy worker_reads_cancellations on appointment_cancellations for select to klinikbro_worker using (true);
create policy attendance_follows on appointment_attendance for select to klinikbro_request using (appointment_is_known(appointment_id));
create policy clinic_notes_attendance on appointment_attendance for all to klinikbro_request
  using (exists (select from appointments a where a.id = appointment_id and a.clinic_id = current_organisation()))
  with check (exists (select from appointments a where a.id = appointment_id and a.clinic_id = current_organisation()));
create policy taken_times_are_known_but_not_by_whom on occupancies for select to klinikbro_request using (kind <> 'patient' or resource_id = current_person());
create policy parties_occupy on occupancies for insert to klinikbro_request with check (
  organisation_id = current_organisation() or exists (select from appointments a where a.id = appointment_id and a.person_id = current_person())
  or exists (select from holds h where h.id = hold_id and h.person_id = current_person()));
create policy parties_free on occupancies for delete to klinikbro_request using (
  (appointment_id is not null and appointment_is_changeable(appointment_id)) or exists (select from holds h where h.id = hold_id));
create policy uses_follow_their_appointment on session_uses for select to klinikbro_request using (approval_is_for_known_case(approval_id));
create policy parties_use_sessions on session_uses for insert to klinikbro_request with check (appointment_is_changeable(appointment_id));
create policy parties_give_sessions_back on session_uses for delete to klinikbro_request using (appointment_is_changeable(appointment_id));
create policy worker_reads_uses on session_uses for select to klinikbro_worker using (true);
create policy clinic_keeps_its_notes on course_notes for all to klinikbro_request
  using (clinic_id = current_organisation() and is_disclosed_to_us(case_id)) with check (clinic_id = current_organisation() and is_disclosed_to_us(case_id));
create policy person_sees_own_notes on course_notes for select to klinikbro_request using (person_id = current_person());
create policy requests_are_known_to_their_parties on session_requests for select to klinikbro_request
  using (insurer_id = current_organisation() or person_id = current_person() or (clinic_id = current_organisation() and is_disclosed_to_us(case_id)));
create policy clinic_asks_for_sessions on session_requests for insert to klinikbro_request with check (clinic_id = current_organisation() and is_disclosed_to_us(case_id));
create policy worker_reads_requests on session_requests for select to klinikbro_worker using (true);
create policy answers_follow_their_request on session_answers for select to klinikbro_request using (exists (select from session_requests r where r.id = request_id));
create policy insurer_answers on session_answers for insert to klinikbro_request
  with check (exists (select from session_requests r where r.id = request_id and r.insurer_id = current_organisation()));
create policy worker_reads_answers on session_answers for select to klinikbro_worker using (true);
create policy closures_are_known_to_their_parties on course_closures for select to klinikbro_request
  using (case_is_ours_or_the_patients(case_id) or (clinic_id = current_organisation() and is_disclosed_to_us(case_id)));
create policy clinic_closes_course on course_closures for insert to klinikbro_request with check (clinic_id = current_organisation() and is_disclosed_to_us(case_id));
create policy worker_reads_closures on course_closures for select to klinikbro_worker using (true);
create policy notifications_are_known_to_their_parties on notifications for select to klinikbro_request
  using (person_id = current_person() or case_is_ours_or_the_patients(case_id) or is_disclosed_to_us(case_id));
create policy notifications_are_queued_by_requests on notifications for insert to klinikbro_request with check (true);
create policy worker_keeps_notifications on notifications for all to klinikbro_worker using (true) with check (true);

grant select, insert, update on practitioners, rooms to klinikbro_request;
grant select, insert, delete on practitioner_services, opening_exceptions, occupancies, session_uses, holds to klinikbro_request;
grant select, insert, update, delete on opening_hours to klinikbro_request;
grant update on holds to klinikbro_request;
grant select, insert on appointments, appointment_cancellations, course_notes, session_requests, session_answers, course_closures, notifications to klinikbro_request;
grant select, insert, delete on appointment_attendance to klinikbro_request;
grant select, update on practitioner_days to klinikbro_request;
grant select on practitioners, practitioner_services, rooms, practitioner_days, appointments, appointment_cancellations, session_uses,
  session_requests, session_answers, course_closures to klinikbro_worker;
grant select, insert, update on notifications to klinikbro_worker;
revoke execute on function lay_out_days, release_expired_holds from public;
grant execute on function lay_out_days, release_expired_holds to klinikbro_request, klinikbro_worker;

create trigger appointments_are_never_deleted before update or delete on appointments for each row execute function refuse_change();
create trigger cancellations_are_append_only before update or delete on appointment_cancellations for each row execute function refuse_change();

create constraint trigger audited after insert on appointments deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on appointment_cancellations deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert or delete on appointment_attendance deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on course_notes deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on session_requests deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on session_answers deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on course_closures deferrable initially deferred for each row execute function require_audit_event();
