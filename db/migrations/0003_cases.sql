-- What one organisation knows of a person. Names, numbers and addresses are sealed under the person's key;
-- the indexes are keyed hashes, per organisation, that only let the organisation find its own patients again.
create table patients (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  person_id uuid not null references persons,
  name_sealed bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  postcode_sealed bytea,
  name_index bytea[] not null default '{}',
  cpr_index bytea not null,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  constraint one_patient_record_in_each_organisation unique (organisation_id, person_id),
  unique (organisation_id, id)
);
create index patients_by_name on patients using gin (name_index);
create index patients_by_cpr on patients (organisation_id, cpr_index);
create index patients_by_person on patients (person_id);

create table treatment_types (
  code text primary key,
  name_da text not null,
  name_en text not null,
  profession text not null,
  room_kind text not null,
  duration_minutes integer not null check (duration_minutes between 5 and 480),
  buffer_minutes integer not null default 0 check (buffer_minutes between 0 and 120),
  cancellation_hours integer not null default 24 check (cancellation_hours between 0 and 168),
  preparation_da text not null default '',
  preparation_en text not null default ''
);

-- The health and referral fields that a treatment type asks for. What is not listed can be neither asked, stored nor disclosed (R1.6).
create table treatment_type_fields (
  treatment_type text not null references treatment_types,
  field text not null,
  position integer not null,
  required boolean not null default false,
  primary key (treatment_type, field)
);

create table cases (
  id uuid primary key,
  insurer_id uuid not null references organisations,
  case_number text not null,
  patient_id uuid not null,
  person_id uuid not null references persons,
  treatment_type text not null references treatment_types,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint case_number_is_used_once unique (insurer_id, case_number),
  constraint case_patient_is_the_insurers_own foreign key (insurer_id, patient_id) references patients (organisation_id, id),
  unique (id, treatment_type),
  unique (id, person_id),
  unique (id, insurer_id)
);
create index cases_by_insurer on cases (insurer_id, created_at desc);
create index cases_by_person on cases (person_id);
create index cases_by_patient on cases (patient_id);

-- One row a version: a correction adds a row, the earlier stays readable to its author (R2.8).
create table case_details (
  case_id uuid not null,
  treatment_type text not null,
  field text not null,
  version integer not null default 1,
  value_sealed bytea not null,
  entered_by_organisation uuid not null references organisations,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  primary key (case_id, field, version),
  constraint detail_belongs_to_its_case foreign key (case_id, treatment_type) references cases (id, treatment_type),
  constraint only_fields_the_treatment_asks_for foreign key (treatment_type, field) references treatment_type_fields (treatment_type, field)
);

create table attachments (
  id uuid primary key,
  case_id uuid not null references cases,
  person_id uuid not null,
  kind text not null constraint attachment_kind_is_known check (kind in ('pdf', 'png', 'jpeg')),
  name_sealed bytea not null,
  content_sealed bytea not null,
  size_bytes integer not null check (size_bytes > 0),
  uploaded_by_organisation uuid not null references organisations,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  foreign key (case_id, person_id) references cases (id, person_id)
);
create index attachments_by_case on attachments (case_id);

create table approvals (
  id uuid primary key,
  case_id uuid not null,
  insurer_id uuid not null,
  sessions integer not null constraint approval_has_one_to_ninety_nine_sessions check (sessions between 1 and 99),
  valid_from date not null,
  valid_until date not null,
  any_clinic boolean not null,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  constraint approval_period_runs_forward check (valid_until >= valid_from),
  foreign key (case_id, insurer_id) references cases (id, insurer_id),
  unique (id, case_id)
);
create index approvals_by_case on approvals (case_id);

create table approval_clinics (
  approval_id uuid not null references approvals,
  clinic_id uuid not null references organisations,
  primary key (approval_id, clinic_id)
);

-- Each approved session is a row that at most one appointment can take: sessions used never exceed sessions approved.
create table approval_sessions (
  approval_id uuid not null references approvals,
  ordinal integer not null check (ordinal >= 1),
  primary key (approval_id, ordinal)
);
create function open_approval_sessions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into approval_sessions (approval_id, ordinal) select new.id, n from generate_series(1, new.sessions) n;
  return null;
end $$;
create trigger approval_opens_its_sessions after insert on approvals for each row execute function open_approval_sessions();

-- The insurer's mark, on this very case, that the patient consents to the transfer (R1.7).
create table consent_marks (
  id uuid primary key,
  case_id uuid not null references cases,
  consented_on date not null,
  means text not null constraint consent_means_is_known check (means in ('oral', 'written', 'digital')),
  text_version text not null,
  text_hash text not null,
  marked_by_organisation uuid not null references organisations,
  marked_by uuid,
  marked_at timestamptz not null default now(),
  unique (case_id, id)
);
create table consent_withdrawals (
  consent_mark_id uuid primary key,
  case_id uuid not null,
  withdrawn_by_kind text not null constraint withdrawer_is_known check (withdrawn_by_kind in ('patient', 'insurer')),
  withdrawn_by uuid,
  withdrawn_at timestamptz not null default now(),
  foreign key (case_id, consent_mark_id) references consent_marks (case_id, id)
);
create index consent_withdrawals_by_case on consent_withdrawals (case_id);

-- The ledger of what was handed to whom. No row, no sight: the clinic's policies below read it.
create table disclosures (
  id uuid primary key,
  recipient_id uuid not null references organisations,
  case_id uuid not null references cases,
  person_id uuid not null,
  direction text not null constraint disclosure_direction_is_known check (direction in ('to-clinic', 'to-insurer')),
  consent_mark_id uuid not null,
  activity text not null,
  purpose text not null,
  basis text not null constraint disclosure_basis_is_one_of_four check (basis in ('consent', 'contract', 'legal-duty', 'legal-claim')),
  fields text[] not null constraint disclosure_names_its_fields check (cardinality(fields) > 0),
  disclosed_by_organisation uuid not null references organisations,
  disclosed_by uuid,
  disclosed_at timestamptz not null default now(),
  constraint no_transfer_without_consent_mark foreign key (case_id, consent_mark_id) references consent_marks (case_id, id),
  foreign key (case_id, person_id) references cases (id, person_id)
);
create index disclosures_by_recipient on disclosures (recipient_id, case_id);
create index disclosures_by_case on disclosures (case_id, disclosed_at);

create function consent_is_live(mark uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from consent_marks m where m.id = mark and m.consented_on <= current_date)
     and not exists (select from consent_withdrawals w where w.consent_mark_id = mark)
$$;

create function refuse_disclosure_without_live_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not consent_is_live(new.consent_mark_id) then
    raise exception 'the consent behind this transfer is not live' using errcode = '23514', constraint = 'no_transfer_without_live_consent';
  end if;
  if new.direction = 'to-clinic' and not exists (
    select from organisations o where o.id = new.recipient_id and o.kind in ('clinic', 'hospital')) then
    raise exception 'only a clinic or hospital can receive a case' using errcode = '23514', constraint = 'recipient_is_a_clinic';
  end if;
  if new.direction = 'to-clinic' and not exists (
    select from approvals a where a.case_id = new.case_id
      and (a.any_clinic or exists (select from approval_clinics ac where ac.approval_id = a.id and ac.clinic_id = new.recipient_id))) then
    raise exception 'this clinic is not among those the insurer approved' using errcode = '23514', constraint = 'recipient_is_approved';
  end if;
  return new;
end $$;
create trigger no_transfer_without_live_consent before insert on disclosures for each row execute function refuse_disclosure_without_live_consent();

create trigger disclosures_are_append_only before update or delete on disclosures for each row execute function refuse_change();
create trigger consent_marks_are_append_only before update or delete on consent_marks for each row execute function refuse_change();
create trigger consent_withdrawals_are_append_only before update or delete on consent_withdrawals for each row execute function refuse_change();

-- What the current organisation may see of a case. Definer rights, so that the policies that call it do not recurse into each other.
create function is_disclosed_to_us(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id))
$$;
create function field_is_disclosed_to_us(of_case uuid, of_field text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and of_field = any (d.fields) and consent_is_live(d.consent_mark_id))
$$;
create function patient_is_disclosed_to_us(of_patient uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from cases c join disclosures d on d.case_id = c.id
    where c.patient_id = of_patient and d.recipient_id = current_organisation() and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id))
$$;
create function case_is_ours_or_the_patients(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from cases c where c.id = of_case and (c.insurer_id = current_organisation() or c.person_id = current_person()))
$$;
create function approval_is_for_known_case(of_approval uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from approvals a where a.id = of_approval
    and (case_is_ours_or_the_patients(a.case_id) or is_disclosed_to_us(a.case_id)))
$$;

alter table patients enable row level security;
alter table treatment_types enable row level security;
alter table treatment_type_fields enable row level security;
alter table cases enable row level security;
alter table case_details enable row level security;
alter table attachments enable row level security;
alter table approvals enable row level security;
alter table approval_clinics enable row level security;
alter table approval_sessions enable row level security;
alter table consent_marks enable row level security;
alter table consent_withdrawals enable row level security;
alter table disclosures enable row level security;

create policy organisation_keeps_its_patients on patients for all to klinikbro_request
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy person_sees_own_records on patients for select to klinikbro_request using (person_id = current_person());
create policy clinic_sees_disclosed_patients on patients for select to klinikbro_request using (patient_is_disclosed_to_us(id));
create policy worker_reads_patients on patients for select to klinikbro_worker using (true);

create policy keys_follow_patients on person_keys for select to klinikbro_request using (
  person_id = current_person() or current_actor_kind() = 'gatekeeper' or exists (select from patients p where p.person_id = person_keys.person_id));
create policy persons_follow_patients on persons for select to klinikbro_request using (exists (select from patients p where p.person_id = persons.id));

create policy treatments_are_known_to_all on treatment_types for select to klinikbro_request, klinikbro_worker, klinikbro_reporting using (true);
create policy treatment_fields_are_known_to_all on treatment_type_fields for select to klinikbro_request, klinikbro_worker, klinikbro_reporting using (true);

create policy insurer_keeps_its_cases on cases for all to klinikbro_request
  using (insurer_id = current_organisation()) with check (insurer_id = current_organisation());
create policy person_sees_own_cases on cases for select to klinikbro_request using (person_id = current_person());
create policy clinic_sees_disclosed_cases on cases for select to klinikbro_request using (is_disclosed_to_us(id));
create policy worker_reads_cases on cases for select to klinikbro_worker using (true);
create policy reporting_reads_cases on cases for select to klinikbro_reporting using (true);

create policy insurer_keeps_case_details on case_details for all to klinikbro_request
  using (entered_by_organisation = current_organisation() and case_is_ours_or_the_patients(case_id))
  with check (entered_by_organisation = current_organisation() and case_is_ours_or_the_patients(case_id));
create policy person_sees_own_details on case_details for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy clinic_sees_disclosed_details on case_details for select to klinikbro_request using (field_is_disclosed_to_us(case_id, field));

create policy insurer_keeps_attachments on attachments for all to klinikbro_request
  using (uploaded_by_organisation = current_organisation() and case_is_ours_or_the_patients(case_id))
  with check (uploaded_by_organisation = current_organisation() and case_is_ours_or_the_patients(case_id));
create policy person_sees_own_attachments on attachments for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy clinic_sees_disclosed_attachments on attachments for select to klinikbro_request using (field_is_disclosed_to_us(case_id, 'attachments'));

create policy insurer_keeps_approvals on approvals for all to klinikbro_request
  using (insurer_id = current_organisation()) with check (insurer_id = current_organisation());
create policy approvals_follow_their_case on approvals for select to klinikbro_request using (case_is_ours_or_the_patients(case_id) or is_disclosed_to_us(case_id));
create policy worker_reads_approvals on approvals for select to klinikbro_worker using (true);
create policy approval_clinics_follow on approval_clinics for select to klinikbro_request using (approval_is_for_known_case(approval_id));
create policy insurer_names_clinics on approval_clinics for insert to klinikbro_request
  with check (exists (select from approvals a where a.id = approval_id and a.insurer_id = current_organisation()));
create policy approval_sessions_follow on approval_sessions for select to klinikbro_request using (approval_is_for_known_case(approval_id));
create policy worker_reads_approval_sessions on approval_sessions for select to klinikbro_worker using (true);

create policy insurer_marks_consent on consent_marks for insert to klinikbro_request
  with check (marked_by_organisation = current_organisation() and exists (select from cases c where c.id = case_id and c.insurer_id = current_organisation()));
create policy marks_follow_their_case on consent_marks for select to klinikbro_request using (case_is_ours_or_the_patients(case_id) or is_disclosed_to_us(case_id));
create policy worker_reads_marks on consent_marks for select to klinikbro_worker using (true);
create policy withdrawal_by_patient_or_insurer on consent_withdrawals for insert to klinikbro_request with check (case_is_ours_or_the_patients(case_id));
create policy withdrawals_follow_their_case on consent_withdrawals for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy worker_reads_withdrawals on consent_withdrawals for select to klinikbro_worker using (true);

create policy ledger_is_read_by_its_parties on disclosures for select to klinikbro_request using (
  recipient_id = current_organisation() or disclosed_by_organisation = current_organisation() or person_id = current_person());
create policy case_is_handed_over_by_insurer_or_patients_choice on disclosures for insert to klinikbro_request with check (
  (direction = 'to-clinic' and case_is_ours_or_the_patients(case_id))
  or (direction = 'to-insurer' and disclosed_by_organisation = current_organisation() and is_disclosed_to_us(case_id)));
create policy worker_reads_disclosures on disclosures for select to klinikbro_worker using (true);

grant select, insert, update on patients, approvals to klinikbro_request;
grant select, insert on cases, case_details, attachments, approval_clinics, consent_marks, consent_withdrawals, disclosures to klinikbro_request;
grant select on treatment_types, treatment_type_fields, approval_sessions to klinikbro_request, klinikbro_worker, klinikbro_reporting;
grant select on patients, cases, approvals, consent_marks, consent_withdrawals, disclosures to klinikbro_worker;
grant select on cases to klinikbro_reporting;

create constraint trigger audited after insert or update on patients deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on cases deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on case_details deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on attachments deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on approvals deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on consent_marks deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on consent_withdrawals deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on disclosures deferrable initially deferred for each row execute function require_audit_event();
