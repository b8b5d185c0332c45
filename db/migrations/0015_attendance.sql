-- A visit was either kept or not, however many colleagues click at once; and one that was cancelled is neither.
create unique index completed_or_no_show on appointment_attendance (appointment_id) where state in ('completed', 'no-show');

create function refuse_attendance_on_cancelled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from appointment_cancellations x where x.appointment_id = new.appointment_id) then
    raise exception 'the appointment is cancelled' using errcode = '23514', constraint = 'no_attendance_on_cancelled';
  end if;
  return new;
end $$;
create trigger no_attendance_on_cancelled before insert on appointment_attendance for each row execute function refuse_attendance_on_cancelled();
