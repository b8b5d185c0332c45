-- What a person asks a controller for under the GDPR: one row for each controller that must answer, and one case.
create table rights_requests (
  id uuid primary key,
  person_id uuid references persons,
  case_id uuid references cases on delete set null,
  controller_id uuid not null references organisations,
  "right" text not null constraint right_is_known
    check ("right" in ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection')),
  -- Which value is wrong: a field of the case, a contact detail, or the clinic's notes.
  field text,
  text_sealed bytea,
  -- What the value should be, in the person's words.
  proposal_sealed bytea,
  received_at timestamptz not null default now(),
  constraint rectification_names_its_field check (("right" = 'rectification') = (field is not null))
);
create index rights_requests_by_person on rights_requests (person_id, received_at desc);
create index rights_requests_by_controller on rights_requests (controller_id, received_at desc);
create index rights_requests_by_case on rights_requests (case_id);

-- Who the person behind the request is was checked: by their own log-in with eID, or by a named member of staff and a means (T3.1).
create table rights_identity_checks (
  request_id uuid primary key references rights_requests on delete cascade,
  means text not null constraint identity_means_is_known check (means in ('eid', 'in-person', 'call-back', 'letter')),
  checked_by uuid references users,
  checked_at timestamptz not null default now(),
  constraint staff_check_names_who check ((means = 'eid') = (checked_by is null))
);

-- What became of a request, in rows that are never changed: state, author and time.
create table rights_request_states (
  request_id uuid not null references rights_requests on delete cascade,
  state text not null constraint rights_state_is_known
    check (state in ('received', 'identified', 'routed', 'extended', 'granted', 'refused', 'lifted', 'carried-out')),
  by_kind text not null constraint rights_author_is_known check (by_kind in ('patient', 'staff', 'system')),
  by_user uuid references users,
  at timestamptz not null default now(),
  -- What the person is told.
  note_sealed bytea,
  -- The provision that a refusal or an exception rests on.
  law text,
  primary key (request_id, state),
  constraint refusal_names_its_law check (state <> 'refused' or law is not null)
);
create unique index answered_once on rights_request_states (request_id) where state in ('granted', 'refused');

-- Article 19: each recipient that a correction, erasure or restriction was told to.
create table rights_notices (
  request_id uuid not null references rights_requests on delete cascade,
  recipient_id uuid not null references organisations,
  told_at timestamptz not null default now(),
  primary key (request_id, recipient_id)
);

-- Article 18: while a row without an end stands here, the case is stored only.
create table case_restrictions (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  request_id uuid not null references rights_requests on delete cascade,
  because text not null constraint restriction_reason_is_known check (because in ('restriction', 'objection', 'erasure')),
  restricted_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references users
);
create index case_restrictions_in_force on case_restrictions (case_id) where lifted_at is null;

create function case_is_restricted(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from case_restrictions r where r.case_id = of_case and r.lifted_at is null)
$$;

create function refuse_unidentified_progress() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state <> 'received' and not exists (select from rights_identity_checks i where i.request_id = new.request_id) then
    raise exception 'nobody has checked who asks' using errcode = '23514', constraint = 'no_progress_without_identity';
  end if;
  return new;
end $$;
create trigger no_progress_without_identity before insert on rights_request_states for each row execute function refuse_unidentified_progress();
create trigger rights_states_are_append_only before update on rights_request_states for each row execute function refuse_change();

-- An open request keeps its case from being swept away before it is answered.
create function hold_case_while_request_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'received' then
    insert into legal_holds (id, case_id, reason) select r.id, r.case_id, 'open-request' from rights_requests r where r.id = new.request_id and r.case_id is not null;
  elsif new.state in ('granted', 'refused') then
    update legal_holds set lifted_at = now() where id = new.request_id and lifted_at is null;
  end if;
  return null;
end $$;
create trigger open_requests_hold_their_case after insert on rights_request_states for each row execute function hold_case_while_request_is_open();

-- An erased person's requests stay as figures that nobody can be found by: that they were answered, and when. What the person was told was
-- sealed under the key that is gone.
create function forget_requests_of_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update rights_requests set person_id = null, case_id = null, text_sealed = null, proposal_sealed = null where person_id = new.id;
  return null;
end $$;
create trigger erased_persons_requests_are_nobodys after update of erased_at on persons for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_requests_of_person();

-- What every clinic's sight hangs on: a restricted case is not seen, as if it were not disclosed.
create or replace function is_disclosed_to_us(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)) and not case_is_restricted(of_case)
$$;
create or replace function field_is_disclosed_to_us(of_case uuid, of_field text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and of_field = any (d.fields) and consent_is_live(d.consent_mark_id)) and not case_is_restricted(of_case)
$$;
create or replace function patient_is_disclosed_to_us(of_patient uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from cases c join disclosures d on d.case_id = c.id
    where c.patient_id = of_patient and d.recipient_id = current_organisation() and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)
      and not case_is_restricted(c.id))
$$;
-- The insurer may call appointments off when the consent is withdrawn or the case is restricted, not otherwise.
create or replace function appointment_is_changeable(of_appointment uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from appointments a where a.id = of_appointment
    and (a.clinic_id = current_organisation() or a.person_id = current_person() or (a.insurer_id = current_organisation()
      and (exists (select from consent_withdrawals w where w.case_id = a.case_id) or case_is_restricted(a.case_id)))))
$$;

-- Stored only: nothing is added to a restricted case, and the clinic's own rows about it are out of sight. Calling off, withdrawing
-- a consent and correcting stay possible: they are what the restriction is for.
do $$
declare name text;
begin
  foreach name in array array['approvals', 'attachments', 'consent_marks', 'disclosures', 'session_requests', 'course_notes', 'course_closures', 'appointments', 'holds'] loop
    execute format('create policy restricted_is_stored_only on %I as restrictive for insert to klinikbro_request with check (not case_is_restricted(case_id))', name);
  end loop;
end $$;
alter table appointment_cancellations drop constraint cancellation_reason_is_known, add constraint cancellation_reason_is_known check (reason in
  ('moved', 'ill', 'work', 'better', 'other-clinic', 'other', 'practitioner-ill', 'clinic-closed', 'consent-withdrawn', 'case-restricted'));
create policy restricted_is_out_of_sight on appointments as restrictive for select to klinikbro_request
  using (clinic_id is distinct from current_organisation() or not case_is_restricted(case_id));

alter table rights_requests enable row level security;
alter table rights_identity_checks enable row level security;
alter table rights_request_states enable row level security;
alter table rights_notices enable row level security;
alter table case_restrictions enable row level security;

-- A request goes to the case's insurer or to a clinic that had the case, and to nobody else.
create function may_be_asked(of_case uuid, controller uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from cases c where c.id = of_case and c.person_id = current_person()
    and (c.insurer_id = controller or exists (select from disclosures d where d.case_id = c.id and d.recipient_id = controller)))
$$;
create policy person_asks on rights_requests for insert to klinikbro_request with check (person_id = current_person() and may_be_asked(case_id, controller_id));
create policy person_follows_own_requests on rights_requests for select to klinikbro_request using (person_id = current_person());
create policy controller_sees_its_requests on rights_requests for select to klinikbro_request using (controller_id = current_organisation());
create policy controller_registers_requests on rights_requests for insert to klinikbro_request
  with check (controller_id = current_organisation() and exists (select from cases c where c.id = case_id and c.person_id = rights_requests.person_id));
create policy worker_keeps_requests on rights_requests for all to klinikbro_worker using (true);

create policy checks_follow_their_request on rights_identity_checks for select to klinikbro_request
  using (exists (select from rights_requests r where r.id = request_id));
-- A log-in vouches only for the person who is logged in; staff vouch in their own name.
create policy identity_is_checked on rights_identity_checks for insert to klinikbro_request with check (exists (select from rights_requests r where r.id = request_id
  and ((means = 'eid' and r.person_id = current_person()) or (checked_by = current_user_id() and r.controller_id = current_organisation()))));
create policy worker_reads_checks on rights_identity_checks for select to klinikbro_worker using (true);

create policy states_follow_their_request on rights_request_states for select to klinikbro_request
  using (exists (select from rights_requests r where r.id = request_id));
create policy states_are_added on rights_request_states for insert to klinikbro_request with check (exists (select from rights_requests r where r.id = request_id
  and ((r.person_id = current_person() and state in ('received', 'identified', 'routed')) or r.controller_id = current_organisation())));
create policy worker_carries_out on rights_request_states for all to klinikbro_worker using (true) with check (state = 'carried-out');

create policy notices_are_known_to_those_concerned on rights_notices for select to klinikbro_request
  using (recipient_id = current_organisation() or exists (select from rights_requests r where r.id = request_id));
create policy controller_tells_recipients on rights_notices for insert to klinikbro_request
  with check (exists (select from rights_requests r where r.id = request_id and r.controller_id = current_organisation()));

create policy restrictions_are_known_to_person_and_insurer on case_restrictions for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy case_is_restricted_on_a_request on case_restrictions for insert to klinikbro_request
  with check (case_is_ours_or_the_patients(case_id) and exists (select from rights_requests r where r.id = request_id));
create policy insurer_lifts on case_restrictions for update to klinikbro_request
  using (exists (select from rights_requests r where r.id = request_id and r.controller_id = current_organisation()));
create policy worker_reads_restrictions on case_restrictions for select to klinikbro_worker using (true);

-- Whoever must answer may know who asks, and read what they wrote, also when the case is out of sight.
create function patient_asks_us(of_patient uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from rights_requests r join cases c on c.id = r.case_id where c.patient_id = of_patient and r.controller_id = current_organisation())
$$;
create policy controller_knows_who_asks on patients for select to klinikbro_request using (patient_asks_us(id));
create policy keys_open_requests_to_answer on person_keys for select to klinikbro_request
  using (exists (select from rights_requests r where r.person_id = person_keys.person_id and r.controller_id = current_organisation()));
-- What the person takes home is complete: also that a clinic takes its journal over.
create policy person_knows_of_handovers on journal_handovers for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));

create constraint trigger audited after insert on rights_requests deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on rights_request_states deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert or update on case_restrictions deferrable initially deferred for each row execute function require_audit_event();

grant select, insert on rights_requests, rights_identity_checks, rights_request_states, rights_notices, case_restrictions to klinikbro_request;
grant update (lifted_at, lifted_by) on case_restrictions to klinikbro_request;
grant select, delete on rights_requests to klinikbro_worker;
grant select, insert on rights_request_states to klinikbro_worker;
grant select on rights_identity_checks, case_restrictions to klinikbro_worker;

-- What a recipient is told: which right, by whom, about which case; not what the person wrote.
create function rights_notices_to_us() returns table (recipient_id uuid, "right" text, controller_name text, case_id uuid, told_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.recipient_id, r."right", o.name, r.case_id, n.told_at
  from rights_notices n join rights_requests r on r.id = n.request_id join organisations o on o.id = r.controller_id
  where n.recipient_id = current_organisation()
$$;
revoke execute on function rights_notices_to_us from public;
grant execute on function rights_notices_to_us to klinikbro_request;

-- Every request with its dates and who is to answer, for the operator: nothing of whom it is about or what it says.
create function rights_overview() returns table (request_id uuid, "right" text, controller text, received_at timestamptz, identified_at timestamptz, extended boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r."right", o.name, r.received_at, i.checked_at,
    exists (select from rights_request_states s where s.request_id = r.id and s.state = 'extended')
  from rights_requests r join organisations o on o.id = r.controller_id
  left join rights_identity_checks i on i.request_id = r.id
  where current_actor_kind() = 'operator'
    and not exists (select from rights_request_states s where s.request_id = r.id and s.state in ('granted', 'refused'))
$$;
revoke execute on function rights_overview from public;
grant execute on function rights_overview to klinikbro_request;
