-- What is taken when, but not by whom or why: what every search reads. A plain view of the owner's, because under row-level security an
-- index could not be asked for overlaps (&& is not leakproof) and each search would read all that a room ever held.
create view taken_times as select kind, resource_id, span, expires_at from occupancies where kind <> 'patient';
grant select on taken_times to klinikbro_request, klinikbro_worker;

-- The rows behind it, which name appointment and hold, are for the parties alone.
drop policy taken_times_are_known_but_not_by_whom on occupancies;
create policy parties_know_what_they_occupy on occupancies for select to klinikbro_request using (
  (appointment_id is not null and appointment_is_known(appointment_id)) or exists (select from holds h where h.id = hold_id));

-- Great-circle distance (haversine), as the crow flies; null when a place is not known. Only strict parts, so that PostgreSQL inlines it.
create function kilometres_between(lat1 float8, lon1 float8, lat2 float8, lon2 float8) returns float8 language sql immutable parallel safe as $$
  select 2 * 6371.0088 * atan2(
    sqrt(sind((lat2 - lat1) / 2) ^ 2 + cosd(lat1) * cosd(lat2) * sind((lon2 - lon1) / 2) ^ 2),
    sqrt(abs(1 - sind((lat2 - lat1) / 2) ^ 2 - cosd(lat1) * cosd(lat2) * sind((lon2 - lon1) / 2) ^ 2)))
$$;

-- A search goes through days one by one. What is free is in no index: a booking changes its day's row in place.
drop index practitioner_days_with_free_time;
create index practitioner_days_by_date on practitioner_days (on_date, organisation_id);

-- Free time is kept by adding and taking away, on the newest version of the row: a writer that waited for another loses nothing of it.
-- What is given back is free by the constraint that nobody is in two places at once.
create or replace function refresh_practitioner_day() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op in ('DELETE', 'UPDATE') and old.kind = 'practitioner' then
    update practitioner_days d set free = d.free + d.open * tstzmultirange(old.span)
      where d.practitioner_id = old.resource_id
        and d.on_date between (lower(old.span) at time zone 'Europe/Copenhagen')::date and (upper(old.span) at time zone 'Europe/Copenhagen')::date;
  end if;
  if tg_op in ('INSERT', 'UPDATE') and new.kind = 'practitioner' then
    update practitioner_days d set free = d.free - tstzmultirange(new.span)
      where d.practitioner_id = new.resource_id
        and d.on_date between (lower(new.span) at time zone 'Europe/Copenhagen')::date and (upper(new.span) at time zone 'Europe/Copenhagen')::date;
  end if;
  return null;
end $$;

-- As before, but waits for whoever is booking on these days before it reads what is taken.
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
        (coalesce((select range_agg(tstzrange((d::date + h.opens) at time zone 'Europe/Copenhagen', (d::date + h.closes) at time zone 'Europe/Copenhagen'))
            from opening_hours h where h.practitioner_id = p.id and h.weekday = extract(isodow from d)
              and d::date between h.valid_from and coalesce(h.valid_until, 'infinity')), '{}')
          - coalesce((select range_agg(tstzrange(
                (d::date + coalesce(e.opens, '00:00')) at time zone 'Europe/Copenhagen',
                case when e.closes is null then (d::date + 1)::timestamp at time zone 'Europe/Copenhagen' else (d::date + e.closes) at time zone 'Europe/Copenhagen' end))
            from opening_exceptions e where e.kind = 'closed' and e.on_date = d::date and e.organisation_id = p.organisation_id
              and e.room_id is null and (e.practitioner_id is null or e.practitioner_id = p.id)), '{}')
          + coalesce((select range_agg(tstzrange((d::date + e.opens) at time zone 'Europe/Copenhagen', (d::date + e.closes) at time zone 'Europe/Copenhagen'))
            from opening_exceptions e where e.kind = 'open' and e.on_date = d::date and e.practitioner_id = p.id), '{}')) as open
      from practitioners p, generate_series(from_date::timestamp, until_date::timestamp, interval '1 day') d
      where p.id = of_practitioner) l
    on conflict (practitioner_id, on_date) do update set open = excluded.open, free = excluded.free;
end $$;

-- Keeps the days ahead laid out for everybody who works, and forgets those a month behind. Tells for how many.
create function lay_out_everybodys_days(from_date date, until_date date) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare someone uuid; laid integer := 0;
begin
  for someone in select p.id from practitioners p where p.active_until is null or p.active_until >= from_date order by p.id loop
    perform lay_out_days(someone, from_date, until_date);
    laid := laid + 1;
  end loop;
  delete from practitioner_days d where d.on_date < from_date - 31;
  return laid;
end $$;
revoke execute on function lay_out_everybodys_days from public;
grant execute on function lay_out_everybodys_days to klinikbro_worker;

-- One hold a person, renewed twice at most.
create unique index one_hold_for_each_person on holds (person_id);
drop index holds_by_person;
create index holds_by_clinic on holds (clinic_id);
alter table holds add column renewals integer not null default 0 constraint hold_is_renewed_twice_at_most check (renewals between 0 and 2);
grant update (expires_at) on occupancies to klinikbro_request;
create policy holder_renews on occupancies for update to klinikbro_request
  using (exists (select from holds h where h.id = hold_id)) with check (exists (select from holds h where h.id = hold_id));

-- Frees what expired holds keep. The hold itself is left for a day, or until its person's next one, so that its page can say what happened.
drop function release_expired_holds();
create function release_expired_holds(as_of timestamptz) returns integer language sql security definer set search_path = public, pg_temp as $$
  with forgotten as (delete from holds where expires_at <= as_of - interval '1 day'),
    freed as (delete from occupancies where expires_at <= as_of and expires_at > as_of - interval '1 day' returning hold_id)
  select count(distinct hold_id)::integer from freed
$$;
revoke execute on function release_expired_holds from public;
grant execute on function release_expired_holds to klinikbro_worker;

-- Where contenders for a time queue: the person, the days that taking it can touch, the clinic's rooms; everyone in this order, so that
-- nobody waits in a circle. Expired holds that stand in the way are dropped once the queue is passed.
create function queue_for_time(
  of_person uuid, of_practitioner uuid, of_clinic uuid, begins timestamptz, as_of timestamptz, leaving uuid default null
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from persons p where p.id = of_person for no key update;
  perform from practitioner_days d
    where (d.practitioner_id, d.on_date) in (
      select of_practitioner, (begins at time zone 'Europe/Copenhagen')::date
      union all
      select h.practitioner_id, (h.starts_at at time zone 'Europe/Copenhagen')::date from holds h
        where h.person_id = of_person
          or (h.clinic_id = of_clinic and h.expires_at <= as_of and exists (select from occupancies o where o.hold_id = h.id))
      union all
      select a.practitioner_id, (a.starts_at at time zone 'Europe/Copenhagen')::date from appointments a where a.id = leaving)
    order by d.practitioner_id, d.on_date for no key update;
  perform from rooms r where r.organisation_id = of_clinic order by r.id for no key update;
  delete from occupancies o using holds h
    where o.hold_id = h.id and h.expires_at <= as_of and (h.clinic_id = of_clinic or h.person_id = of_person);
end $$;
revoke execute on function queue_for_time from public;
grant execute on function queue_for_time to klinikbro_request;

-- Whoever may know of an approval may lock it while taking a session; changing it stays the insurer's.
create policy contenders_queue_on_approvals on approvals for update to klinikbro_request
  using (approval_is_for_known_case(id)) with check (false);
