-- What patient and clinic write to each other when an appointment is called off. A table of its own: the insurer follows that a time was
-- cancelled and why in one word, and never reads the note.
create table cancellation_notes (
  appointment_id uuid primary key references appointment_cancellations on delete cascade,
  note_sealed bytea not null
);
insert into cancellation_notes (appointment_id, note_sealed)
  select appointment_id, note_sealed from appointment_cancellations where note_sealed is not null;
alter table appointment_cancellations drop column note_sealed;

alter table cancellation_notes enable row level security;
create policy patient_and_clinic_share_the_note on cancellation_notes for select to klinikbro_request using (exists (
  select from appointments a where a.id = appointment_id and (a.person_id = current_person() or a.clinic_id = current_organisation())));
create policy patient_or_clinic_writes_the_note on cancellation_notes for insert to klinikbro_request with check (exists (
  select from appointments a where a.id = appointment_id and (a.person_id = current_person() or a.clinic_id = current_organisation())));
grant select, insert on cancellation_notes to klinikbro_request;
create trigger cancellation_notes_are_append_only before update or delete on cancellation_notes for each row execute function refuse_change();
create constraint trigger audited after insert on cancellation_notes deferrable initially deferred for each row execute function require_audit_event();

-- As before, but a practitioner who has left is open on no day after the last one.
create or replace function lay_out_days(of_practitioner uuid, from_date date, until_date date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from practitioner_days d where d.practitioner_id = of_practitioner and d.on_date between from_date and until_date
    order by d.on_date for no key update;
  insert into practitioner_days (practitioner_id, on_date, organisation_id, open, free)
    select l.id, l.on_date, l.organisation_id, l.open, l.open - coalesce((
      select range_agg(o.span) from occupancies o where o.kind = 'practitioner' and o.resource_id = l.id
        and not isempty(l.open) and o.span && range_merge(l.open)), '{}'::tstzmultirange)
    from (select p.id, p.organisation_id, d::date as on_date,
        case when p.active_until < d::date then '{}'::tstzmultirange else
        (coalesce((select range_agg(tstzrange((d::date + h.opens) at time zone 'Europe/Copenhagen', (d::date + h.closes) at time zone 'Europe/Copenhagen'))
            from opening_hours h where h.practitioner_id = p.id and h.weekday = extract(isodow from d)
              and d::date between h.valid_from and coalesce(h.valid_until, 'infinity')), '{}')
          - coalesce((select range_agg(tstzrange(
                (d::date + coalesce(e.opens, '00:00')) at time zone 'Europe/Copenhagen',
                case when e.closes is null then (d::date + 1)::timestamp at time zone 'Europe/Copenhagen' else (d::date + e.closes) at time zone 'Europe/Copenhagen' end))
            from opening_exceptions e where e.kind = 'closed' and e.on_date = d::date and e.organisation_id = p.organisation_id
              and e.room_id is null and (e.practitioner_id is null or e.practitioner_id = p.id)), '{}')
          + coalesce((select range_agg(tstzrange((d::date + e.opens) at time zone 'Europe/Copenhagen', (d::date + e.closes) at time zone 'Europe/Copenhagen'))
            from opening_exceptions e where e.kind = 'open' and e.on_date = d::date and e.practitioner_id = p.id), '{}')) end as open
      from practitioners p, generate_series(from_date::timestamp, until_date::timestamp, interval '1 day') d
      where p.id = of_practitioner) l
    on conflict (practitioner_id, on_date) do update set open = excluded.open, free = excluded.free;
end $$;

-- What was imported is in the cases; the account of an import that ended is kept 90 days.
grant delete on case_imports to klinikbro_worker;
create index case_imports_by_end on case_imports (finished_at) where finished_at is not null;
