-- The agreement with an insurer or a place of treatment ends on a day that the operator announces, with a reason. Until it has taken effect
-- it can be taken back; each of these is a row. What follows from the effect is done by the database in the same moment (access), and by a
-- job (visits, journals, business contacts), which writes down how far it has come.
create table agreement_endings (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  last_day date not null,
  reason text not null constraint ending_reason_is_known check (reason in ('their-notice', 'our-notice', 'closing', 'breach', 'service-ends', 'replay')),
  announced_by uuid references users,
  announced_at timestamptz not null default now(),
  constraint last_day_is_not_behind_us check (last_day >= (announced_at at time zone 'Europe/Copenhagen')::date),
  unique (id, organisation_id)
);
create index agreement_endings_by_organisation on agreement_endings (organisation_id, announced_at desc);

create table agreement_endings_taken_back (
  ending_id uuid primary key references agreement_endings,
  taken_back_by uuid references users,
  taken_back_at timestamptz not null default now()
);

create table agreement_effects (
  organisation_id uuid primary key,
  ending_id uuid not null unique,
  took_effect_at timestamptz not null,
  -- The last day on which former administrators may come in to take journals over and answer requests.
  access_until date not null,
  foreign key (ending_id, organisation_id) references agreement_endings (id, organisation_id)
);

create table agreement_steps (
  organisation_id uuid not null references agreement_effects,
  step text not null constraint ending_step_is_known check (step in ('told', 'visits-called-off', 'contacts-erased', 'company-erased')),
  reached_at timestamptz not null,
  -- How many of what: {"visits": 3}
  figures jsonb not null default '{}',
  primary key (organisation_id, step)
);

create trigger endings_are_append_only before update or delete on agreement_endings for each row execute function refuse_change();
create trigger taken_back_is_append_only before update or delete on agreement_endings_taken_back for each row execute function refuse_change();
create trigger effects_are_append_only before update or delete on agreement_effects for each row execute function refuse_change();
create trigger steps_are_append_only before update or delete on agreement_steps for each row execute function refuse_change();

-- The last day on which anything may be booked with an organisation: null while no end is announced, long ago once the end has taken effect.
create function bookable_until(of_organisation uuid) returns date language sql stable security definer set search_path = public, pg_temp as $$
  select case when exists (select from agreement_effects e where e.organisation_id = of_organisation) then date '0001-01-01'
    else (select x.last_day from agreement_endings x where x.organisation_id = of_organisation
      and not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)) end
$$;
-- The same of all that an end is announced for, for searches among many clinics.
create function last_bookable_days() returns table (organisation_id uuid, last_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.organisation_id, case when e.ending_id is null then x.last_day else date '0001-01-01' end
  from agreement_endings x left join agreement_effects e on e.ending_id = x.id
  where not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)
$$;
-- From the first moment after the last day, also when the job that carries it out is late.
create function agreement_is_over(of_organisation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bookable_until(of_organisation) < (now() at time zone 'Europe/Copenhagen')::date, false)
$$;

create function refuse_wrong_ending() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from organisations o where o.id = new.organisation_id for no key update;
  if exists (select from organisations o where o.id = new.organisation_id and o.kind = 'operator') then
    raise exception 'the operator has no agreement with itself' using errcode = '23514', constraint = 'the_operator_stays';
  end if;
  if bookable_until(new.organisation_id) is not null then
    raise exception 'this agreement is ending already' using errcode = '23514', constraint = 'an_agreement_ends_once';
  end if;
  return new;
end $$;
create trigger an_agreement_ends_once before insert on agreement_endings for each row execute function refuse_wrong_ending();

create function refuse_late_taking_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare whose uuid;
begin
  select x.organisation_id into whose from agreement_endings x where x.id = new.ending_id;
  perform from organisations o where o.id = whose for no key update;
  if agreement_is_over(whose) then
    raise exception 'the agreement has ended' using errcode = '23514', constraint = 'no_way_back_after_the_effect';
  end if;
  return new;
end $$;
create trigger no_way_back_after_the_effect before insert on agreement_endings_taken_back for each row execute function refuse_late_taking_back();

create function refuse_early_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from organisations o where o.id = new.organisation_id for no key update;
  if exists (select from agreement_endings_taken_back b where b.ending_id = new.ending_id)
     or (new.took_effect_at at time zone 'Europe/Copenhagen')::date < (select x.last_day from agreement_endings x where x.id = new.ending_id) then
    raise exception 'no effect before the last day' using errcode = '23514', constraint = 'effect_comes_with_the_last_day';
  end if;
  return new;
end $$;
create trigger effect_comes_with_the_last_day before insert on agreement_effects for each row execute function refuse_early_effect();

-- T19.6: all rights of use end in the transaction in which the end takes effect. Journals are offered, so that they can be taken over.
create function end_use_of_organisation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from web_sessions s using users u where u.id = s.user_id and u.organisation_id = new.organisation_id;
  delete from password_resets p using users u where u.id = p.user_id and u.organisation_id = new.organisation_id;
  delete from api_tokens t using api_clients c where c.id = t.client_id and c.organisation_id = new.organisation_id;
  update api_clients set revoked_at = new.took_effect_at where organisation_id = new.organisation_id and revoked_at is null;
  update invitations set withdrawn_at = new.took_effect_at
    where organisation_id = new.organisation_id and accepted_at is null and withdrawn_at is null;
  delete from case_import_files where insurer_id = new.organisation_id;
  update case_imports set state = 'expired', finished_at = new.took_effect_at
    where insurer_id = new.organisation_id and state in ('checking', 'has-errors', 'ready', 'importing');
  delete from holds where clinic_id = new.organisation_id or case_id in (select c.id from cases c where c.insurer_id = new.organisation_id);
  insert into journal_handovers (case_id, clinic_id, offered_at)
    select distinct n.case_id, n.clinic_id, new.took_effect_at from course_notes n where n.clinic_id = new.organisation_id on conflict do nothing;
  insert into erasures (organisation_id, because, access_until, erased_at)
    values (new.organisation_id, 'agreement-ended', new.access_until, new.took_effect_at);
  perform enqueue('end-agreements', '{}'::jsonb, job_key => 'end-agreements');
  return null;
end $$;
create trigger use_ends_with_the_agreement after insert on agreement_effects for each row execute function end_use_of_organisation();

-- What a former administrator may still be let in for, and how much of it there is.
create function remains_to_hand_over(of_organisation uuid) returns table (journals integer, requests integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::integer from journal_handovers h where h.clinic_id = of_organisation and h.received_at is null),
    (select count(*)::integer from rights_requests r where r.controller_id = of_organisation and r.case_id is not null
      and not exists (select from rights_request_states s where s.request_id = r.id and s.state in ('granted', 'refused')))
$$;
-- Colleagues may, until they are removed. After the agreement's end only its administrators, while something must be handed over.
create function user_may_enter(of_user uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from user_removals r where r.user_id = u.id) and (not agreement_is_over(u.organisation_id) or (
      exists (select from user_roles r where r.user_id = u.id and r.role = 'administrator')
      and exists (select from agreement_effects e, remains_to_hand_over(u.organisation_id) left_
        where e.organisation_id = u.organisation_id and e.access_until >= (now() at time zone 'Europe/Copenhagen')::date
          and left_.journals + left_.requests > 0)))
  from users u where u.id = of_user
$$;

-- Whoever came in for the last journal still sees that it is confirmed: a session goes on until the contacts are erased, within the hour.
create function session_may_go_on(of_user uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from user_removals r where r.user_id = u.id) and (not agreement_is_over(u.organisation_id)
    or exists (select from agreement_effects e where e.organisation_id = u.organisation_id
      and e.access_until >= (now() at time zone 'Europe/Copenhagen')::date))
  from users u where u.id = of_user
$$;

create function refuse_log_in_after_the_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.user_id is not null and not coalesce(user_may_enter(new.user_id), false) then
    raise exception 'this user may not come in any more' using errcode = '23514', constraint = 'no_log_in_after_the_agreement';
  end if;
  return new;
end $$;
create trigger no_log_in_after_the_agreement before insert on web_sessions for each row execute function refuse_log_in_after_the_agreement();

-- Nothing new begins with an organisation whose agreement is over, or beyond its last day. The columns that name organisations are given.
create function refuse_new_use_after_the_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row_given jsonb := to_jsonb(new);
  column_name text;
  on_day date := (coalesce((row_given ->> 'starts_at')::timestamptz, now()) at time zone 'Europe/Copenhagen')::date;
begin
  foreach column_name in array tg_argv loop
    if bookable_until((row_given ->> column_name)::uuid) < on_day then
      raise exception 'the agreement is over' using errcode = '23514', constraint = 'no_new_use_after_the_agreement';
    end if;
  end loop;
  return new;
end $$;
create trigger no_new_use_after_the_agreement before insert on appointments for each row execute function refuse_new_use_after_the_agreement('clinic_id', 'insurer_id');
create trigger no_new_use_after_the_agreement before insert on holds for each row execute function refuse_new_use_after_the_agreement('clinic_id');
create trigger no_new_use_after_the_agreement before insert on disclosures for each row
  when (new.direction = 'to-clinic') execute function refuse_new_use_after_the_agreement('recipient_id', 'disclosed_by_organisation');
create trigger no_new_use_after_the_agreement before insert on cases for each row execute function refuse_new_use_after_the_agreement('insurer_id');
create trigger no_new_use_after_the_agreement before insert on approvals for each row execute function refuse_new_use_after_the_agreement('insurer_id');
create trigger no_new_use_after_the_agreement before insert on case_imports for each row execute function refuse_new_use_after_the_agreement('insurer_id');
create trigger no_new_use_after_the_agreement before insert on api_clients for each row execute function refuse_new_use_after_the_agreement('organisation_id');
create trigger no_new_use_after_the_agreement before insert on invitations for each row execute function refuse_new_use_after_the_agreement('organisation_id');

-- As before, for those who may still come in; and from a former administrator's session comes a role that opens the hand-over alone.
create or replace function enter_session(token bytea) returns table (
  kind text, user_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, organisation_name text,
  user_name text, language text, roles text[], csrf_secret text, started_at timestamptz, accepted_terms integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_session web_sessions;
begin
  select * into found_session from web_sessions s where s.token_hash = token and s.ends_at > clock_timestamp()
    and s.seen_at + make_interval(mins => s.idle_minutes) > clock_timestamp()
    and (s.user_id is null or session_may_go_on(s.user_id));
  if found_session.token_hash is null then return; end if;
  if found_session.seen_at < clock_timestamp() - interval '1 minute' then
    update web_sessions s set seen_at = clock_timestamp() where s.token_hash = token;
  end if;
  return query
    select found_session.kind, found_session.user_id, found_session.person_id, u.organisation_id, o.kind, o.name, u.name, u.language,
      case when agreement_is_over(u.organisation_id) then array['former-administrator']
        else coalesce((select array_agg(r.role order by r.role) from user_roles r where r.user_id = u.id), '{}') end,
      found_session.csrf_secret, found_session.started_at,
      greatest(
        (select max(a.version) from terms_acceptances a where a.user_id = found_session.user_id and a.site = 'referral'),
        (select max(a.version) from terms_acceptances a where a.person_id = found_session.person_id and a.site = 'referral'), 0)
    from (select 1) one
    left join users u on u.id = found_session.user_id
    left join organisations o on o.id = u.organisation_id;
  if found_session.kind = 'half-staff' then return; end if;
  perform set_config('app.actor_kind', case when found_session.kind = 'patient' then 'patient'
      when (select o.kind from users u join organisations o on o.id = u.organisation_id where u.id = found_session.user_id) = 'operator' then 'operator'
      else 'staff' end, true),
    set_config('app.user', coalesce(found_session.user_id::text, ''), true),
    set_config('app.person', coalesce(found_session.person_id::text, ''), true),
    set_config('app.organisation', coalesce((select u.organisation_id::text from users u where u.id = found_session.user_id), ''), true);
end $$;
create or replace function enter_api(token bytea) returns table (client_id uuid, organisation_id uuid, organisation_kind text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare found record;
begin
  select c.id, c.organisation_id, o.kind into found from api_tokens t join api_clients c on c.id = t.client_id join organisations o on o.id = c.organisation_id
    where t.token_hash = token and t.expires_at > clock_timestamp() and c.revoked_at is null and not agreement_is_over(c.organisation_id);
  if found.id is null then return; end if;
  perform set_config('app.actor_kind', 'staff', true), set_config('app.organisation', found.organisation_id::text, true);
  return query select found.id, found.organisation_id, found.kind;
end $$;

-- A clinic that has left sees no case any more; its own notes are open to it while they wait to be taken over.
create or replace function is_disclosed_to_us(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)) and not case_is_restricted(of_case)
    and not exists (select from agreement_effects e where e.organisation_id = current_organisation())
$$;
create or replace function field_is_disclosed_to_us(of_case uuid, of_field text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and of_field = any (d.fields) and consent_is_live(d.consent_mark_id)) and not case_is_restricted(of_case)
    and not exists (select from agreement_effects e where e.organisation_id = current_organisation())
$$;
create or replace function patient_is_disclosed_to_us(of_patient uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from cases c join disclosures d on d.case_id = c.id
    where c.patient_id = of_patient and d.recipient_id = current_organisation() and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)
      and not case_is_restricted(c.id))
    and not exists (select from agreement_effects e where e.organisation_id = current_organisation())
$$;
-- Requests go to controllers that can still come in to answer.
create or replace function may_be_asked(of_case uuid, controller uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not agreement_is_over(controller) and exists (select from cases c where c.id = of_case and c.person_id = current_person()
    and (c.insurer_id = controller or exists (select from disclosures d where d.case_id = c.id and d.recipient_id = controller)))
$$;

-- As before; and an insurer that leaves ends its cases: from that moment their time of retention runs, if it does not already.
create or replace function ended_cases(present timestamptz) returns table (case_id uuid, person_id uuid, insurer_id uuid, ended_at timestamptz)
language sql stable as $$
  select c.id, c.person_id, c.insurer_id, ended.at
  from cases c
  cross join lateral (select max(k.closed_at) as at from course_closures k where k.case_id = c.id) closed
  cross join lateral (select max(a.granted_at) as at, (max(a.valid_until) + 1)::timestamp at time zone 'Europe/Copenhagen' as ends_at
    from approvals a where a.case_id = c.id) granted
  cross join lateral (select max(p.ends_at) as at from appointments p where p.case_id = c.id
    and not exists (select from appointment_cancellations x where x.appointment_id = p.id)) visited
  cross join lateral (select max(e.took_effect_at) as at from agreement_effects e where e.organisation_id = c.insurer_id) left_
  cross join lateral (select greatest(
    least(case when granted.at is null or closed.at >= granted.at then closed.at else granted.ends_at end, left_.at), visited.at) as at) ended
  where ended.at <= present
$$;
-- As before, and a case whose insurer has left is closed.
create or replace function case_standing(at timestamptz) returns table (
  case_id uuid, state text, approved integer, used integer, booked integer, remaining integer, valid_until date, next_at timestamptz)
language sql stable as $$
  select c.id,
    case
      when exists (select from agreement_effects e where e.organisation_id = c.insurer_id) then 'closed'
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
-- The job may call visits off for this reason alone, and only where an end has taken effect; and may free what they took.
alter table appointment_cancellations drop constraint cancellation_reason_is_known, add constraint cancellation_reason_is_known check (reason in
  ('moved', 'ill', 'work', 'better', 'other-clinic', 'other', 'practitioner-ill', 'clinic-closed', 'consent-withdrawn', 'case-restricted',
   'clinic-left', 'insurer-left'));
alter table appointment_cancellations drop constraint canceller_is_known,
  add constraint canceller_is_known check (cancelled_by_kind in ('patient', 'clinic', 'insurer', 'operator'));
create function visit_ends_with_an_agreement(of_appointment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from appointments a join agreement_effects e on e.organisation_id in (a.clinic_id, a.insurer_id) where a.id = of_appointment)
$$;
create policy worker_calls_off_what_ends on appointment_cancellations for insert to klinikbro_worker
  with check (reason in ('clinic-left', 'insurer-left') and visit_ends_with_an_agreement(appointment_id));
create policy worker_finds_what_ends on occupancies for select to klinikbro_worker using (visit_ends_with_an_agreement(appointment_id));
create policy worker_frees_what_ends on occupancies for delete to klinikbro_worker using (visit_ends_with_an_agreement(appointment_id));
create policy worker_gives_sessions_back on session_uses for delete to klinikbro_worker using (visit_ends_with_an_agreement(appointment_id));
create policy worker_queues_on_approvals on approvals for update to klinikbro_worker using (true) with check (false);
grant insert on appointment_cancellations to klinikbro_worker;
grant select (appointment_id), delete on occupancies to klinikbro_worker;
grant delete on session_uses to klinikbro_worker;
grant update (valid_until) on approvals to klinikbro_worker;
-- How old a journal is decides how long the law keeps it where nobody has taken it over.
grant select (written_at) on course_notes to klinikbro_worker;

-- What was erased of organisations stands in the same ledger as what was erased of persons, so that a restored backup forgets it too.
alter table erasures add column organisation_id uuid, add column access_until date;
alter table erasures drop constraint erasure_reason_is_known,
  add constraint erasure_reason_is_known check (because in ('retention', 'request', 'replay', 'agreement-ended', 'business-contacts'));

-- An organisation that has left keeps no administrator.
create or replace function keep_an_administrator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from organisations o where o.id = old.organisation_id for no key update;
  if not exists (select from agreement_effects e where e.organisation_id = old.organisation_id)
     and not exists (select from user_roles r where r.organisation_id = old.organisation_id and r.role = 'administrator'
      and not exists (select from user_removals x where x.user_id = r.user_id)) then
    raise exception 'an organisation keeps an administrator' using errcode = '23514', constraint = 'organisation_keeps_an_administrator';
  end if;
  return null;
end $$;

-- R1.11. Erases who worked at an organisation that has left: names, addresses, ways of logging in, hours, credentials. Their ids stay beside what
-- they did, and mean nobody. Refused while former administrators may still take something over. Tells how many of what.
create function erase_business_contacts(of_organisation uuid, as_of date) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ending agreement_effects;
  left_ record;
  counted jsonb;
begin
  select * into ending from agreement_effects e where e.organisation_id = of_organisation;
  select * into left_ from remains_to_hand_over(of_organisation);
  if ending.organisation_id is null or (left_.journals + left_.requests > 0 and ending.access_until >= as_of) then
    raise exception 'something must be handed over first' using errcode = '23514', constraint = 'contacts_stay_for_the_handover';
  end if;
  select jsonb_build_object(
    'users', (select count(*) from users u where u.organisation_id = of_organisation and u.name <> ''),
    'invitations', (select count(*) from invitations i where i.organisation_id = of_organisation),
    'practitioners', (select count(*) from practitioners p where p.organisation_id = of_organisation and p.name <> ''),
    'credentials', (select count(*) from api_clients c where c.organisation_id = of_organisation)) into counted;
  delete from graphile_worker._private_jobs j where j.locked_at is null and (
    j.payload ->> 'userId' in (select u.id::text from users u where u.organisation_id = of_organisation)
    or j.payload ->> 'invitationId' in (select i.id::text from invitations i where i.organisation_id = of_organisation)
    or j.payload ->> 'notificationId' in (select n.id::text from notifications n where n.organisation_id = of_organisation));
  delete from web_sessions s using users u where u.id = s.user_id and u.organisation_id = of_organisation;
  delete from password_resets p using users u where u.id = p.user_id and u.organisation_id = of_organisation;
  delete from user_passwords p using users u where u.id = p.user_id and u.organisation_id = of_organisation;
  delete from user_totp p using users u where u.id = p.user_id and u.organisation_id = of_organisation;
  delete from user_passkeys p using users u where u.id = p.user_id and u.organisation_id = of_organisation;
  delete from user_recovery_codes p using users u where u.id = p.user_id and u.organisation_id = of_organisation;
  delete from user_roles where organisation_id = of_organisation;
  insert into user_removals (user_id) select u.id from users u where u.organisation_id = of_organisation on conflict do nothing;
  update users set email = id || '@removed.invalid', name = '' where organisation_id = of_organisation;
  delete from invitations where organisation_id = of_organisation;
  delete from api_tokens t using api_clients c where c.id = t.client_id and c.organisation_id = of_organisation;
  delete from api_clients where organisation_id = of_organisation;
  delete from practitioner_days where organisation_id = of_organisation;
  delete from opening_exceptions where organisation_id = of_organisation;
  delete from opening_hours where organisation_id = of_organisation;
  delete from practitioner_services s using practitioners p where p.id = s.practitioner_id and p.organisation_id = of_organisation;
  update practitioners set name = '', authorisation_id = null, user_id = null where organisation_id = of_organisation;
  -- Nobody is left to answer: the requests hold their cases no longer.
  update legal_holds h set lifted_at = now() from rights_requests r
    where r.id = h.id and r.controller_id = of_organisation and h.reason = 'open-request' and h.lifted_at is null;
  insert into erasures (organisation_id, because) values (of_organisation, 'business-contacts');
  return counted || jsonb_build_object('journalsLeft', left_.journals, 'requestsLeft', left_.requests);
end $$;

-- As before; and a database that came back from before an agreement ended lets nobody of that organisation in, nor knows again who worked there.
drop function replay_erasure(uuid, uuid, uuid);
create function replay_erasure(given uuid, of_case uuid, of_person uuid, of_organisation uuid default null, why text default 'request', until_day date default null)
returns boolean language plpgsql set search_path = public, pg_temp as $$
declare remaining uuid;
begin
  if exists (select from erasures e where e.entry = given) then return false; end if;
  perform append_audit_event('erasure.replay', jsonb_build_object('operation', 'erasure.replay',
    'actor', jsonb_build_object('kind', 'system', 'task', 'restore'), 'result', 'done', 'detail', jsonb_build_object('entry', given),
    'timestamp', now())::text, null, null, null);
  if of_organisation is not null then
    perform replay_ending(of_organisation, coalesce(until_day, current_date));
    if why = 'business-contacts' then
      perform erase_business_contacts(of_organisation, 'infinity'::date);
      insert into agreement_steps (organisation_id, step, reached_at) select e.organisation_id, 'contacts-erased', now()
        from agreement_effects e where e.organisation_id = of_organisation on conflict do nothing;
    end if;
    -- Entered below, under the name that the ledger knows it by.
    delete from erasures e where e.organisation_id = of_organisation and e.because = why and e.erased_at = now();
    insert into erasures (entry, organisation_id, because, access_until) values (given, of_organisation, why, until_day);
    return true;
  end if;
  for remaining in select c.id from cases c where c.id = of_case or c.person_id = of_person loop
    perform erase_case(remaining, 'replay', null);
    -- Entered below, under the name that the ledger knows it by.
    delete from erasures e where e.case_id = remaining and e.because = 'replay' and remaining = of_case;
  end loop;
  delete from patients p where p.person_id = of_person;
  if exists (select from persons p where p.id = of_person and p.erased_at is null) then perform forget_person(of_person); end if;
  insert into erasures (entry, case_id, person_id, because) values (given, of_case, of_person, 'replay');
  return true;
end $$;
create function replay_ending(of_organisation uuid, until_day date) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from organisations o where o.id = of_organisation)
     or exists (select from agreement_effects e where e.organisation_id = of_organisation) then
    return;
  end if;
  if bookable_until(of_organisation) is null then
    insert into agreement_endings (id, organisation_id, last_day, reason) values
      (gen_random_uuid(), of_organisation, (now() at time zone 'Europe/Copenhagen')::date, 'replay');
  end if;
  insert into agreement_effects (organisation_id, ending_id, took_effect_at, access_until)
    select x.organisation_id, x.id, greatest(now(), x.last_day::timestamp at time zone 'Europe/Copenhagen'), until_day
    from agreement_endings x where x.organisation_id = of_organisation
      and not exists (select from agreement_endings_taken_back b where b.ending_id = x.id);
end $$;
revoke execute on function replay_erasure, replay_ending from public;

-- What a patient needs to reach a controller stays while a case speaks of it. False while one does.
create function erase_company_contact(of_organisation uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from agreement_steps s where s.organisation_id = of_organisation and s.step = 'contacts-erased')
     or exists (select from cases c where c.insurer_id = of_organisation)
     or exists (select from disclosures d where d.recipient_id = of_organisation or d.disclosed_by_organisation = of_organisation) then
    return false;
  end if;
  delete from clinic_locations where clinic_id = of_organisation;
  update organisations set email = '', phone = '' where id = of_organisation;
  return true;
end $$;

-- What an end means in numbers, for the operator, who sees none of it: how many, never who.
create function agreement_figures(of_organisation uuid, after_day date) returns table (
  users integer, invitations integer, credentials integer, open_cases integer, cases integer, visits integer, journals integer, requests integer, held integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with concerned as (select c.id from cases c where c.insurer_id = of_organisation
    or c.id in (select d.case_id from disclosures d where d.recipient_id = of_organisation and d.direction = 'to-clinic'))
  select
    (select count(*)::integer from users u where u.organisation_id = of_organisation and u.name <> '' and not exists (select from user_removals r where r.user_id = u.id)),
    (select count(*)::integer from invitations i where i.organisation_id = of_organisation and i.accepted_at is null and i.withdrawn_at is null),
    (select count(*)::integer from api_clients c where c.organisation_id = of_organisation and c.revoked_at is null),
    (select count(*)::integer from concerned where not exists (select from ended_cases(now()) e where e.case_id = concerned.id)),
    (select count(*)::integer from concerned),
    (select count(*)::integer from appointments a where of_organisation in (a.clinic_id, a.insurer_id)
      and a.starts_at >= greatest(now(), (after_day + 1)::timestamp at time zone 'Europe/Copenhagen')
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)),
    (select count(distinct n.case_id)::integer from course_notes n where n.clinic_id = of_organisation and not exists (
      select from journal_handovers h where h.case_id = n.case_id and h.clinic_id = n.clinic_id and h.received_at is not null)),
    (select requests from remains_to_hand_over(of_organisation)),
    (select count(*)::integer from concerned where exists (select from legal_holds h where h.case_id = concerned.id and h.lifted_at is null))
  from (select 1) one
  where current_actor_kind() = 'operator'
$$;

alter table agreement_endings enable row level security;
alter table agreement_endings_taken_back enable row level security;
alter table agreement_effects enable row level security;
alter table agreement_steps enable row level security;
create policy operator_announces_endings on agreement_endings for insert to klinikbro_request
  with check (current_actor_kind() = 'operator' and announced_by = current_user_id());
create policy operator_knows_endings on agreement_endings for select to klinikbro_request using (current_actor_kind() = 'operator');
create policy operator_takes_endings_back on agreement_endings_taken_back for insert to klinikbro_request
  with check (current_actor_kind() = 'operator' and taken_back_by = current_user_id());
create policy operator_knows_what_was_taken_back on agreement_endings_taken_back for select to klinikbro_request using (current_actor_kind() = 'operator');
create policy operator_ends_at_once on agreement_effects for insert to klinikbro_request with check (current_actor_kind() = 'operator');
-- That an organisation has left is no secret: a patient must know why a time is gone.
create policy effects_are_known_to_users on agreement_effects for select to klinikbro_request using ((select current_actor_kind()) <> 'anonymous');
create policy operator_follows_steps on agreement_steps for select to klinikbro_request using (current_actor_kind() = 'operator');
create policy worker_knows_endings on agreement_endings for select to klinikbro_worker using (true);
create policy worker_knows_what_was_taken_back on agreement_endings_taken_back for select to klinikbro_worker using (true);
create policy worker_carries_endings_out on agreement_effects for all to klinikbro_worker using (true) with check (true);
create policy worker_notes_steps on agreement_steps for all to klinikbro_worker using (true) with check (true);
grant select, insert on agreement_endings, agreement_endings_taken_back, agreement_effects to klinikbro_request;
grant select on agreement_steps to klinikbro_request;
grant select on agreement_endings, agreement_endings_taken_back to klinikbro_worker;
grant select, insert on agreement_effects, agreement_steps to klinikbro_worker;
create constraint trigger audited after insert on agreement_endings deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on agreement_endings_taken_back deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on agreement_effects deferrable initially deferred for each row execute function require_audit_event();

-- The report of a run says what kind it was, about whom, what was done, and what was kept until when because of what.
alter table retention_runs
  add column kind text not null default 'cases' constraint run_kind_is_known check (kind in ('cases', 'agreement', 'consent')),
  add column organisation_id uuid references organisations,
  add column done jsonb not null default '{}',
  add column kept_until jsonb not null default '[]';

revoke execute on function bookable_until, last_bookable_days, agreement_is_over, refuse_wrong_ending, refuse_late_taking_back, refuse_early_effect, end_use_of_organisation,
  remains_to_hand_over, user_may_enter, session_may_go_on, refuse_log_in_after_the_agreement, refuse_new_use_after_the_agreement, visit_ends_with_an_agreement,
  erase_business_contacts, erase_company_contact, agreement_figures from public;
grant execute on function bookable_until, last_bookable_days, agreement_is_over, user_may_enter, agreement_figures, remains_to_hand_over to klinikbro_request;
grant execute on function bookable_until, last_bookable_days, agreement_is_over, user_may_enter, remains_to_hand_over, visit_ends_with_an_agreement, erase_business_contacts,
  erase_company_contact to klinikbro_worker;
