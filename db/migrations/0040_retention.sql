-- How long an insurer or a clinic wants its cases kept after the course ends; the newest counts, and among all concerned the shortest (R1.10).
create table retention_instructions (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  months integer not null constraint instruction_is_within_the_policy check (months between 0 and 6),
  given_by uuid references users,
  given_at timestamptz not null default now()
);
create index retention_instructions_by_organisation on retention_instructions (organisation_id, given_at desc);

-- A reason not to erase for now: a complaint, a claim, an open request. Suspends the maximum until it is lifted.
create table legal_holds (
  id uuid primary key,
  case_id uuid not null references cases,
  reason text not null constraint hold_reason_is_known check (reason in ('complaint', 'claim', 'open-request', 'supervision')),
  placed_by uuid references users,
  placed_at timestamptz not null default now(),
  lifted_at timestamptz
);
create index legal_holds_by_case on legal_holds (case_id);

-- The clinic's own journal, handed over before it is erased here: offered, taken, receipt given.
create table journal_handovers (
  case_id uuid not null references cases,
  clinic_id uuid not null references organisations,
  offered_at timestamptz not null default now(),
  taken_at timestamptz,
  received_by uuid references users,
  received_at timestamptz,
  primary key (case_id, clinic_id)
);
create index journal_handovers_by_clinic on journal_handovers (clinic_id, offered_at);

create table retention_runs (
  id uuid primary key,
  started_at timestamptz not null,
  ended_at timestamptz,
  due integer not null default 0,
  erased integer not null default 0,
  -- How many were kept, by reason: {"legal-hold": 2, "journal-not-handed-over": 1}
  kept jsonb not null default '{}'
);

-- What was erased, by ids that mean nothing any more: a restored backup is made to forget these again.
create table erasures (
  id bigint generated always as identity primary key,
  run_id uuid references retention_runs,
  case_id uuid,
  person_id uuid,
  because text not null constraint erasure_reason_is_known check (because in ('retention', 'request', 'replay')),
  erased_at timestamptz not null default now()
);

alter table retention_instructions enable row level security;
alter table legal_holds enable row level security;
alter table journal_handovers enable row level security;
alter table retention_runs enable row level security;
alter table erasures enable row level security;
create policy instructions_are_the_organisations_own on retention_instructions for all to klinikbro_request
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy worker_reads_instructions on retention_instructions for select to klinikbro_worker using (true);
create policy insurer_keeps_holds on legal_holds for all to klinikbro_request using (case_is_ours_or_the_patients(case_id)) with check (case_is_ours_or_the_patients(case_id));
create policy worker_reads_holds on legal_holds for select to klinikbro_worker using (true);
create policy handovers_are_the_clinics_own on journal_handovers for all to klinikbro_request
  using (clinic_id = current_organisation()) with check (clinic_id = current_organisation());
create policy worker_offers_handovers on journal_handovers for all to klinikbro_worker using (true) with check (true);
create policy operator_reads_runs on retention_runs for select to klinikbro_request using (current_actor_kind() = 'operator');
create policy worker_keeps_runs on retention_runs for all to klinikbro_worker using (true) with check (true);
create policy worker_reads_erasures on erasures for select to klinikbro_worker using (true);
grant select, insert on retention_instructions, legal_holds to klinikbro_request;
grant update (lifted_at) on legal_holds to klinikbro_request;
grant select, update on journal_handovers to klinikbro_request;
grant select on retention_runs to klinikbro_request;
grant select on retention_instructions, legal_holds, erasures to klinikbro_worker;
grant select, insert, update on journal_handovers, retention_runs to klinikbro_worker;
create policy worker_finds_notes_to_hand_over on course_notes for select to klinikbro_worker using (true);
grant select (case_id, clinic_id) on course_notes to klinikbro_worker;

-- A clinic that must keep its journal still sees its own notes while they wait to be taken over, whatever became of the consent: the duty
-- to keep a record does not rest on it.
create policy clinic_takes_its_journal_over on course_notes for select to klinikbro_request
  using (clinic_id = current_organisation() and exists (select from journal_handovers h where h.case_id = course_notes.case_id and h.clinic_id = course_notes.clinic_id));
create policy keys_open_journals_to_take_over on person_keys for select to klinikbro_request
  using (exists (select from course_notes n where n.person_id = person_keys.person_id and n.clinic_id = current_organisation()));

-- Ledgers let go of their rows only to the erasure below, which runs as their owner.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('app.erasing', true) = 'yes'
     and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '23514', constraint = 'ledger_is_append_only';
end $$;

-- When a case has come to its end: its last course was closed, or its approval ran out with nothing booked.
create function ended_cases(present timestamptz) returns table (case_id uuid, person_id uuid, insurer_id uuid, ended_at timestamptz)
language sql stable as $$
  select c.id, c.person_id, c.insurer_id, coalesce(closed.at, granted.ends_at)
  from cases c
  cross join lateral (select max(k.closed_at) as at from course_closures k where k.case_id = c.id) closed
  cross join lateral (select (max(a.valid_until) + 1)::timestamp at time zone 'Europe/Copenhagen' as ends_at from approvals a where a.case_id = c.id) granted
  where coalesce(closed.at, granted.ends_at) <= present
    and not exists (select from appointments p where p.case_id = c.id and p.starts_at > present
      and not exists (select from appointment_cancellations x where x.appointment_id = p.id))
$$;

-- Erases one case with everything that belongs to it, and, when no other case speaks of them, the person: their key is destroyed,
-- their indexes go, their sessions end. The audit trail keeps its commitments and loses what they commit to.
create function erase_case(of_case uuid, because text, in_run uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone_person uuid;
  gone_patient uuid;
  person_erased boolean;
begin
  select c.person_id, c.patient_id into gone_person, gone_patient from cases c where c.id = of_case for update;
  if gone_person is null then return false; end if;
  perform set_config('app.erasing', 'yes', true);
  delete from session_answers s using session_requests r where r.id = s.request_id and r.case_id = of_case;
  delete from session_requests where case_id = of_case;
  delete from course_notes where case_id = of_case;
  delete from course_closures where case_id = of_case;
  delete from notifications where case_id = of_case;
  delete from attachments where case_id = of_case;
  delete from case_details where case_id = of_case;
  delete from holds where case_id = of_case;
  delete from session_uses u using approvals a where a.id = u.approval_id and a.case_id = of_case;
  delete from occupancies o using appointments p where p.id = o.appointment_id and p.case_id = of_case;
  delete from appointment_attendance t using appointments p where p.id = t.appointment_id and p.case_id = of_case;
  delete from appointment_cancellations t using appointments p where p.id = t.appointment_id and p.case_id = of_case;
  delete from appointments where case_id = of_case;
  delete from approval_sessions s using approvals a where a.id = s.approval_id and a.case_id = of_case;
  delete from approval_clinics s using approvals a where a.id = s.approval_id and a.case_id = of_case;
  delete from approvals where case_id = of_case;
  delete from disclosures where case_id = of_case;
  delete from consent_withdrawals where case_id = of_case;
  delete from consent_marks where case_id = of_case;
  delete from idempotency_keys where case_id = of_case;
  delete from journal_handovers where case_id = of_case;
  delete from legal_holds where case_id = of_case;
  update audit_events set event = null, salt = null, person_id = null, case_id = null where case_id = of_case;
  delete from cases where id = of_case;
  delete from patients p where p.id = gone_patient and not exists (select from cases c where c.patient_id = gone_patient);
  person_erased := not exists (select from patients p where p.person_id = gone_person);
  if person_erased then perform forget_person(gone_person); end if;
  insert into erasures (run_id, case_id, person_id, because) values (in_run, of_case, case when person_erased then gone_person end, because);
  perform set_config('app.erasing', '', true);
  return true;
end $$;

-- Destroys a person's key and everything by which they could be found. The row stays as a tombstone, so that the key is never made again.
create function forget_person(gone uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from web_sessions where person_id = gone;
  delete from notifications where person_id = gone;
  update audit_events set event = null, salt = null, person_id = null, case_id = null where person_id = gone;
  update person_keys set wrapped = null, destroyed_at = now() where person_id = gone and destroyed_at is null;
  update persons set cpr_index = null, cpr_sealed = null, erased_at = now() where id = gone and erased_at is null;
end $$;
revoke execute on function erase_case, forget_person from public;
grant execute on function erase_case to klinikbro_worker;
