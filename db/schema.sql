-- The schema that the migrations lead to, written by `bin/db schema` for reading and reviewing. It is never run.
-- Order: tables and views by name, each with all that belongs to it; then functions. The job queue's own schema is left out.

create table agreement_effects (
  organisation_id uuid not null,
  ending_id uuid not null,
  took_effect_at timestamp with time zone not null,
  access_until date not null,
  constraint agreement_effects_ending_id_key UNIQUE (ending_id),
  constraint agreement_effects_ending_id_organisation_id_fkey FOREIGN KEY (ending_id, organisation_id) REFERENCES agreement_endings(id, organisation_id),
  constraint agreement_effects_pkey PRIMARY KEY (organisation_id)
);
alter table agreement_effects enable row level security;
create policy effects_are_known_to_users on agreement_effects as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) <> 'anonymous'::text));
create policy operator_ends_at_once on agreement_effects as permissive for insert to klinikbro_request with check ((current_actor_kind() = 'operator'::text));
create policy worker_carries_endings_out on agreement_effects as permissive for all to klinikbro_worker using (true) with check (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.agreement_effects DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER effect_comes_with_the_last_day BEFORE INSERT ON public.agreement_effects FOR EACH ROW EXECUTE FUNCTION refuse_early_effect();
CREATE TRIGGER effects_are_append_only BEFORE DELETE OR UPDATE ON public.agreement_effects FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER referrals_go_with_the_agreement AFTER INSERT ON public.agreement_effects FOR EACH ROW EXECUTE FUNCTION erase_referrals_of_who_left();
CREATE TRIGGER use_ends_with_the_agreement AFTER INSERT ON public.agreement_effects FOR EACH ROW EXECUTE FUNCTION end_use_of_organisation();
grant insert, select on agreement_effects to klinikbro_request;
grant insert, select on agreement_effects to klinikbro_worker;

create table agreement_endings (
  id uuid not null,
  organisation_id uuid not null,
  last_day date not null,
  reason text not null,
  announced_by uuid,
  announced_at timestamp with time zone not null default now(),
  constraint agreement_endings_announced_by_fkey FOREIGN KEY (announced_by) REFERENCES users(id),
  constraint agreement_endings_id_organisation_id_key UNIQUE (id, organisation_id),
  constraint agreement_endings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint agreement_endings_pkey PRIMARY KEY (id),
  constraint ending_reason_is_known CHECK ((reason = ANY (ARRAY['their-notice'::text, 'our-notice'::text, 'closing'::text, 'breach'::text, 'service-ends'::text, 'replay'::text]))),
  constraint last_day_is_not_behind_us CHECK ((last_day >= ((announced_at AT TIME ZONE 'Europe/Copenhagen'::text))::date))
);
CREATE INDEX agreement_endings_by_organisation ON public.agreement_endings USING btree (organisation_id, announced_at DESC);
alter table agreement_endings enable row level security;
create policy operator_announces_endings on agreement_endings as permissive for insert to klinikbro_request with check (((current_actor_kind() = 'operator'::text) AND (announced_by = current_user_id())));
create policy operator_knows_endings on agreement_endings as permissive for select to klinikbro_request using ((current_actor_kind() = 'operator'::text));
create policy worker_knows_endings on agreement_endings as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER an_agreement_ends_once BEFORE INSERT ON public.agreement_endings FOR EACH ROW EXECUTE FUNCTION refuse_wrong_ending();
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.agreement_endings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER endings_are_append_only BEFORE DELETE OR UPDATE ON public.agreement_endings FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select on agreement_endings to klinikbro_request;
grant select on agreement_endings to klinikbro_worker;

create table agreement_endings_taken_back (
  ending_id uuid not null,
  taken_back_by uuid,
  taken_back_at timestamp with time zone not null default now(),
  constraint agreement_endings_taken_back_ending_id_fkey FOREIGN KEY (ending_id) REFERENCES agreement_endings(id),
  constraint agreement_endings_taken_back_pkey PRIMARY KEY (ending_id),
  constraint agreement_endings_taken_back_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES users(id)
);
alter table agreement_endings_taken_back enable row level security;
create policy operator_knows_what_was_taken_back on agreement_endings_taken_back as permissive for select to klinikbro_request using ((current_actor_kind() = 'operator'::text));
create policy operator_takes_endings_back on agreement_endings_taken_back as permissive for insert to klinikbro_request with check (((current_actor_kind() = 'operator'::text) AND (taken_back_by = current_user_id())));
create policy worker_knows_what_was_taken_back on agreement_endings_taken_back as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.agreement_endings_taken_back DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_way_back_after_the_effect BEFORE INSERT ON public.agreement_endings_taken_back FOR EACH ROW EXECUTE FUNCTION refuse_late_taking_back();
CREATE TRIGGER taken_back_is_append_only BEFORE DELETE OR UPDATE ON public.agreement_endings_taken_back FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select on agreement_endings_taken_back to klinikbro_request;
grant select on agreement_endings_taken_back to klinikbro_worker;

create table agreement_steps (
  organisation_id uuid not null,
  step text not null,
  reached_at timestamp with time zone not null,
  figures jsonb not null default '{}'::jsonb,
  constraint agreement_steps_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES agreement_effects(organisation_id),
  constraint agreement_steps_pkey PRIMARY KEY (organisation_id, step),
  constraint ending_step_is_known CHECK ((step = ANY (ARRAY['told'::text, 'visits-called-off'::text, 'contacts-erased'::text, 'company-erased'::text])))
);
alter table agreement_steps enable row level security;
create policy operator_follows_steps on agreement_steps as permissive for select to klinikbro_request using ((current_actor_kind() = 'operator'::text));
create policy worker_notes_steps on agreement_steps as permissive for all to klinikbro_worker using (true) with check (true);
CREATE TRIGGER steps_are_append_only BEFORE DELETE OR UPDATE ON public.agreement_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant select on agreement_steps to klinikbro_request;
grant insert, select on agreement_steps to klinikbro_worker;

create table api_clients (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  secret_hash bytea not null,
  issued_by uuid,
  issued_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint api_clients_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES users(id),
  constraint api_clients_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint api_clients_pkey PRIMARY KEY (id),
  constraint api_clients_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES users(id)
);
CREATE INDEX api_clients_by_organisation ON public.api_clients USING btree (organisation_id);
alter table api_clients enable row level security;
create policy clients_are_kept_by_their_own on api_clients as permissive for all to klinikbro_request using (((organisation_id = current_organisation()) OR (current_actor_kind() = 'gatekeeper'::text))) with check ((organisation_id = current_organisation()));
CREATE TRIGGER end_is_noted AFTER UPDATE OF revoked_at ON public.api_clients FOR EACH ROW WHEN (((old.revoked_at IS NULL) AND (new.revoked_at IS NOT NULL))) EXECUTE FUNCTION note_revocation('api-access');
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.api_clients FOR EACH ROW EXECUTE FUNCTION refuse_new_use_after_the_agreement('organisation_id');
grant insert, select, update on api_clients to klinikbro_request;

create table api_tokens (
  token_hash bytea not null,
  client_id uuid not null,
  expires_at timestamp with time zone not null,
  constraint api_tokens_client_id_fkey FOREIGN KEY (client_id) REFERENCES api_clients(id),
  constraint api_tokens_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX api_tokens_by_end ON public.api_tokens USING btree (expires_at);
alter table api_tokens enable row level security;
create policy gatekeeper_issues_tokens on api_tokens as permissive for all to klinikbro_request using ((current_actor_kind() = 'gatekeeper'::text)) with check ((current_actor_kind() = 'gatekeeper'::text));
create policy worker_sweeps_tokens on api_tokens as permissive for all to klinikbro_worker using (true);
grant delete, insert, select on api_tokens to klinikbro_request;
grant delete, select on api_tokens to klinikbro_worker;

create table appointment_attendance (
  appointment_id uuid not null,
  state text not null,
  noted_by uuid,
  noted_at timestamp with time zone not null default now(),
  constraint appointment_attendance_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint appointment_attendance_pkey PRIMARY KEY (appointment_id, state),
  constraint attendance_state_is_known CHECK ((state = ANY (ARRAY['arrived'::text, 'completed'::text, 'no-show'::text])))
);
CREATE UNIQUE INDEX completed_or_no_show ON public.appointment_attendance USING btree (appointment_id) WHERE (state = ANY (ARRAY['completed'::text, 'no-show'::text]));
alter table appointment_attendance enable row level security;
create policy attendance_follows on appointment_attendance as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM appointments a
  WHERE (a.id = appointment_attendance.appointment_id))));
create policy clinic_notes_attendance on appointment_attendance as permissive for all to klinikbro_request using ((EXISTS ( SELECT
   FROM appointments a
  WHERE ((a.id = appointment_attendance.appointment_id) AND (a.clinic_id = current_organisation()))))) with check ((EXISTS ( SELECT
   FROM appointments a
  WHERE ((a.id = appointment_attendance.appointment_id) AND (a.clinic_id = current_organisation())))));
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE ON public.appointment_attendance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_attendance_on_cancelled BEFORE INSERT ON public.appointment_attendance FOR EACH ROW EXECUTE FUNCTION refuse_attendance_on_cancelled();
grant delete, insert, select on appointment_attendance to klinikbro_request;

create table appointment_cancellations (
  appointment_id uuid not null,
  reason text not null,
  cancelled_by_kind text not null,
  cancelled_by uuid,
  cancelled_at timestamp with time zone not null default now(),
  session_given_back boolean not null,
  constraint appointment_cancellations_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint appointment_cancellations_pkey PRIMARY KEY (appointment_id),
  constraint cancellation_reason_is_known CHECK ((reason = ANY (ARRAY['moved'::text, 'ill'::text, 'work'::text, 'better'::text, 'other-clinic'::text, 'other'::text, 'practitioner-ill'::text, 'clinic-closed'::text, 'consent-withdrawn'::text, 'case-restricted'::text, 'clinic-left'::text, 'insurer-left'::text]))),
  constraint canceller_is_known CHECK ((cancelled_by_kind = ANY (ARRAY['patient'::text, 'clinic'::text, 'insurer'::text, 'operator'::text])))
);
alter table appointment_cancellations enable row level security;
create policy cancellations_follow on appointment_cancellations as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM appointments a
  WHERE (a.id = appointment_cancellations.appointment_id))));
create policy parties_cancel on appointment_cancellations as permissive for insert to klinikbro_request with check (appointment_is_changeable(appointment_id));
create policy worker_calls_off_what_ends on appointment_cancellations as permissive for insert to klinikbro_worker with check (((reason = ANY (ARRAY['clinic-left'::text, 'insurer-left'::text])) AND visit_ends_with_an_agreement(appointment_id)));
create policy worker_reads_cancellations on appointment_cancellations as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.appointment_cancellations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER cancellations_are_append_only BEFORE DELETE OR UPDATE ON public.appointment_cancellations FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select on appointment_cancellations to klinikbro_request;
grant insert, select on appointment_cancellations to klinikbro_worker;

create table appointments (
  id uuid not null,
  clinic_id uuid not null,
  insurer_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  treatment_type text not null,
  practitioner_id uuid not null,
  room_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  root_id uuid not null,
  sequence integer not null default 0,
  moved_from uuid,
  booked_by_kind text not null,
  booked_by uuid,
  booked_at timestamp with time zone not null default now(),
  constraint appointment_runs_forward CHECK ((ends_at > starts_at)),
  constraint appointments_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint appointments_case_id_insurer_id_fkey FOREIGN KEY (case_id, insurer_id) REFERENCES cases(id, insurer_id),
  constraint appointments_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES cases(id, person_id),
  constraint appointments_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint appointments_clinic_id_practitioner_id_fkey FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioners(organisation_id, id),
  constraint appointments_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms(organisation_id, id),
  constraint appointments_insurer_id_fkey FOREIGN KEY (insurer_id) REFERENCES organisations(id),
  constraint appointments_moved_from_fkey FOREIGN KEY (moved_from) REFERENCES appointments(id),
  constraint appointments_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint appointments_pkey PRIMARY KEY (id),
  constraint appointments_root_id_fkey FOREIGN KEY (root_id) REFERENCES appointments(id),
  constraint appointments_treatment_type_fkey FOREIGN KEY (treatment_type) REFERENCES treatment_types(code),
  constraint booker_is_known CHECK ((booked_by_kind = ANY (ARRAY['patient'::text, 'clinic'::text]))),
  constraint moved_once UNIQUE (moved_from)
);
CREATE INDEX appointments_by_case ON public.appointments USING btree (case_id, starts_at);
CREATE INDEX appointments_by_clinic ON public.appointments USING btree (clinic_id, starts_at);
CREATE INDEX appointments_by_payer_and_practitioner ON public.appointments USING btree (insurer_id, practitioner_id);
CREATE INDEX appointments_by_person ON public.appointments USING btree (person_id, starts_at);
CREATE INDEX appointments_by_practitioner ON public.appointments USING btree (practitioner_id);
CREATE INDEX appointments_by_root ON public.appointments USING btree (root_id);
alter table appointments enable row level security;
create policy clinic_keeps_its_appointments on appointments as permissive for all to klinikbro_request using ((clinic_id = current_organisation())) with check ((clinic_id = current_organisation()));
create policy insurer_follows_appointments on appointments as permissive for select to klinikbro_request using ((insurer_id = current_organisation()));
create policy person_keeps_own_appointments on appointments as permissive for all to klinikbro_request using ((person_id = current_person())) with check ((person_id = current_person()));
create policy restricted_is_stored_only on appointments as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
create policy sight_ends_with_the_disclosure on appointments as restrictive for select to klinikbro_request using (((clinic_id IS DISTINCT FROM current_organisation()) OR is_disclosed_to_us(case_id) OR (case_id = ( SELECT case_looked_at() AS case_looked_at))));
create policy worker_reads_appointments on appointments as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER appointments_are_never_deleted BEFORE DELETE OR UPDATE ON public.appointments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.appointments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_booking_without_disclosure BEFORE INSERT ON public.appointments FOR EACH ROW EXECUTE FUNCTION refuse_booking_without_disclosure();
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.appointments FOR EACH ROW EXECUTE FUNCTION refuse_new_use_after_the_agreement('clinic_id', 'insurer_id');
grant insert, select on appointments to klinikbro_request;
grant select on appointments to klinikbro_worker;

create table approval_clinics (
  approval_id uuid not null,
  clinic_id uuid not null,
  constraint approval_clinics_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint approval_clinics_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint approval_clinics_pkey PRIMARY KEY (approval_id, clinic_id)
);
alter table approval_clinics enable row level security;
create policy approval_clinics_follow on approval_clinics as permissive for select to klinikbro_request using (approval_is_for_known_case(approval_id));
create policy insurer_names_clinics on approval_clinics as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM approvals a
  WHERE ((a.id = approval_clinics.approval_id) AND (a.insurer_id = current_organisation())))));
grant insert, select on approval_clinics to klinikbro_request;

create table approval_sessions (
  approval_id uuid not null,
  ordinal integer not null,
  constraint approval_sessions_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint approval_sessions_ordinal_check CHECK ((ordinal >= 1)),
  constraint approval_sessions_pkey PRIMARY KEY (approval_id, ordinal)
);
alter table approval_sessions enable row level security;
create policy approval_sessions_follow on approval_sessions as permissive for select to klinikbro_request using (approval_is_for_known_case(approval_id));
create policy worker_reads_approval_sessions on approval_sessions as permissive for select to klinikbro_worker using (true);
grant select on approval_sessions to klinikbro_reporting;
grant select on approval_sessions to klinikbro_request;
grant select on approval_sessions to klinikbro_worker;

create table approvals (
  id uuid not null,
  case_id uuid not null,
  insurer_id uuid not null,
  sessions integer not null,
  valid_from date not null,
  valid_until date not null,
  any_clinic boolean not null,
  granted_by uuid,
  granted_at timestamp with time zone not null default now(),
  constraint approval_has_one_to_ninety_nine_sessions CHECK (((sessions >= 1) AND (sessions <= 99))),
  constraint approval_period_runs_forward CHECK ((valid_until >= valid_from)),
  constraint approvals_case_id_insurer_id_fkey FOREIGN KEY (case_id, insurer_id) REFERENCES cases(id, insurer_id),
  constraint approvals_id_case_id_key UNIQUE (id, case_id),
  constraint approvals_pkey PRIMARY KEY (id)
);
CREATE INDEX approvals_by_case ON public.approvals USING btree (case_id);
alter table approvals enable row level security;
create policy approvals_follow_their_case on approvals as permissive for select to klinikbro_request using ((case_is_ours_or_the_patients(case_id) OR is_disclosed_to_us(case_id)));
create policy contenders_queue_on_approvals on approvals as permissive for update to klinikbro_request using (approval_is_for_known_case(id)) with check (false);
create policy insurer_keeps_approvals on approvals as permissive for all to klinikbro_request using ((insurer_id = current_organisation())) with check ((insurer_id = current_organisation()));
create policy restricted_is_stored_only on approvals as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
create policy worker_queues_on_approvals on approvals as permissive for update to klinikbro_worker using (true) with check (false);
create policy worker_reads_approvals on approvals as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER approval_opens_its_sessions AFTER INSERT ON public.approvals FOR EACH ROW EXECUTE FUNCTION open_approval_sessions();
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.approvals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.approvals FOR EACH ROW EXECUTE FUNCTION refuse_new_use_after_the_agreement('insurer_id');
grant insert, select, update on approvals to klinikbro_request;
grant select on approvals to klinikbro_worker;
grant update (valid_until) on approvals to klinikbro_worker;

create table attachments (
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  name_sealed bytea not null,
  content_sealed bytea not null,
  size_bytes integer not null,
  uploaded_by_organisation uuid not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null default now(),
  constraint attachment_kind_is_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text]))),
  constraint attachments_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint attachments_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES cases(id, person_id),
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_size_bytes_check CHECK ((size_bytes > 0)),
  constraint attachments_uploaded_by_organisation_fkey FOREIGN KEY (uploaded_by_organisation) REFERENCES organisations(id)
);
CREATE INDEX attachments_by_case ON public.attachments USING btree (case_id);
CREATE INDEX attachments_by_person ON public.attachments USING btree (person_id);
alter table attachments enable row level security;
create policy clinic_sees_disclosed_attachments on attachments as permissive for select to klinikbro_request using (field_is_disclosed_to_us(case_id, 'attachments'::text));
create policy insurer_keeps_attachments on attachments as permissive for all to klinikbro_request using (((uploaded_by_organisation = current_organisation()) AND case_is_ours_or_the_patients(case_id))) with check (((uploaded_by_organisation = current_organisation()) AND case_is_ours_or_the_patients(case_id)));
create policy person_sees_own_attachments on attachments as permissive for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy restricted_is_stored_only on attachments as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
create policy withdrawn_is_the_patients_alone on attachments as restrictive for select to klinikbro_request using (((( SELECT current_actor_kind() AS current_actor_kind) = 'patient'::text) OR (NOT referral_has_no_basis(case_id))));
CREATE TRIGGER additions_queue_behind_a_withdrawal BEFORE INSERT ON public.attachments FOR EACH ROW EXECUTE FUNCTION queue_behind_withdrawal();
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.attachments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE CONSTRAINT TRIGGER no_referral_after_withdrawal AFTER INSERT OR UPDATE ON public.attachments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_referral_without_consent();
grant insert, select on attachments to klinikbro_request;

create table audit_chains (
  chain smallint not null,
  length bigint not null default 0,
  head bytea not null,
  grown_in xid8,
  before_head bytea,
  constraint audit_chains_pkey PRIMARY KEY (chain)
);
alter table audit_chains enable row level security;

create table audit_checks (
  id bigint not null generated as identity,
  checked_at timestamp with time zone not null,
  links bigint not null,
  findings integer not null,
  heads jsonb not null,
  constraint audit_checks_pkey PRIMARY KEY (id)
);
alter table audit_checks enable row level security;
create policy operator_reads_checks on audit_checks as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = 'operator'::text));
create policy worker_notes_checks on audit_checks as permissive for all to klinikbro_worker using (true) with check (true);
grant select on audit_checks to klinikbro_request;
grant insert, select on audit_checks to klinikbro_worker;

create table audit_events (
  chain smallint not null,
  "position" bigint not null,
  at timestamp with time zone not null default clock_timestamp(),
  written_in xid8 not null default pg_current_xact_id(),
  person_id uuid,
  case_id uuid,
  organisation_id uuid,
  action text not null,
  salt bytea,
  event text,
  commitment bytea not null,
  previous bytea not null,
  hash bytea not null,
  doer_id uuid,
  constraint audit_events_pkey PRIMARY KEY (chain, "position"),
  constraint event_stands_in_one_of_sixteen_chains CHECK (((chain >= 0) AND (chain <= 15)))
);
CREATE INDEX audit_events_about_users ON public.audit_events USING btree (user_object_of(event), at DESC) WHERE ((event IS NOT NULL) AND (action ~~ 'user.%'::text));
CREATE INDEX audit_events_by_case ON public.audit_events USING btree (case_id, at) WHERE (case_id IS NOT NULL);
CREATE INDEX audit_events_by_doer ON public.audit_events USING btree (doer_id, at DESC) WHERE (doer_id IS NOT NULL);
CREATE INDEX audit_events_by_person ON public.audit_events USING btree (person_id, at DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX audit_events_by_time ON public.audit_events USING brin (at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX audit_events_of_log_ins ON public.audit_events USING btree (log_in_user_of(event), at DESC) WHERE ((event IS NOT NULL) AND (action = ANY (ARRAY['log-in.staff'::text, 'password.reset'::text, 'invitation.accept'::text])));
CREATE INDEX audit_events_of_staff ON public.audit_events USING btree (at) WHERE ((event IS NOT NULL) AND (person_id IS NULL) AND (case_id IS NULL));
alter table audit_events enable row level security;
create policy organisation_reads_own_events on audit_events as permissive for select to klinikbro_request using ((organisation_id = current_organisation()));
create policy person_reads_own_events on audit_events as permissive for select to klinikbro_request using ((person_id = current_person()));
create policy worker_reads_events on audit_events as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER audit_payload_may_only_be_removed BEFORE UPDATE ON public.audit_events FOR EACH ROW EXECUTE FUNCTION allow_only_payload_removal();
CREATE TRIGGER audit_trail_is_append_only BEFORE DELETE OR TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
grant select on audit_events to klinikbro_request;
grant select on audit_events to klinikbro_worker;

create table audit_statements (
  id bigint not null generated as identity,
  stated_at timestamp with time zone not null,
  because text not null,
  links bigint not null,
  constraint audit_statements_pkey PRIMARY KEY (id),
  constraint occasion_is_known CHECK ((because = ANY (ARRAY['nightly'::text, 'shutdown'::text])))
);
alter table audit_statements enable row level security;
create policy operator_reads_statements on audit_statements as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = 'operator'::text));
create policy worker_notes_statements on audit_statements as permissive for all to klinikbro_worker using (true) with check (true);
grant select on audit_statements to klinikbro_request;
grant insert, select on audit_statements to klinikbro_worker;

create table authority_notices (
  id uuid not null,
  request_id uuid not null,
  disclosure_id uuid,
  authority text not null,
  disclosed_at timestamp with time zone not null,
  raised_at timestamp with time zone not null default now(),
  told_at timestamp with time zone,
  told_by uuid,
  constraint authority_is_to_be_told_once UNIQUE (request_id, disclosure_id),
  constraint authority_notices_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES disclosures(id) ON DELETE SET NULL,
  constraint authority_notices_pkey PRIMARY KEY (id),
  constraint authority_notices_request_id_fkey FOREIGN KEY (request_id) REFERENCES rights_requests(id) ON DELETE CASCADE,
  constraint authority_notices_told_by_fkey FOREIGN KEY (told_by) REFERENCES users(id),
  constraint notice_is_told_by_somebody CHECK (((told_at IS NULL) = (told_by IS NULL)))
);
CREATE INDEX authority_notices_by_disclosure ON public.authority_notices USING btree (disclosure_id);
alter table authority_notices enable row level security;
create policy controller_has_authorities_to_tell on authority_notices as permissive for insert to klinikbro_request with check (((told_at IS NULL) AND (EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.id = authority_notices.request_id) AND (r.controller_id = current_organisation()))))));
create policy controller_notes_once_that_it_told on authority_notices as permissive for update to klinikbro_request using (((told_at IS NULL) AND (EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.id = authority_notices.request_id) AND (r.controller_id = current_organisation())))))) with check ((told_by = current_user_id()));
create policy notices_follow_their_request on authority_notices as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE (r.id = authority_notices.request_id))));
grant insert, select on authority_notices to klinikbro_request;
grant update (told_at) on authority_notices to klinikbro_request;
grant update (told_by) on authority_notices to klinikbro_request;

create table cancellation_notes (
  appointment_id uuid not null,
  note_sealed bytea not null,
  constraint cancellation_notes_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment_cancellations(appointment_id) ON DELETE CASCADE,
  constraint cancellation_notes_pkey PRIMARY KEY (appointment_id)
);
alter table cancellation_notes enable row level security;
create policy patient_and_clinic_share_the_note on cancellation_notes as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM appointments a
  WHERE ((a.id = cancellation_notes.appointment_id) AND ((a.person_id = current_person()) OR (a.clinic_id = current_organisation()))))));
create policy patient_or_clinic_writes_the_note on cancellation_notes as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM appointments a
  WHERE ((a.id = cancellation_notes.appointment_id) AND ((a.person_id = current_person()) OR (a.clinic_id = current_organisation()))))));
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.cancellation_notes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER cancellation_notes_are_append_only BEFORE DELETE OR UPDATE ON public.cancellation_notes FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select on cancellation_notes to klinikbro_request;

create table case_details (
  case_id uuid not null,
  treatment_type text not null,
  field text not null,
  version integer not null default 1,
  value_sealed bytea not null,
  entered_by_organisation uuid not null,
  entered_by uuid,
  entered_at timestamp with time zone not null default now(),
  constraint case_details_entered_by_organisation_fkey FOREIGN KEY (entered_by_organisation) REFERENCES organisations(id),
  constraint case_details_pkey PRIMARY KEY (case_id, field, version),
  constraint detail_belongs_to_its_case FOREIGN KEY (case_id, treatment_type) REFERENCES cases(id, treatment_type),
  constraint only_fields_the_treatment_asks_for FOREIGN KEY (treatment_type, field) REFERENCES treatment_type_fields(treatment_type, field)
);
alter table case_details enable row level security;
create policy clinic_sees_disclosed_details on case_details as permissive for select to klinikbro_request using (field_is_disclosed_to_us(case_id, field));
create policy insurer_keeps_case_details on case_details as permissive for all to klinikbro_request using (((entered_by_organisation = current_organisation()) AND case_is_ours_or_the_patients(case_id))) with check (((entered_by_organisation = current_organisation()) AND case_is_ours_or_the_patients(case_id)));
create policy person_sees_own_details on case_details as permissive for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy withdrawn_is_the_patients_alone on case_details as restrictive for select to klinikbro_request using (((( SELECT current_actor_kind() AS current_actor_kind) = 'patient'::text) OR (NOT referral_has_no_basis(case_id))));
CREATE TRIGGER additions_queue_behind_a_withdrawal BEFORE INSERT ON public.case_details FOR EACH ROW EXECUTE FUNCTION queue_behind_withdrawal();
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.case_details DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE CONSTRAINT TRIGGER no_referral_after_withdrawal AFTER INSERT OR UPDATE ON public.case_details DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_referral_without_consent();
grant insert, select on case_details to klinikbro_request;

create table case_import_errors (
  import_id uuid not null,
  insurer_id uuid not null,
  row_number integer not null,
  column_key text not null,
  problem text not null,
  other_row integer,
  constraint case_import_errors_import_id_insurer_id_fkey FOREIGN KEY (import_id, insurer_id) REFERENCES case_imports(id, insurer_id),
  constraint case_import_errors_pkey PRIMARY KEY (import_id, row_number, column_key)
);
alter table case_import_errors enable row level security;
create policy insurer_sees_its_import_errors on case_import_errors as permissive for select to klinikbro_request using ((insurer_id = current_organisation()));
create policy worker_keeps_import_errors on case_import_errors as permissive for all to klinikbro_worker using (true) with check (true);
grant select on case_import_errors to klinikbro_request;
grant delete, insert, select on case_import_errors to klinikbro_worker;

create table case_import_files (
  import_id uuid not null,
  insurer_id uuid not null,
  content_sealed bytea not null,
  erase_at timestamp with time zone not null,
  constraint case_import_files_import_id_insurer_id_fkey FOREIGN KEY (import_id, insurer_id) REFERENCES case_imports(id, insurer_id),
  constraint case_import_files_pkey PRIMARY KEY (import_id)
);
CREATE INDEX case_import_files_by_end ON public.case_import_files USING btree (erase_at);
alter table case_import_files enable row level security;
create policy insurer_keeps_its_import_files on case_import_files as permissive for all to klinikbro_request using ((insurer_id = current_organisation())) with check ((insurer_id = current_organisation()));
create policy worker_reads_and_erases_import_files on case_import_files as permissive for all to klinikbro_worker using (true);
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF content_sealed ON public.case_import_files FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('content_sealed');
grant delete, insert, select on case_import_files to klinikbro_request;
grant delete, select on case_import_files to klinikbro_worker;

create table case_imports (
  id uuid not null,
  insurer_id uuid not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  state text not null,
  rows_total integer not null,
  rows_checked integer not null default 0,
  rows_wrong integer not null default 0,
  rows_with_consent integer not null default 0,
  rows_imported integer not null default 0,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  finished_at timestamp with time zone,
  progressed_at timestamp with time zone not null,
  constraint case_imports_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES users(id),
  constraint case_imports_id_insurer_id_key UNIQUE (id, insurer_id),
  constraint case_imports_insurer_id_fkey FOREIGN KEY (insurer_id) REFERENCES organisations(id),
  constraint case_imports_pkey PRIMARY KEY (id),
  constraint case_imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES users(id),
  constraint import_has_rows CHECK ((rows_total > 0)),
  constraint import_state_is_known CHECK ((state = ANY (ARRAY['checking'::text, 'has-errors'::text, 'ready'::text, 'importing'::text, 'imported'::text, 'check-failed'::text, 'import-failed'::text, 'not-allowed'::text, 'expired'::text])))
);
CREATE INDEX case_imports_by_end ON public.case_imports USING btree (finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX case_imports_by_insurer ON public.case_imports USING btree (insurer_id, uploaded_at DESC);
alter table case_imports enable row level security;
create policy insurer_keeps_its_imports on case_imports as permissive for all to klinikbro_request using ((insurer_id = current_organisation())) with check ((insurer_id = current_organisation()));
create policy worker_carries_imports on case_imports as permissive for all to klinikbro_worker using (true) with check (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.case_imports DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.case_imports FOR EACH ROW EXECUTE FUNCTION refuse_new_use_after_the_agreement('insurer_id');
grant insert, select, update on case_imports to klinikbro_request;
grant delete, select, update on case_imports to klinikbro_worker;

create table case_restrictions (
  id uuid not null,
  case_id uuid not null,
  request_id uuid not null,
  because text not null,
  restricted_at timestamp with time zone not null default now(),
  lifted_at timestamp with time zone,
  lifted_by uuid,
  ends_on date,
  constraint case_restrictions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint case_restrictions_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users(id),
  constraint case_restrictions_pkey PRIMARY KEY (id),
  constraint case_restrictions_request_id_fkey FOREIGN KEY (request_id) REFERENCES rights_requests(id) ON DELETE CASCADE,
  constraint restriction_ends_by_itself_as_announced CHECK (((lifted_at IS NULL) OR (lifted_by IS NOT NULL) OR ((((lifted_at AT TIME ZONE 'Europe/Copenhagen'::text))::date >= ends_on) IS TRUE))) NOT VALID,
  constraint restriction_reason_is_known CHECK ((because = ANY (ARRAY['restriction'::text, 'objection'::text, 'erasure'::text])))
);
CREATE INDEX case_restrictions_by_case ON public.case_restrictions USING btree (case_id);
CREATE INDEX case_restrictions_by_request ON public.case_restrictions USING btree (request_id);
CREATE INDEX case_restrictions_in_force ON public.case_restrictions USING btree (case_id) WHERE (lifted_at IS NULL);
alter table case_restrictions enable row level security;
create policy case_is_restricted_on_a_request on case_restrictions as permissive for insert to klinikbro_request with check ((case_is_ours_or_the_patients(case_id) AND (EXISTS ( SELECT
   FROM rights_requests r
  WHERE (r.id = case_restrictions.request_id)))));
create policy insurer_lifts on case_restrictions as permissive for update to klinikbro_request using ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.id = case_restrictions.request_id) AND (r.controller_id = current_organisation())))));
create policy restrictions_are_known_to_person_and_insurer on case_restrictions as permissive for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy worker_ends_restrictions_of_who_left on case_restrictions as permissive for update to klinikbro_worker using ((EXISTS ( SELECT
   FROM (rights_requests r
     JOIN agreement_effects e ON ((e.organisation_id = r.controller_id)))
  WHERE (r.id = case_restrictions.request_id))));
create policy worker_reads_restrictions on case_restrictions as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON public.case_restrictions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER end_is_noted AFTER INSERT ON public.case_restrictions FOR EACH ROW EXECUTE FUNCTION note_revocation('use-of-case');
CREATE TRIGGER no_restriction_without_identity BEFORE INSERT ON public.case_restrictions FOR EACH ROW EXECUTE FUNCTION refuse_unidentified_restriction();
CREATE TRIGGER restricted_cases_are_held AFTER INSERT OR UPDATE ON public.case_restrictions FOR EACH ROW EXECUTE FUNCTION hold_restricted_case();
grant insert, select on case_restrictions to klinikbro_request;
grant select on case_restrictions to klinikbro_worker;
grant update (lifted_at) on case_restrictions to klinikbro_request;
grant update (lifted_at) on case_restrictions to klinikbro_worker;
grant update (lifted_by) on case_restrictions to klinikbro_request;
grant update (ends_on) on case_restrictions to klinikbro_worker;

create table cases (
  id uuid not null,
  insurer_id uuid not null,
  case_number text not null,
  patient_id uuid not null,
  person_id uuid not null,
  treatment_type text not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  constraint case_number_is_used_once UNIQUE (insurer_id, case_number),
  constraint case_patient_is_the_insurers_own FOREIGN KEY (insurer_id, patient_id) REFERENCES patients(organisation_id, id),
  constraint cases_id_insurer_id_key UNIQUE (id, insurer_id),
  constraint cases_id_person_id_key UNIQUE (id, person_id),
  constraint cases_id_treatment_type_key UNIQUE (id, treatment_type),
  constraint cases_insurer_id_fkey FOREIGN KEY (insurer_id) REFERENCES organisations(id),
  constraint cases_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_treatment_type_fkey FOREIGN KEY (treatment_type) REFERENCES treatment_types(code)
);
CREATE INDEX cases_by_day ON public.cases USING btree (created_at);
CREATE INDEX cases_by_insurer ON public.cases USING btree (insurer_id, created_at DESC);
CREATE INDEX cases_by_patient ON public.cases USING btree (patient_id);
CREATE INDEX cases_by_person ON public.cases USING btree (person_id);
alter table cases enable row level security;
create policy clinic_answers_the_law on cases as permissive for select to klinikbro_request using ((id = ( SELECT case_looked_at() AS case_looked_at)));
create policy clinic_sees_disclosed_cases on cases as permissive for select to klinikbro_request using (is_disclosed_to_us(id));
create policy insurer_keeps_its_cases on cases as permissive for all to klinikbro_request using ((insurer_id = current_organisation())) with check ((insurer_id = current_organisation()));
create policy person_sees_own_cases on cases as permissive for select to klinikbro_request using ((person_id = current_person()));
create policy reporting_reads_cases on cases as permissive for select to klinikbro_reporting using (true);
create policy worker_reads_cases on cases as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.cases FOR EACH ROW EXECUTE FUNCTION refuse_new_use_after_the_agreement('insurer_id');
CREATE TRIGGER orders_are_carried_out BEFORE DELETE ON public.cases FOR EACH ROW EXECUTE FUNCTION note_order_carried_out();
grant insert, select on cases to klinikbro_request;
grant select on cases to klinikbro_worker;
grant select (insurer_id) on cases to klinikbro_reporting;
grant select (treatment_type) on cases to klinikbro_reporting;
grant select (created_at) on cases to klinikbro_reporting;

create table clinic_locations (
  clinic_id uuid not null,
  street text not null,
  postcode text not null,
  town text not null,
  latitude double precision not null,
  longitude double precision not null,
  directions text not null default ''::text,
  constraint clinic_locations_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint clinic_locations_pkey PRIMARY KEY (clinic_id),
  constraint postcode_has_four_digits CHECK ((postcode ~ '^[0-9]{4}$'::text))
);
alter table clinic_locations enable row level security;
create policy clinic_keeps_its_location on clinic_locations as permissive for all to klinikbro_request using (((clinic_id = current_organisation()) OR (current_actor_kind() = 'operator'::text))) with check (((clinic_id = current_organisation()) OR (current_actor_kind() = 'operator'::text)));
create policy jobs_know_locations on clinic_locations as permissive for select to klinikbro_reporting, klinikbro_worker using (true);
create policy locations_are_known_to_users on clinic_locations as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) <> 'anonymous'::text));
grant select on clinic_locations to klinikbro_reporting;
grant insert, select, update on clinic_locations to klinikbro_request;
grant select on clinic_locations to klinikbro_worker;

create table consent_marks (
  id uuid not null,
  case_id uuid not null,
  consented_on date not null,
  means text not null,
  text_version text not null,
  text_hash text not null,
  marked_by_organisation uuid not null,
  marked_by uuid,
  marked_at timestamp with time zone not null default now(),
  constraint consent_is_to_words_that_are_kept FOREIGN KEY (text_hash) REFERENCES consent_texts(hash),
  constraint consent_marks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint consent_marks_case_id_id_key UNIQUE (case_id, id),
  constraint consent_marks_marked_by_organisation_fkey FOREIGN KEY (marked_by_organisation) REFERENCES organisations(id),
  constraint consent_marks_pkey PRIMARY KEY (id),
  constraint consent_means_is_known CHECK ((means = ANY (ARRAY['oral'::text, 'written'::text, 'digital'::text])))
);
CREATE INDEX consent_marks_by_time ON public.consent_marks USING brin (marked_at) WITH (pages_per_range='32', autosummarize='on');
alter table consent_marks enable row level security;
create policy insurer_marks_consent on consent_marks as permissive for insert to klinikbro_request with check (((marked_by_organisation = current_organisation()) AND (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = consent_marks.case_id) AND (c.insurer_id = current_organisation()))))));
create policy marks_follow_their_case on consent_marks as permissive for select to klinikbro_request using ((case_is_ours_or_the_patients(case_id) OR is_disclosed_to_us(case_id)));
create policy restricted_is_stored_only on consent_marks as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
create policy worker_reads_marks on consent_marks as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.consent_marks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER consent_is_newer_than_the_withdrawal BEFORE INSERT ON public.consent_marks FOR EACH ROW EXECUTE FUNCTION refuse_mark_older_than_withdrawal();
CREATE TRIGGER consent_marks_are_append_only BEFORE DELETE OR UPDATE ON public.consent_marks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_mark_without_referral BEFORE INSERT ON public.consent_marks FOR EACH ROW EXECUTE FUNCTION refuse_mark_without_referral();
grant insert, select on consent_marks to klinikbro_request;
grant select on consent_marks to klinikbro_worker;

create table consent_texts (
  hash text not null,
  words text not null,
  constraint consent_text_is_what_its_hash_says CHECK ((hash = encode(sha256(convert_to(words, 'UTF8'::name)), 'hex'::text))),
  constraint consent_texts_pkey PRIMARY KEY (hash)
);
alter table consent_texts enable row level security;
create policy consent_texts_are_kept_when_asked on consent_texts as permissive for insert to klinikbro_request with check (true);
create policy consent_texts_are_known_to_all on consent_texts as permissive for select to klinikbro_request, klinikbro_worker using (true);
CREATE TRIGGER consent_texts_are_append_only BEFORE DELETE OR UPDATE ON public.consent_texts FOR EACH ROW EXECUTE FUNCTION refuse_consent_text_change();
grant insert, select on consent_texts to klinikbro_request;
grant select on consent_texts to klinikbro_worker;

create table consent_withdrawals (
  consent_mark_id uuid not null,
  case_id uuid not null,
  withdrawn_by_kind text not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone not null default now(),
  constraint consent_withdrawals_case_id_consent_mark_id_fkey FOREIGN KEY (case_id, consent_mark_id) REFERENCES consent_marks(case_id, id),
  constraint consent_withdrawals_pkey PRIMARY KEY (consent_mark_id),
  constraint withdrawer_is_known CHECK ((withdrawn_by_kind = ANY (ARRAY['patient'::text, 'insurer'::text])))
);
CREATE INDEX consent_withdrawals_by_case ON public.consent_withdrawals USING btree (case_id);
CREATE INDEX consent_withdrawals_by_time ON public.consent_withdrawals USING brin (withdrawn_at) WITH (pages_per_range='32', autosummarize='on');
alter table consent_withdrawals enable row level security;
create policy withdrawal_by_patient_or_insurer on consent_withdrawals as permissive for insert to klinikbro_request with check (case_is_ours_or_the_patients(case_id));
create policy withdrawals_follow_their_case on consent_withdrawals as permissive for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy worker_reads_withdrawals on consent_withdrawals as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.consent_withdrawals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER consent_withdrawals_are_append_only BEFORE DELETE OR UPDATE ON public.consent_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER end_is_noted AFTER INSERT ON public.consent_withdrawals FOR EACH ROW EXECUTE FUNCTION note_revocation('consent');
CREATE TRIGGER journals_are_offered_when_sight_ends AFTER INSERT ON public.consent_withdrawals FOR EACH ROW EXECUTE FUNCTION offer_journals_of_case();
CREATE TRIGGER referral_goes_with_its_consent AFTER INSERT ON public.consent_withdrawals FOR EACH ROW EXECUTE FUNCTION erase_referral_with_its_consent();
grant insert, select on consent_withdrawals to klinikbro_request;
grant select on consent_withdrawals to klinikbro_worker;

create table cookie_choice_texts (
  hash text not null,
  site text not null,
  version text not null,
  language text not null,
  shown jsonb not null,
  first_answered_at timestamp with time zone not null,
  constraint cookie_choice_texts_pkey PRIMARY KEY (hash),
  constraint cookie_text_language_is_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint text_hash_is_sha256 CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
alter table cookie_choice_texts enable row level security;
create policy visitors_are_asked on cookie_choice_texts as permissive for insert to klinikbro_request with check (true);
create policy worker_erases_questions on cookie_choice_texts as permissive for all to klinikbro_worker using (true);
CREATE TRIGGER cookie_choice_texts_are_append_only BEFORE UPDATE ON public.cookie_choice_texts FOR EACH ROW EXECUTE FUNCTION refuse_cookie_choice_change();
grant insert on cookie_choice_texts to klinikbro_request;
grant delete, select on cookie_choice_texts to klinikbro_worker;

create table cookie_choices (
  id uuid not null,
  consent_id uuid not null,
  site text not null,
  text_hash text not null,
  accepted text[] not null,
  refused text[] not null,
  means text not null,
  chosen_at timestamp with time zone not null,
  constraint accepted_kinds_are_optional CHECK ((accepted <@ ARRAY['functional'::text, 'statistics'::text, 'marketing'::text])),
  constraint cookie_choices_pkey PRIMARY KEY (id),
  constraint cookie_choices_text_hash_fkey FOREIGN KEY (text_hash) REFERENCES cookie_choice_texts(hash),
  constraint means_of_choice_is_known CHECK ((means = ANY (ARRAY['banner'::text, 'page'::text]))),
  constraint no_kind_is_both_accepted_and_refused CHECK ((NOT (accepted && refused))),
  constraint refused_kinds_are_optional CHECK ((refused <@ ARRAY['functional'::text, 'statistics'::text, 'marketing'::text]))
);
CREATE INDEX cookie_choices_by_age ON public.cookie_choices USING btree (site, chosen_at);
CREATE INDEX cookie_choices_by_consent ON public.cookie_choices USING btree (consent_id, chosen_at);
CREATE INDEX cookie_choices_by_text ON public.cookie_choices USING btree (text_hash);
alter table cookie_choices enable row level security;
create policy visitors_answer on cookie_choices as permissive for insert to klinikbro_request with check (true);
create policy worker_erases_answers on cookie_choices as permissive for all to klinikbro_worker using (true);
CREATE TRIGGER cookie_choices_are_append_only BEFORE UPDATE ON public.cookie_choices FOR EACH ROW EXECUTE FUNCTION refuse_cookie_choice_change();
grant insert on cookie_choices to klinikbro_request;
grant delete, select on cookie_choices to klinikbro_worker;

create table counted_days (
  day date not null,
  counted_at timestamp with time zone not null default now(),
  constraint counted_days_pkey PRIMARY KEY (day)
);
alter table counted_days enable row level security;
create policy operator_reads_counted_days on counted_days as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = 'operator'::text));
create policy worker_counts_days on counted_days as permissive for all to klinikbro_worker using (true) with check (true);
CREATE TRIGGER counted_days_are_append_only BEFORE DELETE OR UPDATE ON public.counted_days FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant select on counted_days to klinikbro_request;
grant insert, select on counted_days to klinikbro_worker;

create table course_closures (
  case_id uuid not null,
  clinic_id uuid not null,
  person_id uuid not null,
  outcome text not null,
  summary_sealed bytea,
  closed_by uuid,
  closed_at timestamp with time zone not null default now(),
  constraint course_closures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint course_closures_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES cases(id, person_id),
  constraint course_closures_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint course_closures_pkey PRIMARY KEY (case_id, clinic_id),
  constraint outcome_is_known CHECK ((outcome = ANY (ARRAY['recovered'::text, 'improved'::text, 'unchanged'::text, 'worse'::text, 'referred-on'::text, 'not-started'::text])))
);
CREATE INDEX course_closures_by_person ON public.course_closures USING btree (person_id);
alter table course_closures enable row level security;
create policy clinic_answers_the_law on course_closures as permissive for select to klinikbro_request using (((clinic_id = ( SELECT current_organisation() AS current_organisation)) AND (case_id = ( SELECT case_looked_at() AS case_looked_at))));
create policy clinic_closes_course on course_closures as permissive for insert to klinikbro_request with check (((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id)));
create policy closures_are_known_to_their_parties on course_closures as permissive for select to klinikbro_request using ((case_is_ours_or_the_patients(case_id) OR ((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id))));
create policy restricted_is_stored_only on course_closures as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
create policy worker_reads_closures on course_closures as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.course_closures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
grant insert, select on course_closures to klinikbro_request;
grant select on course_closures to klinikbro_worker;

create table course_notes (
  id uuid not null,
  clinic_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  appointment_id uuid,
  text_sealed bytea not null,
  written_by uuid,
  written_at timestamp with time zone not null default now(),
  constraint course_notes_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint course_notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint course_notes_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES cases(id, person_id),
  constraint course_notes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint course_notes_pkey PRIMARY KEY (id)
);
CREATE INDEX course_notes_by_appointment ON public.course_notes USING btree (appointment_id);
CREATE INDEX course_notes_by_case ON public.course_notes USING btree (clinic_id, case_id);
CREATE INDEX course_notes_by_person ON public.course_notes USING btree (person_id);
CREATE INDEX course_notes_of_case ON public.course_notes USING btree (case_id);
alter table course_notes enable row level security;
create policy clinic_answers_the_law on course_notes as permissive for select to klinikbro_request using (((clinic_id = ( SELECT current_organisation() AS current_organisation)) AND (case_id = ( SELECT case_looked_at() AS case_looked_at))));
create policy clinic_keeps_its_notes on course_notes as permissive for all to klinikbro_request using (((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id))) with check (((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id)));
create policy clinic_takes_its_journal_over on course_notes as permissive for select to klinikbro_request using (((clinic_id = current_organisation()) AND (EXISTS ( SELECT
   FROM journal_handovers h
  WHERE ((h.case_id = course_notes.case_id) AND (h.clinic_id = course_notes.clinic_id))))));
create policy person_sees_own_notes on course_notes as permissive for select to klinikbro_request using ((person_id = current_person()));
create policy restricted_is_stored_only on course_notes as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
create policy worker_finds_notes_to_hand_over on course_notes as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.course_notes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER receipts_are_for_whole_journals AFTER INSERT ON public.course_notes FOR EACH ROW EXECUTE FUNCTION ask_for_receipt_again();
grant insert, select on course_notes to klinikbro_request;
grant select (clinic_id) on course_notes to klinikbro_worker;
grant select (case_id) on course_notes to klinikbro_worker;
grant select (written_at) on course_notes to klinikbro_worker;

create table day_counts (
  day date not null,
  figure text not null,
  subject text not null,
  count integer not null,
  constraint day_counts_day_fkey FOREIGN KEY (day) REFERENCES counted_days(day),
  constraint day_counts_pkey PRIMARY KEY (day, figure, subject),
  constraint figure_is_known CHECK ((figure = ANY (ARRAY['consent-given'::text, 'consent-withdrawn'::text, 'cookies-accepted'::text, 'cookies-refused'::text, 'decision-allowed'::text, 'decision-refused'::text]))),
  constraint only_what_happened_is_counted CHECK ((count > 0))
);
alter table day_counts enable row level security;
create policy operator_reads_counts on day_counts as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = 'operator'::text));
create policy worker_keeps_counts on day_counts as permissive for all to klinikbro_worker using (true) with check (true);
CREATE TRIGGER day_counts_are_append_only BEFORE DELETE OR UPDATE ON public.day_counts FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant select on day_counts to klinikbro_request;
grant insert, select on day_counts to klinikbro_worker;

create table direct_notes (
  id uuid not null,
  request_id uuid not null,
  state text not null,
  text_sealed bytea not null,
  constraint direct_notes_pkey PRIMARY KEY (id),
  constraint note_belongs_to_a_step FOREIGN KEY (request_id, state) REFERENCES rights_request_states(request_id, state) ON DELETE CASCADE,
  constraint one_note_for_each_step UNIQUE (request_id, state)
);
alter table direct_notes enable row level security;
create policy controller_tells_the_asker on direct_notes as permissive for insert to klinikbro_request with check ((request_is_to_us(request_id) AND (EXISTS ( SELECT
   FROM direct_requests d
  WHERE (d.request_id = direct_notes.request_id)))));
create policy notes_follow_their_request on direct_notes as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM direct_requests d
  WHERE (d.request_id = direct_notes.request_id))));
create policy worker_sends_notes on direct_notes as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.direct_notes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF text_sealed ON public.direct_notes FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('text_sealed');
grant insert, select on direct_notes to klinikbro_request;
grant select on direct_notes to klinikbro_worker;

create table direct_requests (
  request_id uuid not null,
  asker text not null,
  user_id uuid,
  enquirer_index bytea,
  email_sealed bytea,
  words_sealed bytea,
  language text not null,
  activity text not null,
  lead_id uuid,
  constraint direct_asker_is_known CHECK ((asker = ANY (ARRAY['staff'::text, 'enquirer'::text]))),
  constraint direct_language_is_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint direct_requests_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE SET NULL,
  constraint direct_requests_pkey PRIMARY KEY (request_id),
  constraint direct_requests_request_id_fkey FOREIGN KEY (request_id) REFERENCES rights_requests(id) ON DELETE CASCADE,
  constraint direct_requests_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint enquirer_index_is_hmac CHECK ((length(enquirer_index) = 32)),
  constraint enquirers_ask_by_address CHECK (((asker = 'enquirer'::text) = (enquirer_index IS NOT NULL))),
  constraint staff_ask_by_account CHECK (((asker = 'staff'::text) OR (user_id IS NULL)))
);
CREATE INDEX direct_requests_by_enquirer ON public.direct_requests USING btree (enquirer_index) WHERE (enquirer_index IS NOT NULL);
CREATE INDEX direct_requests_by_user ON public.direct_requests USING btree (user_id) WHERE (user_id IS NOT NULL);
alter table direct_requests enable row level security;
create policy administrators_enter_what_came_by_letter on direct_requests as permissive for insert to klinikbro_request with check ((request_is_to_us(request_id) AND
CASE asker
    WHEN 'staff'::text THEN (we_answer_requests() AND (lead_id IS NULL) AND (user_id <> current_user_id()) AND (EXISTS ( SELECT
       FROM users u
      WHERE ((u.id = direct_requests.user_id) AND (u.organisation_id = current_organisation())))))
    ELSE (we_answer_enquirers() AND (EXISTS ( SELECT
       FROM leads l
      WHERE ((l.id = direct_requests.lead_id) AND (l.email_index = direct_requests.enquirer_index)))))
END));
create policy administrators_read_what_is_asked on direct_requests as permissive for select to klinikbro_request using ((request_is_to_us(request_id) AND
CASE asker
    WHEN 'staff'::text THEN we_answer_requests()
    ELSE we_answer_enquirers()
END));
create policy others_read_what_they_asked on direct_requests as permissive for select to klinikbro_request using (((user_id = current_user_id()) OR (enquirer_index = current_enquirer())));
create policy others_say_who_they_are on direct_requests as permissive for insert to klinikbro_request with check ((((asker = 'staff'::text) AND (user_id = current_user_id()) AND (lead_id IS NULL)) OR ((asker = 'enquirer'::text) AND (enquirer_index = current_enquirer()) AND ((lead_id IS NULL) OR (EXISTS ( SELECT
   FROM leads l
  WHERE (l.id = direct_requests.lead_id)))))));
create policy worker_writes_to_askers on direct_requests as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.direct_requests DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER direct_requests_are_append_only BEFORE UPDATE ON public.direct_requests FOR EACH ROW WHEN (((new.asker <> old.asker) OR (new.activity <> old.activity) OR (new.enquirer_index IS DISTINCT FROM old.enquirer_index))) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF words_sealed, email_sealed ON public.direct_requests FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('words_sealed', 'email_sealed');
grant insert, select on direct_requests to klinikbro_request;
grant select on direct_requests to klinikbro_worker;

create table direct_restrictions (
  id uuid not null,
  request_id uuid not null,
  user_id uuid,
  lead_id uuid,
  because text not null,
  restricted_at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  constraint direct_restriction_reason_is_known CHECK ((because = ANY (ARRAY['restriction'::text, 'objection'::text]))),
  constraint direct_restrictions_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE,
  constraint direct_restrictions_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users(id),
  constraint direct_restrictions_pkey PRIMARY KEY (id),
  constraint direct_restrictions_request_id_fkey FOREIGN KEY (request_id) REFERENCES rights_requests(id) ON DELETE CASCADE,
  constraint direct_restrictions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint restriction_is_of_one_thing CHECK ((num_nonnulls(user_id, lead_id) = 1))
);
CREATE INDEX direct_restrictions_by_request ON public.direct_restrictions USING btree (request_id);
CREATE INDEX direct_restrictions_of_leads ON public.direct_restrictions USING btree (lead_id) WHERE ((lead_id IS NOT NULL) AND (lifted_at IS NULL));
CREATE INDEX direct_restrictions_of_users ON public.direct_restrictions USING btree (user_id) WHERE ((user_id IS NOT NULL) AND (lifted_at IS NULL));
alter table direct_restrictions enable row level security;
create policy accounts_and_enquiries_are_restricted_on_a_request on direct_restrictions as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM direct_requests d
  WHERE ((d.request_id = direct_restrictions.request_id) AND ((direct_restrictions.user_id IS NULL) OR (d.user_id = direct_restrictions.user_id)) AND ((direct_restrictions.lead_id IS NULL) OR (d.lead_id = direct_restrictions.lead_id))))));
create policy controller_lifts_what_it_restricted on direct_restrictions as permissive for update to klinikbro_request using ((request_is_to_us(request_id) AND (EXISTS ( SELECT
   FROM direct_requests d
  WHERE (d.request_id = direct_restrictions.request_id)))));
create policy restrictions_follow_their_request on direct_restrictions as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM direct_requests d
  WHERE (d.request_id = direct_restrictions.request_id))));
create policy worker_knows_direct_restrictions on direct_restrictions as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON public.direct_restrictions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_restriction_without_identity BEFORE INSERT ON public.direct_restrictions FOR EACH ROW EXECUTE FUNCTION refuse_unidentified_restriction();
grant insert, select on direct_restrictions to klinikbro_request;
grant select on direct_restrictions to klinikbro_worker;
grant update (lifted_at) on direct_restrictions to klinikbro_request;
grant update (lifted_by) on direct_restrictions to klinikbro_request;

create table disclosed_documents (
  disclosure_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  reason_sealed bytea not null,
  content_sealed bytea not null,
  constraint disclosed_documents_pkey PRIMARY KEY (disclosure_id),
  constraint document_belongs_to_its_disclosure FOREIGN KEY (disclosure_id, case_id, person_id) REFERENCES disclosures(id, case_id, person_id) ON DELETE CASCADE
);
CREATE INDEX disclosed_documents_by_person ON public.disclosed_documents USING btree (person_id);
alter table disclosed_documents enable row level security;
create policy controller_keeps_what_it_told on disclosed_documents as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM disclosures d
  WHERE ((d.id = disclosed_documents.disclosure_id) AND (d.disclosed_by_organisation = current_organisation())))));
create policy controller_tells_authority on disclosed_documents as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM disclosures d
  WHERE ((d.id = disclosed_documents.disclosure_id) AND (d.disclosed_by_organisation = current_organisation())))));
create policy person_sees_what_was_told on disclosed_documents as permissive for select to klinikbro_request using ((person_id = current_person()));
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.disclosed_documents DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER disclosed_documents_are_append_only BEFORE DELETE OR UPDATE ON public.disclosed_documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select on disclosed_documents to klinikbro_request;

create table disclosures (
  id uuid not null,
  recipient_id uuid,
  case_id uuid not null,
  person_id uuid not null,
  direction text not null,
  consent_mark_id uuid,
  activity text not null,
  purpose text not null,
  basis text not null,
  fields text[] not null,
  disclosed_by_organisation uuid not null,
  disclosed_by uuid,
  disclosed_at timestamp with time zone not null default now(),
  authority text,
  law text,
  law_da text,
  law_en text,
  constraint authority_has_a_name CHECK (((length(btrim(authority)) >= 2) AND (length(btrim(authority)) <= 200))),
  constraint authority_is_told_by_law_only CHECK (((direction = 'to-authority'::text) = (basis = 'legal-duty'::text))),
  constraint authority_is_told_named_fields CHECK (((direction <> 'to-authority'::text) OR (fields <@ ARRAY['contact'::text, 'cpr'::text, 'approval'::text, 'referral'::text, 'attachments'::text, 'appointments'::text, 'consents'::text, 'course'::text]))),
  constraint disclosure_basis_is_one_of_four CHECK ((basis = ANY (ARRAY['consent'::text, 'contract'::text, 'legal-duty'::text, 'legal-claim'::text]))),
  constraint disclosure_direction_is_known CHECK ((direction = ANY (ARRAY['to-clinic'::text, 'to-insurer'::text, 'to-authority'::text]))),
  constraint disclosure_has_one_recipient CHECK ((((direction = 'to-authority'::text) = (authority IS NOT NULL)) AND ((direction = 'to-authority'::text) = (recipient_id IS NULL)))),
  constraint disclosure_is_of_one_case_and_person UNIQUE (id, case_id, person_id),
  constraint disclosure_names_its_fields CHECK ((cardinality(fields) > 0)),
  constraint disclosure_rests_on_exactly_one_basis CHECK (
CASE basis
    WHEN 'consent'::text THEN ((consent_mark_id IS NOT NULL) AND (law IS NULL))
    WHEN 'legal-duty'::text THEN ((law IS NOT NULL) AND (consent_mark_id IS NULL))
    ELSE false
END),
  constraint disclosures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint disclosures_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES cases(id, person_id),
  constraint disclosures_disclosed_by_organisation_fkey FOREIGN KEY (disclosed_by_organisation) REFERENCES organisations(id),
  constraint disclosures_pkey PRIMARY KEY (id),
  constraint disclosures_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES organisations(id),
  constraint law_is_kept_with_its_words CHECK ((((law IS NULL) = (law_da IS NULL)) AND ((law IS NULL) = (law_en IS NULL)))),
  constraint law_is_one_that_the_policy_names CHECK ((law = ANY (ARRAY['health-supervision'::text, 'patient-complaint'::text, 'data-protection-supervision'::text, 'criminal-investigation'::text, 'civil-case'::text]))),
  constraint no_transfer_without_consent_mark FOREIGN KEY (case_id, consent_mark_id) REFERENCES consent_marks(case_id, id)
);
CREATE INDEX disclosures_by_case ON public.disclosures USING btree (case_id, disclosed_at);
CREATE INDEX disclosures_by_person ON public.disclosures USING btree (person_id);
CREATE INDEX disclosures_by_recipient ON public.disclosures USING btree (recipient_id, case_id);
alter table disclosures enable row level security;
create policy case_is_handed_over_by_insurer_or_patients_choice on disclosures as permissive for insert to klinikbro_request with check ((((direction = 'to-clinic'::text) AND case_is_ours_or_the_patients(case_id)) OR ((direction = 'to-insurer'::text) AND (disclosed_by_organisation = current_organisation()) AND is_disclosed_to_us(case_id))));
create policy controller_tells_authority on disclosures as permissive for insert to klinikbro_request with check (((direction = 'to-authority'::text) AND (current_actor_kind() = 'staff'::text) AND (disclosed_by_organisation = current_organisation()) AND (disclosed_by = current_user_id())));
create policy ledger_is_read_by_its_parties on disclosures as permissive for select to klinikbro_request using (((recipient_id = current_organisation()) OR (disclosed_by_organisation = current_organisation()) OR (person_id = current_person())));
create policy restricted_is_stored_only on disclosures as restrictive for insert to klinikbro_request with check (((direction = 'to-authority'::text) OR (NOT case_is_restricted(case_id))));
create policy worker_reads_disclosures on disclosures as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.disclosures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE CONSTRAINT TRIGGER authority_is_told_what_is_kept AFTER INSERT ON public.disclosures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.direction = 'to-authority'::text)) EXECUTE FUNCTION refuse_authority_without_document();
CREATE TRIGGER disclosures_are_append_only BEFORE DELETE OR UPDATE ON public.disclosures FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.disclosures FOR EACH ROW WHEN ((new.direction = 'to-clinic'::text)) EXECUTE FUNCTION refuse_new_use_after_the_agreement('recipient_id', 'disclosed_by_organisation');
CREATE TRIGGER no_transfer_without_live_consent BEFORE INSERT ON public.disclosures FOR EACH ROW EXECUTE FUNCTION refuse_disclosure_without_live_consent();
grant insert, select on disclosures to klinikbro_request;
grant select on disclosures to klinikbro_worker;

create table eid_attempts (
  state_hash bytea not null,
  attempt_sealed bytea not null,
  expires_at timestamp with time zone not null,
  constraint eid_attempts_pkey PRIMARY KEY (state_hash)
);
alter table eid_attempts enable row level security;
create policy gatekeeper_keeps_attempts on eid_attempts as permissive for all to klinikbro_request using ((current_actor_kind() = 'gatekeeper'::text)) with check ((current_actor_kind() = 'gatekeeper'::text));
create policy worker_sweeps_attempts on eid_attempts as permissive for all to klinikbro_worker using (true);
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF attempt_sealed ON public.eid_attempts FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('attempt_sealed');
grant delete, insert, select, update on eid_attempts to klinikbro_request;
grant delete, select on eid_attempts to klinikbro_worker;

create table enquirer_links (
  id uuid not null,
  token_hash bytea,
  email_index bytea not null,
  email_sealed bytea not null,
  language text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint enquirer_links_pkey PRIMARY KEY (id),
  constraint enquirer_token_is_unique UNIQUE (token_hash),
  constraint link_email_index_is_hmac CHECK ((length(email_index) = 32)),
  constraint link_language_is_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
);
CREATE INDEX enquirer_links_by_time ON public.enquirer_links USING btree (asked_at);
alter table enquirer_links enable row level security;
create policy anybody_asks_for_a_link on enquirer_links as permissive for insert to klinikbro_request with check ((token_hash IS NULL));
create policy worker_mails_and_sweeps_links on enquirer_links as permissive for all to klinikbro_worker using (true);
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF email_sealed ON public.enquirer_links FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('email_sealed');
grant insert on enquirer_links to klinikbro_request;
grant delete, select on enquirer_links to klinikbro_worker;
grant update (token_hash) on enquirer_links to klinikbro_worker;
grant update (expires_at) on enquirer_links to klinikbro_worker;

create table erasure_orders (
  id uuid not null,
  organisation_id uuid not null,
  case_id uuid,
  reason text not null,
  ordered_by uuid,
  ordered_at timestamp with time zone not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  carried_out_at timestamp with time zone,
  constraint erasure_orders_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint erasure_orders_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES users(id),
  constraint erasure_orders_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint erasure_orders_pkey PRIMARY KEY (id),
  constraint erasure_orders_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES users(id),
  constraint open_order_knows_its_case CHECK (((case_id IS NOT NULL) OR (withdrawn_at IS NOT NULL) OR (carried_out_at IS NOT NULL))),
  constraint order_ends_once CHECK (((withdrawn_at IS NULL) OR (carried_out_at IS NULL))),
  constraint order_reason_is_known CHECK ((reason = ANY (ARRAY['not-needed'::text, 'mistake'::text, 'unlawful'::text, 'authority'::text])))
);
CREATE INDEX erasure_orders_by_case ON public.erasure_orders USING btree (case_id);
CREATE INDEX erasure_orders_by_organisation ON public.erasure_orders USING btree (organisation_id, ordered_at DESC);
CREATE UNIQUE INDEX one_open_order_a_case ON public.erasure_orders USING btree (case_id) WHERE ((withdrawn_at IS NULL) AND (carried_out_at IS NULL));
alter table erasure_orders enable row level security;
create policy insurer_orders on erasure_orders as permissive for insert to klinikbro_request with check (((organisation_id = current_organisation()) AND (ordered_by = current_user_id()) AND (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = erasure_orders.case_id) AND (c.insurer_id = erasure_orders.organisation_id))))));
create policy insurer_takes_orders_back on erasure_orders as permissive for update to klinikbro_request using (((organisation_id = current_organisation()) AND (carried_out_at IS NULL))) with check ((withdrawn_by = current_user_id()));
create policy orders_are_known_to_person_and_insurer on erasure_orders as permissive for select to klinikbro_request using (((organisation_id = current_organisation()) OR case_is_ours_or_the_patients(case_id)));
create policy worker_carries_orders_out on erasure_orders as permissive for select to klinikbro_worker using (true);
create policy worker_forgets_old_orders on erasure_orders as permissive for delete to klinikbro_worker using (((carried_out_at IS NOT NULL) OR (withdrawn_at IS NOT NULL)));
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON public.erasure_orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_untimely_order BEFORE INSERT ON public.erasure_orders FOR EACH ROW EXECUTE FUNCTION refuse_untimely_order();
grant insert, select on erasure_orders to klinikbro_request;
grant delete, select on erasure_orders to klinikbro_worker;
grant update (withdrawn_by) on erasure_orders to klinikbro_request;
grant update (withdrawn_at) on erasure_orders to klinikbro_request;

create table erasures (
  id bigint not null generated as identity,
  run_id uuid,
  case_id uuid,
  person_id uuid,
  because text not null,
  erased_at timestamp with time zone not null default now(),
  entry uuid not null default gen_random_uuid(),
  organisation_id uuid,
  access_until date,
  referral_withdrawn_by text,
  constraint erasure_is_entered_once UNIQUE (entry),
  constraint erasure_reason_is_known CHECK (((because = ANY (ARRAY['retention'::text, 'request'::text, 'replay'::text, 'agreement-ended'::text, 'business-contacts'::text])) OR (because = 'order'::text))),
  constraint erasures_pkey PRIMARY KEY (id),
  constraint erasures_run_id_fkey FOREIGN KEY (run_id) REFERENCES retention_runs(id),
  constraint referral_withdrawer_is_known CHECK ((referral_withdrawn_by = ANY (ARRAY['patient'::text, 'insurer'::text, 'ending'::text])))
);
CREATE INDEX erasures_by_age ON public.erasures USING btree (erased_at);
CREATE INDEX erasures_by_run ON public.erasures USING btree (run_id);
alter table erasures enable row level security;
create policy worker_reads_erasures on erasures as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER erasures_are_noted_outside AFTER INSERT ON public.erasures FOR EACH STATEMENT EXECUTE FUNCTION note_erasures_soon();
grant select on erasures to klinikbro_worker;

create table holds (
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  clinic_id uuid not null,
  practitioner_id uuid not null,
  room_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  moves_appointment_id uuid,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  renewals integer not null default 0,
  constraint hold_is_for_the_cases_person FOREIGN KEY (case_id, person_id) REFERENCES cases(id, person_id),
  constraint hold_is_renewed_twice_at_most CHECK (((renewals >= 0) AND (renewals <= 2))),
  constraint holds_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint holds_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint holds_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint holds_pkey PRIMARY KEY (id),
  constraint holds_practitioner_id_fkey FOREIGN KEY (practitioner_id) REFERENCES practitioners(id),
  constraint holds_room_id_fkey FOREIGN KEY (room_id) REFERENCES rooms(id)
);
CREATE INDEX holds_by_case ON public.holds USING btree (case_id);
CREATE INDEX holds_by_clinic ON public.holds USING btree (clinic_id);
CREATE UNIQUE INDEX one_hold_for_each_person ON public.holds USING btree (person_id);
alter table holds enable row level security;
create policy clinic_holds_for_patients on holds as permissive for all to klinikbro_request using (((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id))) with check (((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id)));
create policy holds_are_the_persons_own on holds as permissive for all to klinikbro_request using ((person_id = current_person())) with check ((person_id = current_person()));
create policy restricted_is_stored_only on holds as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.holds FOR EACH ROW EXECUTE FUNCTION refuse_new_use_after_the_agreement('clinic_id');
grant delete, insert, select, update on holds to klinikbro_request;

create table idempotency_keys (
  organisation_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  case_id uuid,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint idempotency_keys_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint idempotency_keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint idempotency_keys_pkey PRIMARY KEY (organisation_id, key)
);
CREATE INDEX idempotency_keys_by_case ON public.idempotency_keys USING btree (case_id);
alter table idempotency_keys enable row level security;
create policy keys_are_kept_by_their_own on idempotency_keys as permissive for all to klinikbro_request using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
create policy worker_sweeps_keys on idempotency_keys as permissive for all to klinikbro_worker using (true);
grant delete, insert, select on idempotency_keys to klinikbro_request;
grant delete, select on idempotency_keys to klinikbro_worker;

create table invitations (
  id uuid not null,
  token_hash bytea not null,
  organisation_id uuid not null,
  email text not null,
  name text not null,
  roles text[] not null,
  invited_by uuid,
  invited_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  language text not null default 'da'::text,
  constraint invitation_address_is_lower_case CHECK ((email = lower(email))),
  constraint invitation_language_is_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint invitation_token_is_unique UNIQUE (token_hash),
  constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES users(id),
  constraint invitations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint invitations_pkey PRIMARY KEY (id)
);
CREATE INDEX invitations_by_organisation ON public.invitations USING btree (organisation_id, invited_at DESC);
CREATE UNIQUE INDEX one_open_invitation_for_each_address ON public.invitations USING btree (organisation_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
alter table invitations enable row level security;
create policy invitations_are_kept_by_their_own on invitations as permissive for all to klinikbro_request using (((current_actor_kind() = 'gatekeeper'::text) OR (organisation_id = current_organisation()))) with check (((current_actor_kind() = 'gatekeeper'::text) OR (organisation_id = current_organisation())));
create policy operator_keeps_its_own_invitations on invitations as permissive for all to klinikbro_request using (((current_actor_kind() = 'operator'::text) AND (EXISTS ( SELECT
   FROM users u
  WHERE ((u.id = invitations.invited_by) AND (u.organisation_id = current_organisation())))))) with check (((current_actor_kind() = 'operator'::text) AND (EXISTS ( SELECT
   FROM users u
  WHERE ((u.id = invitations.invited_by) AND (u.organisation_id = current_organisation()))))));
create policy worker_forgets_old_invitations on invitations as permissive for delete to klinikbro_worker using (true);
create policy worker_gives_invitations_their_token on invitations as permissive for update to klinikbro_worker using (((accepted_at IS NULL) AND (withdrawn_at IS NULL)));
create policy worker_reads_invitations on invitations as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER no_new_use_after_the_agreement BEFORE INSERT ON public.invitations FOR EACH ROW EXECUTE FUNCTION refuse_new_use_after_the_agreement('organisation_id');
grant insert, select, update on invitations to klinikbro_request;
grant delete, select on invitations to klinikbro_worker;
grant update (token_hash) on invitations to klinikbro_worker;

create table journal_enclosures (
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  clinic_id uuid not null,
  person_id uuid not null,
  field text,
  kind text,
  name_sealed bytea,
  content_sealed bytea not null,
  entered_at timestamp with time zone not null,
  constraint enclosure_is_a_field_or_a_file CHECK (((field IS NULL) = ((kind IS NOT NULL) AND (name_sealed IS NOT NULL)))),
  constraint journal_enclosures_case_id_clinic_id_fkey FOREIGN KEY (case_id, clinic_id) REFERENCES journal_handovers(case_id, clinic_id) ON DELETE CASCADE,
  constraint journal_enclosures_pkey PRIMARY KEY (id)
);
CREATE INDEX journal_enclosures_by_journal ON public.journal_enclosures USING btree (case_id, clinic_id);
CREATE INDEX journal_enclosures_by_person ON public.journal_enclosures USING btree (person_id);
alter table journal_enclosures enable row level security;
create policy enclosures_are_the_clinics_own on journal_enclosures as permissive for select to klinikbro_request using ((clinic_id = ( SELECT current_organisation() AS current_organisation)));
create policy person_knows_of_enclosures on journal_enclosures as permissive for select to klinikbro_request using ((person_id = ( SELECT current_person() AS current_person)));
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.journal_enclosures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
grant select on journal_enclosures to klinikbro_request;

create table journal_handovers (
  case_id uuid not null,
  clinic_id uuid not null,
  offered_at timestamp with time zone not null default now(),
  taken_at timestamp with time zone,
  received_by uuid,
  received_at timestamp with time zone,
  constraint journal_handovers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint journal_handovers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint journal_handovers_pkey PRIMARY KEY (case_id, clinic_id),
  constraint journal_handovers_received_by_fkey FOREIGN KEY (received_by) REFERENCES users(id)
);
CREATE INDEX journal_handovers_by_clinic ON public.journal_handovers USING btree (clinic_id, offered_at);
alter table journal_handovers enable row level security;
create policy handovers_are_the_clinics_own on journal_handovers as permissive for all to klinikbro_request using ((clinic_id = current_organisation())) with check ((clinic_id = current_organisation()));
create policy person_knows_of_handovers on journal_handovers as permissive for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy worker_offers_handovers on journal_handovers as permissive for all to klinikbro_worker using (true) with check (true);
CREATE TRIGGER enclosures_go_with_the_receipt AFTER UPDATE OF received_at ON public.journal_handovers FOR EACH ROW WHEN ((new.received_at IS NOT NULL)) EXECUTE FUNCTION let_go_of_received_enclosures();
grant select, update on journal_handovers to klinikbro_request;
grant insert, select, update on journal_handovers to klinikbro_worker;

create table lead_answers (
  lead_id uuid not null,
  text_sealed bytea not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  erase_on date not null,
  constraint lead_answers_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES users(id),
  constraint lead_answers_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE,
  constraint lead_answers_pkey PRIMARY KEY (lead_id)
);
CREATE INDEX lead_answers_by_end ON public.lead_answers USING btree (erase_on);
alter table lead_answers enable row level security;
create policy enquirer_reads_own_answers on lead_answers as permissive for select to klinikbro_request using (((current_enquirer() IS NOT NULL) AND (EXISTS ( SELECT
   FROM leads l
  WHERE ((l.id = lead_answers.lead_id) AND (l.email_index = current_enquirer()))))));
create policy operator_answers_leads on lead_answers as permissive for insert to klinikbro_request with check (((current_actor_kind() = 'operator'::text) AND (answered_by = current_user_id())));
create policy operator_reads_answers on lead_answers as permissive for select to klinikbro_request using ((current_actor_kind() = 'operator'::text));
create policy worker_sends_and_erases_answers on lead_answers as permissive for all to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.lead_answers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF text_sealed ON public.lead_answers FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('text_sealed');
CREATE TRIGGER restricted_enquiry_is_stored_only BEFORE INSERT ON public.lead_answers FOR EACH ROW EXECUTE FUNCTION refuse_answer_to_restricted();
grant insert, select on lead_answers to klinikbro_request;
grant delete, select on lead_answers to klinikbro_worker;

create table leads (
  id uuid not null,
  name_sealed bytea not null,
  company_sealed bytea not null,
  phone_sealed bytea not null,
  email_sealed bytea not null,
  message_sealed bytea not null,
  language text not null,
  received_at timestamp with time zone not null,
  review_on date not null,
  email_index bytea,
  constraint lead_email_index_is_hmac CHECK ((length(email_index) = 32)),
  constraint lead_language_is_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint leads_pkey PRIMARY KEY (id),
  constraint review_comes_after_the_message CHECK ((review_on > ((received_at AT TIME ZONE 'UTC'::text))::date))
);
CREATE INDEX leads_by_email ON public.leads USING btree (email_index) WHERE (email_index IS NOT NULL);
CREATE INDEX leads_by_review ON public.leads USING btree (review_on);
CREATE INDEX leads_by_time ON public.leads USING btree (received_at DESC);
alter table leads enable row level security;
create policy enquirer_corrects_own_leads on leads as permissive for update to klinikbro_request using ((email_index = current_enquirer())) with check ((email_index = current_enquirer()));
create policy enquirer_erases_own_leads on leads as permissive for delete to klinikbro_request using ((email_index = current_enquirer()));
create policy enquirer_reads_own_leads on leads as permissive for select to klinikbro_request using ((email_index = current_enquirer()));
create policy operator_reads_leads on leads as permissive for select to klinikbro_request using ((current_actor_kind() = 'operator'::text));
create policy visitors_write_to_us on leads as permissive for insert to klinikbro_request with check ((current_actor_kind() = 'anonymous'::text));
create policy worker_sends_and_erases_leads on leads as permissive for all to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.leads DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE CONSTRAINT TRIGGER audited_when_the_sender_changes_it AFTER DELETE OR UPDATE ON public.leads DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((current_setting('app.enquirer'::text, true) <> ''::text)) EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER end_is_noted AFTER DELETE ON public.leads FOR EACH ROW EXECUTE FUNCTION note_revocation('enquiry');
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF name_sealed, company_sealed, phone_sealed, email_sealed, message_sealed ON public.leads FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('name_sealed', 'company_sealed', 'phone_sealed', 'email_sealed', 'message_sealed');
grant delete, insert, select on leads to klinikbro_request;
grant delete, select on leads to klinikbro_worker;
grant update (name_sealed) on leads to klinikbro_request;
grant update (company_sealed) on leads to klinikbro_request;
grant update (phone_sealed) on leads to klinikbro_request;
grant update (message_sealed) on leads to klinikbro_request;
grant update (email_index) on leads to klinikbro_worker;

create table legal_hold_reviews (
  hold_id uuid not null,
  review_on date not null,
  decided_by uuid,
  decided_at timestamp with time zone not null default now(),
  reminded_at timestamp with time zone,
  constraint legal_hold_reviews_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint legal_hold_reviews_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES legal_holds(id) ON DELETE CASCADE,
  constraint legal_hold_reviews_pkey PRIMARY KEY (hold_id, decided_at),
  constraint review_lies_ahead CHECK ((review_on > ((decided_at AT TIME ZONE 'Europe/Copenhagen'::text))::date))
);
alter table legal_hold_reviews enable row level security;
create policy insurer_decides_on_its_holds on legal_hold_reviews as permissive for insert to klinikbro_request with check (((decided_by = current_user_id()) AND (EXISTS ( SELECT
   FROM (legal_holds h
     JOIN cases c ON ((c.id = h.case_id)))
  WHERE ((h.id = legal_hold_reviews.hold_id) AND (h.lifted_at IS NULL) AND (h.placed_by IS NOT NULL) AND (c.insurer_id = current_organisation()))))));
create policy operator_decides_on_holds_left_behind on legal_hold_reviews as permissive for insert to klinikbro_request with check (((decided_by = current_user_id()) AND (EXISTS ( SELECT
   FROM legal_holds h
  WHERE ((h.id = legal_hold_reviews.hold_id) AND (h.lifted_at IS NULL) AND (h.placed_by IS NOT NULL) AND hold_was_left_to_us(h.case_id))))));
create policy reviews_follow_their_hold on legal_hold_reviews as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM legal_holds h
  WHERE (h.id = legal_hold_reviews.hold_id))));
create policy worker_reminds_of_reviews on legal_hold_reviews as permissive for all to klinikbro_worker using (true) with check (true);
grant insert, select on legal_hold_reviews to klinikbro_request;
grant select on legal_hold_reviews to klinikbro_worker;
grant update (reminded_at) on legal_hold_reviews to klinikbro_worker;

create table legal_holds (
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  placed_by uuid,
  placed_at timestamp with time zone not null default now(),
  lifted_at timestamp with time zone,
  why_sealed bytea,
  lifted_by uuid,
  lifted_why_sealed bytea,
  constraint hold_by_hand_says_why CHECK (((placed_by IS NULL) OR (why_sealed IS NOT NULL))),
  constraint hold_reason_is_known CHECK ((reason = ANY (ARRAY['complaint'::text, 'claim'::text, 'open-request'::text, 'supervision'::text, 'restriction'::text]))),
  constraint legal_holds_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint legal_holds_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users(id),
  constraint legal_holds_pkey PRIMARY KEY (id),
  constraint legal_holds_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES users(id),
  constraint lifting_by_hand_says_why CHECK (((lifted_by IS NULL) OR (lifted_why_sealed IS NOT NULL))) NOT VALID
);
CREATE INDEX legal_holds_by_case ON public.legal_holds USING btree (case_id);
alter table legal_holds enable row level security;
create policy holds_are_known_to_person_and_insurer on legal_holds as permissive for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
create policy insurer_lifts_holds on legal_holds as permissive for update to klinikbro_request using (((reason = ANY (ARRAY['claim'::text, 'complaint'::text, 'supervision'::text])) AND (lifted_at IS NULL) AND (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = legal_holds.case_id) AND (c.insurer_id = current_organisation())))))) with check ((lifted_by = current_user_id()));
create policy insurer_places_holds on legal_holds as permissive for insert to klinikbro_request with check (((reason = ANY (ARRAY['claim'::text, 'complaint'::text, 'supervision'::text])) AND (placed_by = current_user_id()) AND (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = legal_holds.case_id) AND (c.insurer_id = current_organisation()))))));
create policy operator_knows_holds_left_behind on legal_holds as permissive for select to klinikbro_request using (((placed_by IS NOT NULL) AND hold_was_left_to_us(case_id)));
create policy operator_lifts_holds_left_behind on legal_holds as permissive for update to klinikbro_request using (((placed_by IS NOT NULL) AND (reason = ANY (ARRAY['claim'::text, 'complaint'::text, 'supervision'::text])) AND (lifted_at IS NULL) AND hold_was_left_to_us(case_id))) with check ((lifted_by = current_user_id()));
create policy worker_reads_holds on legal_holds as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON public.legal_holds DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER lifted_hold_stays_lifted BEFORE UPDATE ON public.legal_holds FOR EACH ROW EXECUTE FUNCTION refuse_reviving_a_hold();
CREATE TRIGGER no_erasure_under_a_hold BEFORE DELETE ON public.legal_holds FOR EACH ROW EXECUTE FUNCTION refuse_erasure_under_a_hold();
CREATE TRIGGER released_referrals_are_erased_soon AFTER UPDATE OF lifted_at ON public.legal_holds FOR EACH ROW WHEN (((old.lifted_at IS NULL) AND (new.lifted_at IS NOT NULL))) EXECUTE FUNCTION erase_released_referral_soon();
grant insert, select on legal_holds to klinikbro_request;
grant select on legal_holds to klinikbro_worker;
grant update (lifted_at) on legal_holds to klinikbro_request;
grant update (lifted_by) on legal_holds to klinikbro_request;
grant update (lifted_why_sealed) on legal_holds to klinikbro_request;

create table log_sweeps (
  id bigint not null generated as identity,
  swept_at timestamp with time zone not null,
  files_erased integer not null,
  files_kept integer not null,
  constraint log_sweeps_pkey PRIMARY KEY (id)
);
alter table log_sweeps enable row level security;
create policy operator_reads_log_sweeps on log_sweeps as permissive for select to klinikbro_request using ((current_actor_kind() = 'operator'::text));
create policy worker_notes_log_sweeps on log_sweeps as permissive for all to klinikbro_worker using (true) with check (true);
grant select on log_sweeps to klinikbro_request;
grant delete, insert, select on log_sweeps to klinikbro_worker;

create table maintenance_endings (
  window_id uuid not null,
  ended_at timestamp with time zone not null,
  ended_by uuid not null,
  constraint maintenance_endings_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES users(id),
  constraint maintenance_endings_pkey PRIMARY KEY (window_id),
  constraint maintenance_endings_window_id_fkey FOREIGN KEY (window_id) REFERENCES maintenance_windows(id)
);
alter table maintenance_endings enable row level security;
create policy operator_ends_windows on maintenance_endings as permissive for insert to klinikbro_request with check (((( SELECT current_actor_kind() AS current_actor_kind) = 'operator'::text) AND (ended_by = ( SELECT current_user_id() AS current_user_id))));
create policy operator_reads_endings on maintenance_endings as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = 'operator'::text));
create policy worker_reads_endings on maintenance_endings as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.maintenance_endings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER endings_stand BEFORE DELETE OR UPDATE ON public.maintenance_endings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER shortens AFTER INSERT ON public.maintenance_endings FOR EACH ROW EXECUTE FUNCTION ending_shortens_its_window();
grant insert, select on maintenance_endings to klinikbro_request;
grant select on maintenance_endings to klinikbro_worker;

create table maintenance_mails (
  id uuid not null default gen_random_uuid(),
  window_id uuid not null,
  user_id uuid not null,
  news text not null,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  not_sent_because text,
  constraint maintenance_is_told_once UNIQUE (window_id, user_id, news),
  constraint maintenance_mail_is_sent_or_not CHECK (((sent_at IS NULL) OR (not_sent_because IS NULL))),
  constraint maintenance_mails_pkey PRIMARY KEY (id),
  constraint maintenance_mails_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id),
  constraint maintenance_mails_window_id_fkey FOREIGN KEY (window_id) REFERENCES maintenance_windows(id),
  constraint maintenance_news_is_known CHECK ((news = ANY (ARRAY['announced'::text, 'called-off'::text, 'ended'::text])))
);
CREATE INDEX maintenance_mails_by_user ON public.maintenance_mails USING btree (user_id);
alter table maintenance_mails enable row level security;
create policy worker_keeps_maintenance_mails on maintenance_mails as permissive for all to klinikbro_worker using (true) with check (true);
grant insert, select, update on maintenance_mails to klinikbro_worker;

create table maintenance_windows (
  id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  occupies tstzrange not null,
  read_only boolean not null,
  text_da text not null,
  text_en text not null,
  announced_by uuid not null,
  announced_at timestamp with time zone not null,
  constraint maintenance_windows_announced_by_fkey FOREIGN KEY (announced_by) REFERENCES users(id),
  constraint maintenance_windows_pkey PRIMARY KEY (id),
  constraint window_ends_after_it_starts CHECK ((ends_at > starts_at)),
  constraint window_is_announced_before_it_starts CHECK ((announced_at < (starts_at + '00:01:00'::interval))),
  constraint window_is_explained_in_danish CHECK (((length(text_da) >= 1) AND (length(text_da) <= 300))),
  constraint window_is_explained_in_english CHECK (((length(text_en) >= 1) AND (length(text_en) <= 300))),
  constraint window_occupies_no_more_than_announced CHECK ((occupies <@ tstzrange(starts_at, ends_at))),
  constraint windows_never_overlap EXCLUDE USING gist (occupies WITH &&)
);
alter table maintenance_windows enable row level security;
create policy operator_announces_windows on maintenance_windows as permissive for insert to klinikbro_request with check (((( SELECT current_actor_kind() AS current_actor_kind) = 'operator'::text) AND (announced_by = ( SELECT current_user_id() AS current_user_id))));
create policy windows_are_told_to_all on maintenance_windows as permissive for select to klinikbro_request, klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.maintenance_windows DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER occupies BEFORE INSERT ON public.maintenance_windows FOR EACH ROW EXECUTE FUNCTION window_occupies_what_it_announces();
CREATE TRIGGER windows_stand BEFORE DELETE ON public.maintenance_windows FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert on maintenance_windows to klinikbro_request;
grant select (id) on maintenance_windows to klinikbro_request;
grant select (id) on maintenance_windows to klinikbro_worker;
grant select (starts_at) on maintenance_windows to klinikbro_request;
grant select (starts_at) on maintenance_windows to klinikbro_worker;
grant select (ends_at) on maintenance_windows to klinikbro_request;
grant select (ends_at) on maintenance_windows to klinikbro_worker;
grant select (occupies) on maintenance_windows to klinikbro_request;
grant select (occupies) on maintenance_windows to klinikbro_worker;
grant select (read_only) on maintenance_windows to klinikbro_request;
grant select (read_only) on maintenance_windows to klinikbro_worker;
grant select (text_da) on maintenance_windows to klinikbro_request;
grant select (text_da) on maintenance_windows to klinikbro_worker;
grant select (text_en) on maintenance_windows to klinikbro_request;
grant select (text_en) on maintenance_windows to klinikbro_worker;
grant select (announced_at) on maintenance_windows to klinikbro_request;
grant select (announced_at) on maintenance_windows to klinikbro_worker;

create table notifications (
  id uuid not null,
  case_id uuid,
  appointment_id uuid,
  person_id uuid,
  template text not null,
  channel text not null,
  queued_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  not_sent_because text,
  user_id uuid,
  organisation_id uuid,
  constraint channel_is_known CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text]))),
  constraint notification_has_one_receiver CHECK (((person_id IS NULL) <> (organisation_id IS NULL))),
  constraint notifications_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint notifications_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint notifications_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint notifications_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint notifications_pkey PRIMARY KEY (id),
  constraint notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX notifications_by_appointment ON public.notifications USING btree (appointment_id);
CREATE INDEX notifications_by_case ON public.notifications USING btree (case_id);
CREATE INDEX notifications_by_person ON public.notifications USING btree (person_id, queued_at DESC);
alter table notifications enable row level security;
create policy notifications_are_queued_by_requests on notifications as permissive for insert to klinikbro_request with check (true);
create policy organisation_sees_its_notices on notifications as permissive for select to klinikbro_request using ((organisation_id = current_organisation()));
create policy person_sees_own_notices on notifications as permissive for select to klinikbro_request using ((person_id = current_person()));
create policy worker_keeps_notifications on notifications as permissive for all to klinikbro_worker using (true) with check (true);
CREATE TRIGGER messages_take_their_jobs_along AFTER DELETE ON public.notifications REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_jobs_of_messages();
grant insert, select on notifications to klinikbro_request;
grant insert, select, update on notifications to klinikbro_worker;

create table occupancies (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  resource_id uuid not null,
  organisation_id uuid not null,
  span tstzrange not null,
  appointment_id uuid,
  hold_id uuid,
  expires_at timestamp with time zone,
  constraint holds_expire CHECK (((hold_id IS NULL) = (expires_at IS NULL))),
  constraint occupancies_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint occupancies_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES holds(id) ON DELETE CASCADE,
  constraint occupancies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint occupancies_pkey PRIMARY KEY (id),
  constraint occupancy_kind_is_known CHECK ((kind = ANY (ARRAY['practitioner'::text, 'room'::text, 'patient'::text]))),
  constraint occupied_by_one_thing CHECK (((appointment_id IS NULL) <> (hold_id IS NULL))),
  constraint patient_never_twice EXCLUDE USING gist (resource_id WITH =, span WITH &&) WHERE ((kind = 'patient'::text)),
  constraint practitioner_never_twice EXCLUDE USING gist (resource_id WITH =, span WITH &&) WHERE ((kind = 'practitioner'::text)),
  constraint room_never_twice EXCLUDE USING gist (resource_id WITH =, span WITH &&) WHERE ((kind = 'room'::text)),
  constraint span_is_bounded CHECK (((NOT isempty(span)) AND (NOT lower_inf(span)) AND (NOT upper_inf(span))))
);
CREATE INDEX occupancies_by_appointment ON public.occupancies USING btree (appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX occupancies_by_hold ON public.occupancies USING btree (hold_id) WHERE (hold_id IS NOT NULL);
CREATE INDEX occupancies_that_expire ON public.occupancies USING btree (expires_at) WHERE (expires_at IS NOT NULL);
alter table occupancies enable row level security;
create policy holder_renews on occupancies as permissive for update to klinikbro_request using ((EXISTS ( SELECT
   FROM holds h
  WHERE (h.id = occupancies.hold_id)))) with check ((EXISTS ( SELECT
   FROM holds h
  WHERE (h.id = occupancies.hold_id))));
create policy parties_free on occupancies as permissive for delete to klinikbro_request using ((((appointment_id IS NOT NULL) AND appointment_is_changeable(appointment_id)) OR (EXISTS ( SELECT
   FROM holds h
  WHERE (h.id = occupancies.hold_id)))));
create policy parties_know_what_they_occupy on occupancies as permissive for select to klinikbro_request using ((((appointment_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM appointments a
  WHERE (a.id = occupancies.appointment_id)))) OR (EXISTS ( SELECT
   FROM holds h
  WHERE (h.id = occupancies.hold_id)))));
create policy parties_occupy on occupancies as permissive for insert to klinikbro_request with check (((organisation_id = current_organisation()) OR (EXISTS ( SELECT
   FROM appointments a
  WHERE ((a.id = occupancies.appointment_id) AND (a.person_id = current_person())))) OR (EXISTS ( SELECT
   FROM holds h
  WHERE ((h.id = occupancies.hold_id) AND (h.person_id = current_person()))))));
create policy worker_finds_what_ends on occupancies as permissive for select to klinikbro_worker using (visit_ends_with_an_agreement(appointment_id));
create policy worker_frees_what_ends on occupancies as permissive for delete to klinikbro_worker using (visit_ends_with_an_agreement(appointment_id));
CREATE TRIGGER occupancy_refreshes_the_day AFTER INSERT OR DELETE OR UPDATE OF span ON public.occupancies FOR EACH ROW EXECUTE FUNCTION refresh_practitioner_day();
grant delete, insert, select on occupancies to klinikbro_request;
grant delete on occupancies to klinikbro_worker;
grant select (appointment_id) on occupancies to klinikbro_worker;
grant update (expires_at) on occupancies to klinikbro_request;

create table opening_exceptions (
  id uuid not null,
  organisation_id uuid not null,
  practitioner_id uuid,
  room_id uuid,
  kind text not null,
  on_date date not null,
  opens time without time zone,
  closes time without time zone,
  reason text not null default ''::text,
  constraint exception_hours_are_whole CHECK ((((opens IS NULL) = (closes IS NULL)) AND ((closes IS NULL) OR (closes > opens)))),
  constraint exception_is_for_one CHECK (((practitioner_id IS NULL) OR (room_id IS NULL))),
  constraint exception_kind_is_known CHECK ((kind = ANY (ARRAY['closed'::text, 'open'::text]))),
  constraint open_exception_has_hours CHECK (((kind = 'closed'::text) OR (opens IS NOT NULL))),
  constraint opening_exceptions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint opening_exceptions_pkey PRIMARY KEY (id),
  constraint opening_exceptions_practitioner_id_fkey FOREIGN KEY (practitioner_id) REFERENCES practitioners(id),
  constraint opening_exceptions_room_id_fkey FOREIGN KEY (room_id) REFERENCES rooms(id)
);
CREATE INDEX opening_exceptions_by_date ON public.opening_exceptions USING btree (organisation_id, on_date);
alter table opening_exceptions enable row level security;
create policy clinic_keeps_its_exceptions on opening_exceptions as permissive for all to klinikbro_request using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
create policy patients_know_closed_rooms on opening_exceptions as permissive for select to klinikbro_request using (((room_id IS NOT NULL) AND (( SELECT current_actor_kind() AS current_actor_kind) = 'patient'::text)));
grant delete, insert, select on opening_exceptions to klinikbro_request;

create table opening_hours (
  id uuid not null,
  organisation_id uuid not null,
  practitioner_id uuid not null,
  weekday integer not null,
  opens time without time zone not null,
  closes time without time zone not null,
  valid_from date not null,
  valid_until date,
  constraint hours_period_runs_forward CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint hours_run_forward CHECK ((closes > opens)),
  constraint opening_hours_organisation_id_practitioner_id_fkey FOREIGN KEY (organisation_id, practitioner_id) REFERENCES practitioners(organisation_id, id),
  constraint opening_hours_pkey PRIMARY KEY (id),
  constraint weekday_is_iso CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX opening_hours_by_practitioner ON public.opening_hours USING btree (practitioner_id);
alter table opening_hours enable row level security;
create policy clinic_keeps_its_hours on opening_hours as permissive for all to klinikbro_request using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on opening_hours to klinikbro_request;

create table organisations (
  id uuid not null,
  kind text not null,
  name text not null,
  cvr text not null,
  email text not null,
  phone text not null,
  created_at timestamp with time zone not null default now(),
  constraint cvr_has_eight_digits CHECK ((cvr ~ '^[0-9]{8}$'::text)),
  constraint organisation_kind_is_known CHECK ((kind = ANY (ARRAY['insurer'::text, 'clinic'::text, 'hospital'::text, 'operator'::text]))),
  constraint organisations_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX organisation_is_registered_once ON public.organisations USING btree (kind, cvr, lower(name));
alter table organisations enable row level security;
create policy jobs_know_organisations on organisations as permissive for select to klinikbro_reporting, klinikbro_worker using (true);
create policy operator_registers_organisations on organisations as permissive for all to klinikbro_request using ((current_actor_kind() = 'operator'::text)) with check ((current_actor_kind() = 'operator'::text));
create policy organisations_are_known_to_users on organisations as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) <> 'anonymous'::text));
grant select on organisations to klinikbro_reporting;
grant insert, select, update on organisations to klinikbro_request;
grant select on organisations to klinikbro_worker;

create table password_resets (
  token_hash bytea not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_resets_pkey PRIMARY KEY (token_hash),
  constraint password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
alter table password_resets enable row level security;
create policy gatekeeper_resets_passwords on password_resets as permissive for all to klinikbro_request using ((current_actor_kind() = 'gatekeeper'::text)) with check ((current_actor_kind() = 'gatekeeper'::text));
create policy worker_sweeps_resets on password_resets as permissive for all to klinikbro_worker using (true);
grant insert, select, update on password_resets to klinikbro_request;
grant delete, insert, select on password_resets to klinikbro_worker;

create table patients (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  name_sealed bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  postcode_sealed bytea,
  name_index bytea[] not null default '{}'::bytea[],
  cpr_index bytea not null,
  entered_by uuid,
  entered_at timestamp with time zone not null default now(),
  constraint one_patient_record_in_each_organisation UNIQUE (organisation_id, person_id),
  constraint patients_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint patients_organisation_id_id_key UNIQUE (organisation_id, id),
  constraint patients_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint patients_pkey PRIMARY KEY (id)
);
CREATE INDEX patients_by_cpr ON public.patients USING btree (organisation_id, cpr_index);
CREATE INDEX patients_by_name ON public.patients USING gin (name_index);
CREATE INDEX patients_by_person ON public.patients USING btree (person_id);
alter table patients enable row level security;
create policy clinic_answers_the_law on patients as permissive for select to klinikbro_request using (
CASE
    WHEN (( SELECT case_looked_at() AS case_looked_at) IS NOT NULL) THEN (id = ( SELECT lawful_patient() AS lawful_patient))
    ELSE false
END);
create policy clinic_sees_disclosed_patients on patients as permissive for select to klinikbro_request using (patient_is_disclosed_to_us(id));
create policy controller_knows_who_asks on patients as permissive for select to klinikbro_request using (patient_asks_us(id));
create policy organisation_keeps_its_patients on patients as permissive for all to klinikbro_request using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
create policy person_sees_own_records on patients as permissive for select to klinikbro_request using ((person_id = current_person()));
create policy worker_reads_patients on patients as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON public.patients DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
grant insert, select, update on patients to klinikbro_request;
grant select on patients to klinikbro_worker;

create table person_keys (
  person_id uuid not null,
  epoch integer not null,
  wrapped bytea,
  destroyed_at timestamp with time zone,
  constraint key_is_either_whole_or_destroyed CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL))),
  constraint person_keys_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint person_keys_pkey PRIMARY KEY (person_id)
);
alter table person_keys enable row level security;
create policy keys_follow_patients on person_keys as permissive for select to klinikbro_request using (((person_id = current_person()) OR (EXISTS ( SELECT
   FROM patients p
  WHERE (p.person_id = person_keys.person_id)))));
create policy keys_open_holds_left_behind on person_keys as permissive for select to klinikbro_request using (person_has_a_hold_left_to_us(person_id));
create policy keys_open_journals_to_take_over on person_keys as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM course_notes n
  WHERE ((n.person_id = person_keys.person_id) AND (n.clinic_id = current_organisation())))));
create policy keys_open_requests_to_answer on person_keys as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.person_id = person_keys.person_id) AND (r.controller_id = current_organisation())))));
create policy worker_reads_keys on person_keys as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER destroyed_key_stays_destroyed BEFORE DELETE OR UPDATE ON public.person_keys FOR EACH ROW EXECUTE FUNCTION refuse_key_revival();
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF epoch, wrapped ON public.person_keys FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch();
grant select on person_keys to klinikbro_request;
grant select on person_keys to klinikbro_worker;

create table persons (
  id uuid not null,
  cpr_index bytea,
  cpr_sealed bytea,
  created_at timestamp with time zone not null default now(),
  erased_at timestamp with time zone,
  constraint one_person_for_each_cpr UNIQUE (cpr_index),
  constraint persons_pkey PRIMARY KEY (id)
);
alter table persons enable row level security;
create policy person_finds_itself on persons as permissive for select to klinikbro_request using ((id = current_person()));
create policy persons_follow_patients on persons as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM patients p
  WHERE (p.person_id = persons.id))));
create policy worker_reads_persons on persons as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER erased_persons_requests_are_nobodys AFTER UPDATE OF erased_at ON public.persons FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION forget_requests_of_person();
CREATE TRIGGER terms_go_with_the_person AFTER UPDATE OF erased_at ON public.persons FOR EACH ROW WHEN ((new.erased_at IS NOT NULL)) EXECUTE FUNCTION forget_terms_of_person();
grant select on persons to klinikbro_request;
grant select on persons to klinikbro_worker;

create table practitioner_days (
  practitioner_id uuid not null,
  on_date date not null,
  organisation_id uuid not null,
  open tstzmultirange not null,
  free tstzmultirange not null,
  constraint practitioner_days_pkey PRIMARY KEY (practitioner_id, on_date),
  constraint practitioner_days_practitioner_id_fkey FOREIGN KEY (practitioner_id) REFERENCES practitioners(id)
);
CREATE INDEX practitioner_days_by_date ON public.practitioner_days USING btree (on_date, organisation_id);
alter table practitioner_days enable row level security;
create policy contenders_queue_on_days on practitioner_days as permissive for update to klinikbro_request using (((( SELECT current_actor_kind() AS current_actor_kind) = 'patient'::text) OR (organisation_id = ( SELECT current_organisation() AS current_organisation)))) with check (false);
create policy free_time_is_known_to_those_who_book on practitioner_days as permissive for select to klinikbro_request using (((( SELECT current_actor_kind() AS current_actor_kind) = 'patient'::text) OR (organisation_id = ( SELECT current_organisation() AS current_organisation))));
create policy worker_knows_free_time on practitioner_days as permissive for select to klinikbro_worker using (true);
grant select, update on practitioner_days to klinikbro_request;
grant select on practitioner_days to klinikbro_worker;

create table practitioner_services (
  practitioner_id uuid not null,
  treatment_type text not null,
  constraint practitioner_services_pkey PRIMARY KEY (practitioner_id, treatment_type),
  constraint practitioner_services_practitioner_id_fkey FOREIGN KEY (practitioner_id) REFERENCES practitioners(id),
  constraint practitioner_services_treatment_type_fkey FOREIGN KEY (treatment_type) REFERENCES treatment_types(code)
);
CREATE INDEX practitioner_services_by_treatment ON public.practitioner_services USING btree (treatment_type, practitioner_id);
alter table practitioner_services enable row level security;
create policy clinic_keeps_its_services on practitioner_services as permissive for all to klinikbro_request using ((EXISTS ( SELECT
   FROM practitioners p
  WHERE ((p.id = practitioner_services.practitioner_id) AND (p.organisation_id = current_organisation()))))) with check ((EXISTS ( SELECT
   FROM practitioners p
  WHERE ((p.id = practitioner_services.practitioner_id) AND (p.organisation_id = current_organisation())))));
create policy patients_know_services on practitioner_services as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = 'patient'::text));
create policy worker_knows_services on practitioner_services as permissive for select to klinikbro_worker using (true);
grant delete, insert, select on practitioner_services to klinikbro_request;
grant select on practitioner_services to klinikbro_worker;

create table practitioners (
  id uuid not null,
  organisation_id uuid not null,
  user_id uuid,
  name text not null,
  profession text not null,
  authorisation_id text,
  active_until date,
  constraint authorisation_id_has_its_form CHECK ((authorisation_id ~ '^[BCDFGHJKLMNPQRSTVWXYZ0-9]{5}$'::text)),
  constraint practitioners_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint practitioners_organisation_id_id_key UNIQUE (organisation_id, id),
  constraint practitioners_pkey PRIMARY KEY (id),
  constraint practitioners_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
alter table practitioners enable row level security;
create policy clinic_keeps_its_practitioners on practitioners as permissive for all to klinikbro_request using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy patients_know_practitioners on practitioners as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = 'patient'::text));
create policy payers_know_who_treats on practitioners as permissive for select to klinikbro_request using (
CASE
    WHEN (( SELECT current_actor_kind() AS current_actor_kind) = 'staff'::text) THEN (EXISTS ( SELECT
       FROM appointments a
      WHERE ((a.practitioner_id = practitioners.id) AND (a.insurer_id = ( SELECT current_organisation() AS current_organisation)))))
    ELSE false
END);
create policy worker_knows_practitioners on practitioners as permissive for select to klinikbro_worker using (true);
grant insert, select, update on practitioners to klinikbro_request;
grant select on practitioners to klinikbro_worker;

create table referral_erasures (
  entry uuid not null,
  case_id uuid not null,
  details integer not null,
  attachments integer not null,
  erased_at timestamp with time zone not null default now(),
  constraint referral_erasures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint referral_erasures_pkey PRIMARY KEY (entry)
);
CREATE INDEX referral_erasures_by_case ON public.referral_erasures USING btree (case_id);
alter table referral_erasures enable row level security;
create policy erasures_of_referrals_are_known_to_person_and_insurer on referral_erasures as permissive for select to klinikbro_request using (case_is_ours_or_the_patients(case_id));
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.referral_erasures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER referral_erasures_are_append_only BEFORE DELETE OR UPDATE ON public.referral_erasures FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant select on referral_erasures to klinikbro_request;

create table restores (
  id uuid not null default gen_random_uuid(),
  backup_taken_at timestamp with time zone not null,
  restored_at timestamp with time zone not null default now(),
  replayed_at timestamp with time zone,
  erasures_replayed integer,
  constraint replay_is_counted CHECK (((replayed_at IS NULL) = (erasures_replayed IS NULL))),
  constraint restores_pkey PRIMARY KEY (id)
);
alter table restores enable row level security;
create policy worker_asks_before_serving on restores as permissive for select to klinikbro_worker using (true);
grant select on restores to klinikbro_worker;

create table retention_instructions (
  id uuid not null,
  organisation_id uuid not null,
  months integer not null,
  given_by uuid,
  given_at timestamp with time zone not null default now(),
  constraint instruction_is_within_the_policy CHECK (((months >= 0) AND (months <= 6))),
  constraint retention_instructions_given_by_fkey FOREIGN KEY (given_by) REFERENCES users(id),
  constraint retention_instructions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint retention_instructions_pkey PRIMARY KEY (id)
);
CREATE INDEX retention_instructions_by_organisation ON public.retention_instructions USING btree (organisation_id, given_at DESC);
alter table retention_instructions enable row level security;
create policy instructions_are_the_organisations_own on retention_instructions as permissive for all to klinikbro_request using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
create policy worker_reads_instructions on retention_instructions as permissive for select to klinikbro_worker using (true);
grant insert, select on retention_instructions to klinikbro_request;
grant select on retention_instructions to klinikbro_worker;

create table retention_runs (
  id uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  due integer not null default 0,
  erased integer not null default 0,
  kept jsonb not null default '{}'::jsonb,
  kind text not null default 'cases'::text,
  organisation_id uuid,
  done jsonb not null default '{}'::jsonb,
  kept_until jsonb not null default '[]'::jsonb,
  constraint retention_runs_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint retention_runs_pkey PRIMARY KEY (id),
  constraint run_kind_is_known CHECK (((kind = ANY (ARRAY['cases'::text, 'agreement'::text, 'consent'::text])) OR (kind = 'order'::text)))
);
alter table retention_runs enable row level security;
create policy operator_reads_runs on retention_runs as permissive for select to klinikbro_request using ((current_actor_kind() = 'operator'::text));
create policy worker_keeps_runs on retention_runs as permissive for all to klinikbro_worker using (true) with check (true);
grant select on retention_runs to klinikbro_request;
grant delete, insert, select, update on retention_runs to klinikbro_worker;

create table retired_epochs (
  epoch integer not null,
  retired_at timestamp with time zone not null default now(),
  constraint retired_epochs_pkey PRIMARY KEY (epoch)
);
alter table retired_epochs enable row level security;

create table revocations (
  id bigint not null generated as identity,
  entry uuid not null default gen_random_uuid(),
  what text not null,
  subject uuid not null,
  detail text,
  revoked_at timestamp with time zone not null default now(),
  constraint revocation_is_entered_once UNIQUE (entry),
  constraint revocation_is_known CHECK ((what = ANY (ARRAY['access'::text, 'role'::text, 'password'::text, 'passkey'::text, 'api-access'::text, 'consent'::text, 'use-of-case'::text, 'enquiry'::text]))),
  constraint revocations_pkey PRIMARY KEY (id)
);
CREATE INDEX revocations_by_age ON public.revocations USING btree (revoked_at);
alter table revocations enable row level security;
create policy worker_forgets_old_revocations on revocations as permissive for delete to klinikbro_worker using ((revoked_at < (now() - '1 year'::interval)));
create policy worker_notes_revocations on revocations as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER revocations_are_noted_outside AFTER INSERT ON public.revocations FOR EACH STATEMENT EXECUTE FUNCTION note_erasures_soon();
grant delete, select on revocations to klinikbro_worker;

create table rights_identity_checks (
  request_id uuid not null,
  means text not null,
  checked_by uuid,
  checked_at timestamp with time zone not null default now(),
  constraint identity_means_is_known CHECK ((means = ANY (ARRAY['eid'::text, 'log-in'::text, 'mail-link'::text, 'in-person'::text, 'call-back'::text, 'letter'::text]))),
  constraint rights_identity_checks_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES users(id),
  constraint rights_identity_checks_pkey PRIMARY KEY (request_id),
  constraint rights_identity_checks_request_id_fkey FOREIGN KEY (request_id) REFERENCES rights_requests(id) ON DELETE CASCADE,
  constraint staff_check_names_who CHECK (((means = ANY (ARRAY['eid'::text, 'log-in'::text, 'mail-link'::text])) = (checked_by IS NULL)))
);
alter table rights_identity_checks enable row level security;
create policy checks_follow_their_request on rights_identity_checks as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE (r.id = rights_identity_checks.request_id))));
create policy identity_is_checked on rights_identity_checks as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.id = rights_identity_checks.request_id) AND (((rights_identity_checks.means = 'eid'::text) AND (r.person_id = current_person())) OR ((rights_identity_checks.checked_by = current_user_id()) AND (r.controller_id = current_organisation())))))));
create policy others_are_known_by_their_way_in on rights_identity_checks as permissive for insert to klinikbro_request with check (((checked_by IS NULL) AND (EXISTS ( SELECT
   FROM direct_requests d
  WHERE ((d.request_id = rights_identity_checks.request_id) AND (((rights_identity_checks.means = 'log-in'::text) AND (d.user_id = current_user_id())) OR ((rights_identity_checks.means = 'mail-link'::text) AND (d.enquirer_index = current_enquirer()))))))));
create policy worker_reads_checks on rights_identity_checks as permissive for select to klinikbro_worker using (true);
grant insert, select on rights_identity_checks to klinikbro_request;
grant select on rights_identity_checks to klinikbro_worker;

create table rights_notices (
  request_id uuid not null,
  recipient_id uuid not null,
  told_at timestamp with time zone not null default now(),
  constraint rights_notices_pkey PRIMARY KEY (request_id, recipient_id),
  constraint rights_notices_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES organisations(id),
  constraint rights_notices_request_id_fkey FOREIGN KEY (request_id) REFERENCES rights_requests(id) ON DELETE CASCADE
);
alter table rights_notices enable row level security;
create policy controller_tells_recipients on rights_notices as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.id = rights_notices.request_id) AND (r.controller_id = current_organisation())))));
create policy notices_are_known_to_those_concerned on rights_notices as permissive for select to klinikbro_request using (((recipient_id = current_organisation()) OR (EXISTS ( SELECT
   FROM rights_requests r
  WHERE (r.id = rights_notices.request_id)))));
grant insert, select on rights_notices to klinikbro_request;

create table rights_request_states (
  request_id uuid not null,
  state text not null,
  by_kind text not null,
  by_user uuid,
  at timestamp with time zone not null default now(),
  note_sealed bytea,
  law text,
  constraint refusal_names_its_law CHECK (((state <> 'refused'::text) OR (law IS NOT NULL))),
  constraint rights_author_is_known CHECK ((by_kind = ANY (ARRAY['patient'::text, 'staff'::text, 'enquirer'::text, 'system'::text]))),
  constraint rights_request_states_by_user_fkey FOREIGN KEY (by_user) REFERENCES users(id),
  constraint rights_request_states_pkey PRIMARY KEY (request_id, state),
  constraint rights_request_states_request_id_fkey FOREIGN KEY (request_id) REFERENCES rights_requests(id) ON DELETE CASCADE,
  constraint rights_state_is_known CHECK ((state = ANY (ARRAY['received'::text, 'identified'::text, 'routed'::text, 'extended'::text, 'granted'::text, 'refused'::text, 'lifted'::text, 'carried-out'::text])))
);
CREATE UNIQUE INDEX answered_once ON public.rights_request_states USING btree (request_id) WHERE (state = ANY (ARRAY['granted'::text, 'refused'::text]));
CREATE INDEX rights_answers_by_time ON public.rights_request_states USING btree (at) WHERE (state = ANY (ARRAY['granted'::text, 'refused'::text]));
alter table rights_request_states enable row level security;
create policy others_begin_their_requests on rights_request_states as permissive for insert to klinikbro_request with check ((((state = ANY (ARRAY['received'::text, 'identified'::text, 'routed'::text])) AND we_asked(request_id)) OR ((by_kind = 'enquirer'::text) AND (state = ANY (ARRAY['granted'::text, 'carried-out'::text])) AND (current_enquirer() IS NOT NULL) AND (EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.id = rights_request_states.request_id) AND (r."right" = ANY (ARRAY['rectification'::text, 'erasure'::text])) AND we_asked(r.id)))))));
create policy states_are_added on rights_request_states as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE ((r.id = rights_request_states.request_id) AND (((r.person_id = current_person()) AND (rights_request_states.state = ANY (ARRAY['received'::text, 'identified'::text, 'routed'::text]))) OR (r.controller_id = current_organisation()))))));
create policy states_follow_their_request on rights_request_states as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM rights_requests r
  WHERE (r.id = rights_request_states.request_id))));
create policy worker_carries_out on rights_request_states as permissive for all to klinikbro_worker using (true) with check ((state = ANY (ARRAY['carried-out'::text, 'lifted'::text])));
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.rights_request_states DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER no_progress_without_identity BEFORE INSERT ON public.rights_request_states FOR EACH ROW EXECUTE FUNCTION refuse_unidentified_progress();
CREATE TRIGGER nobody_answers_their_own_request BEFORE INSERT ON public.rights_request_states FOR EACH ROW EXECUTE FUNCTION refuse_own_answer();
CREATE TRIGGER open_requests_hold_their_case AFTER INSERT ON public.rights_request_states FOR EACH ROW EXECUTE FUNCTION hold_case_while_request_is_open();
CREATE TRIGGER rights_states_are_append_only BEFORE UPDATE ON public.rights_request_states FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select on rights_request_states to klinikbro_request;
grant insert, select on rights_request_states to klinikbro_worker;

create table rights_requests (
  id uuid not null,
  person_id uuid,
  case_id uuid,
  controller_id uuid not null,
  "right" text not null,
  field text,
  text_sealed bytea,
  proposal_sealed bytea,
  received_at timestamp with time zone not null default now(),
  constraint rectification_names_its_field CHECK ((("right" = 'rectification'::text) = (field IS NOT NULL))),
  constraint right_is_known CHECK (("right" = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'portability'::text, 'objection'::text]))),
  constraint rights_requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE SET NULL,
  constraint rights_requests_controller_id_fkey FOREIGN KEY (controller_id) REFERENCES organisations(id),
  constraint rights_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint rights_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX rights_requests_by_case ON public.rights_requests USING btree (case_id);
CREATE INDEX rights_requests_by_controller ON public.rights_requests USING btree (controller_id, received_at DESC);
CREATE INDEX rights_requests_by_person ON public.rights_requests USING btree (person_id, received_at DESC);
alter table rights_requests enable row level security;
create policy controller_registers_requests on rights_requests as permissive for insert to klinikbro_request with check (((controller_id = current_organisation()) AND (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = rights_requests.case_id) AND (c.person_id = rights_requests.person_id))))));
create policy controller_sees_its_requests on rights_requests as permissive for select to klinikbro_request using ((controller_id = current_organisation()));
create policy others_ask on rights_requests as permissive for insert to klinikbro_request with check (((person_id IS NULL) AND (case_id IS NULL) AND (((current_user_id() IS NOT NULL) AND (controller_id = ANY (ARRAY[current_organisation(), operator_organisation()]))) OR ((current_enquirer() IS NOT NULL) AND (controller_id = operator_organisation())))));
create policy others_follow_own_requests on rights_requests as permissive for select to klinikbro_request using (((person_id IS NULL) AND we_asked(id)));
create policy person_asks on rights_requests as permissive for insert to klinikbro_request with check (((person_id = current_person()) AND may_be_asked(case_id, controller_id)));
create policy person_follows_own_requests on rights_requests as permissive for select to klinikbro_request using ((person_id = current_person()));
create policy worker_keeps_requests on rights_requests as permissive for all to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.rights_requests DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
grant insert, select on rights_requests to klinikbro_request;
grant delete, select on rights_requests to klinikbro_worker;

create table rooms (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  kind text not null,
  active_until date,
  constraint rooms_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint rooms_organisation_id_id_key UNIQUE (organisation_id, id),
  constraint rooms_pkey PRIMARY KEY (id)
);
CREATE INDEX rooms_by_kind ON public.rooms USING btree (organisation_id, kind);
alter table rooms enable row level security;
create policy clinic_keeps_its_rooms on rooms as permissive for all to klinikbro_request using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy rooms_are_known_to_those_who_book_and_pay on rooms as permissive for select to klinikbro_request using ((( SELECT current_actor_kind() AS current_actor_kind) = ANY (ARRAY['patient'::text, 'staff'::text])));
create policy worker_knows_rooms on rooms as permissive for select to klinikbro_worker using (true);
grant insert, select, update on rooms to klinikbro_request;
grant select on rooms to klinikbro_worker;

create table schema_migrations (
  file text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (file)
);
alter table schema_migrations enable row level security;

create table session_answers (
  request_id uuid not null,
  approval_id uuid,
  refusal_sealed bytea,
  answered_by uuid,
  answered_at timestamp with time zone not null default now(),
  constraint answer_grants_or_refuses CHECK (((approval_id IS NULL) <> (refusal_sealed IS NULL))),
  constraint session_answers_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint session_answers_pkey PRIMARY KEY (request_id),
  constraint session_answers_request_id_fkey FOREIGN KEY (request_id) REFERENCES session_requests(id)
);
CREATE INDEX session_answers_by_approval ON public.session_answers USING btree (approval_id);
alter table session_answers enable row level security;
create policy answers_follow_their_request on session_answers as permissive for select to klinikbro_request using ((EXISTS ( SELECT
   FROM session_requests r
  WHERE (r.id = session_answers.request_id))));
create policy insurer_answers on session_answers as permissive for insert to klinikbro_request with check ((EXISTS ( SELECT
   FROM session_requests r
  WHERE ((r.id = session_answers.request_id) AND (r.insurer_id = current_organisation())))));
create policy worker_reads_answers on session_answers as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.session_answers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
grant insert, select on session_answers to klinikbro_request;
grant select on session_answers to klinikbro_worker;

create table session_requests (
  id uuid not null,
  clinic_id uuid not null,
  insurer_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  sessions integer not null,
  reason_sealed bytea not null,
  requested_by uuid,
  requested_at timestamp with time zone not null default now(),
  constraint session_requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint session_requests_case_id_insurer_id_fkey FOREIGN KEY (case_id, insurer_id) REFERENCES cases(id, insurer_id),
  constraint session_requests_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES cases(id, person_id),
  constraint session_requests_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES organisations(id),
  constraint session_requests_insurer_id_fkey FOREIGN KEY (insurer_id) REFERENCES organisations(id),
  constraint session_requests_pkey PRIMARY KEY (id),
  constraint session_requests_sessions_check CHECK (((sessions >= 1) AND (sessions <= 99)))
);
CREATE INDEX session_requests_by_case ON public.session_requests USING btree (case_id);
CREATE INDEX session_requests_by_clinic ON public.session_requests USING btree (clinic_id, requested_at DESC);
CREATE INDEX session_requests_by_insurer ON public.session_requests USING btree (insurer_id, requested_at DESC);
CREATE INDEX session_requests_by_person ON public.session_requests USING btree (person_id);
alter table session_requests enable row level security;
create policy clinic_answers_the_law on session_requests as permissive for select to klinikbro_request using (((clinic_id = ( SELECT current_organisation() AS current_organisation)) AND (case_id = ( SELECT case_looked_at() AS case_looked_at))));
create policy clinic_asks_for_sessions on session_requests as permissive for insert to klinikbro_request with check (((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id)));
create policy requests_are_known_to_their_parties on session_requests as permissive for select to klinikbro_request using (((insurer_id = current_organisation()) OR (person_id = current_person()) OR ((clinic_id = current_organisation()) AND is_disclosed_to_us(case_id))));
create policy restricted_is_stored_only on session_requests as restrictive for insert to klinikbro_request with check ((NOT case_is_restricted(case_id)));
create policy worker_reads_requests on session_requests as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.session_requests DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
grant insert, select on session_requests to klinikbro_request;
grant select on session_requests to klinikbro_worker;

create table session_uses (
  approval_id uuid not null,
  ordinal integer not null,
  appointment_id uuid not null,
  constraint appointment_uses_one_session UNIQUE (appointment_id),
  constraint session_uses_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint session_uses_pkey PRIMARY KEY (approval_id, ordinal),
  constraint sessions_never_exceed_approval FOREIGN KEY (approval_id, ordinal) REFERENCES approval_sessions(approval_id, ordinal)
);
alter table session_uses enable row level security;
create policy parties_give_sessions_back on session_uses as permissive for delete to klinikbro_request using (appointment_is_changeable(appointment_id));
create policy parties_use_sessions on session_uses as permissive for insert to klinikbro_request with check (appointment_is_changeable(appointment_id));
create policy uses_follow_their_appointment on session_uses as permissive for select to klinikbro_request using (approval_is_for_known_case(approval_id));
create policy worker_gives_sessions_back on session_uses as permissive for delete to klinikbro_worker using (visit_ends_with_an_agreement(appointment_id));
create policy worker_reads_uses on session_uses as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER session_is_of_the_same_case BEFORE INSERT OR UPDATE ON public.session_uses FOR EACH ROW EXECUTE FUNCTION refuse_session_of_another_case();
grant delete, insert, select on session_uses to klinikbro_request;
grant delete, select on session_uses to klinikbro_worker;

create view taken_times as
SELECT kind,
    resource_id,
    span,
    expires_at
   FROM occupancies
  WHERE ((kind <> 'patient'::text) AND (( SELECT current_actor_kind() AS current_actor_kind) = ANY (ARRAY['patient'::text, 'staff'::text, 'system'::text])));
grant select on taken_times to klinikbro_request;
grant select on taken_times to klinikbro_worker;

create table terms_acceptances (
  id uuid not null,
  site text not null,
  version integer not null,
  terms_hash bytea not null,
  user_id uuid,
  person_id uuid,
  language text not null,
  accepted_at timestamp with time zone not null,
  constraint terms_acceptances_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint terms_acceptances_pkey PRIMARY KEY (id),
  constraint terms_acceptances_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id),
  constraint terms_are_accepted_by_one CHECK ((num_nonnulls(user_id, person_id) = 1)),
  constraint terms_hash_is_sha256 CHECK ((length(terms_hash) = 32)),
  constraint terms_language_is_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint terms_versions_count_from_one CHECK ((version > 0))
);
CREATE UNIQUE INDEX terms_accepted_once_by_person ON public.terms_acceptances USING btree (person_id, site, version) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX terms_accepted_once_by_user ON public.terms_acceptances USING btree (user_id, site, version) WHERE (user_id IS NOT NULL);
alter table terms_acceptances enable row level security;
create policy everybody_accepts_for_themselves on terms_acceptances as permissive for insert to klinikbro_request with check (((user_id = current_user_id()) OR (person_id = current_person())));
create policy everybody_reads_own_acceptances on terms_acceptances as permissive for select to klinikbro_request using (((user_id = current_user_id()) OR (person_id = current_person())));
create policy worker_tells_changes_since_acceptance on terms_acceptances as permissive for select to klinikbro_worker using (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT ON public.terms_acceptances DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
CREATE TRIGGER terms_acceptances_are_never_changed BEFORE DELETE OR UPDATE ON public.terms_acceptances FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select on terms_acceptances to klinikbro_request;
grant select (site) on terms_acceptances to klinikbro_worker;
grant select (version) on terms_acceptances to klinikbro_worker;
grant select (user_id) on terms_acceptances to klinikbro_worker;
grant select (person_id) on terms_acceptances to klinikbro_worker;
grant select (language) on terms_acceptances to klinikbro_worker;
grant select (accepted_at) on terms_acceptances to klinikbro_worker;

create table terms_notices (
  id uuid not null default gen_random_uuid(),
  site text not null,
  version integer not null,
  user_id uuid,
  person_id uuid,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  not_sent_because text,
  constraint notice_is_sent_or_not CHECK (((sent_at IS NULL) OR (not_sent_because IS NULL))),
  constraint terms_are_told_to_one CHECK ((num_nonnulls(user_id, person_id) = 1)),
  constraint terms_notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint terms_notices_pkey PRIMARY KEY (id),
  constraint terms_notices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id),
  constraint terms_versions_count_from_one CHECK ((version > 0))
);
CREATE UNIQUE INDEX terms_told_once_to_person ON public.terms_notices USING btree (person_id, site, version) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX terms_told_once_to_user ON public.terms_notices USING btree (user_id, site, version) WHERE (user_id IS NOT NULL);
alter table terms_notices enable row level security;
create policy everybody_reads_own_notices on terms_notices as permissive for select to klinikbro_request using (((user_id = current_user_id()) OR (person_id = current_person())));
create policy worker_keeps_terms_notices on terms_notices as permissive for all to klinikbro_worker using (true) with check (true);
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON public.terms_notices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit_event();
grant select on terms_notices to klinikbro_request;
grant insert, select, update on terms_notices to klinikbro_worker;

create table treatment_type_fields (
  treatment_type text not null,
  field text not null,
  "position" integer not null,
  required boolean not null default false,
  constraint treatment_type_fields_pkey PRIMARY KEY (treatment_type, field),
  constraint treatment_type_fields_treatment_type_fkey FOREIGN KEY (treatment_type) REFERENCES treatment_types(code)
);
alter table treatment_type_fields enable row level security;
create policy treatment_fields_are_known_to_all on treatment_type_fields as permissive for select to klinikbro_reporting, klinikbro_request, klinikbro_worker using (true);
grant select on treatment_type_fields to klinikbro_reporting;
grant select on treatment_type_fields to klinikbro_request;
grant select on treatment_type_fields to klinikbro_worker;

create table treatment_types (
  code text not null,
  name_da text not null,
  name_en text not null,
  profession text not null,
  room_kind text not null,
  duration_minutes integer not null,
  buffer_minutes integer not null default 0,
  cancellation_hours integer not null default 24,
  preparation_da text not null default ''::text,
  preparation_en text not null default ''::text,
  constraint treatment_types_buffer_minutes_check CHECK (((buffer_minutes >= 0) AND (buffer_minutes <= 120))),
  constraint treatment_types_cancellation_hours_check CHECK (((cancellation_hours >= 0) AND (cancellation_hours <= 168))),
  constraint treatment_types_duration_minutes_check CHECK (((duration_minutes >= 5) AND (duration_minutes <= 480))),
  constraint treatment_types_pkey PRIMARY KEY (code)
);
alter table treatment_types enable row level security;
create policy treatments_are_known_to_all on treatment_types as permissive for select to klinikbro_reporting, klinikbro_request, klinikbro_worker using (true);
grant select on treatment_types to klinikbro_reporting;
grant select on treatment_types to klinikbro_request;
grant select on treatment_types to klinikbro_worker;

create table user_passkeys (
  credential_id text not null,
  user_id uuid not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint user_passkeys_pkey PRIMARY KEY (credential_id),
  constraint user_passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX user_passkeys_by_user ON public.user_passkeys USING btree (user_id);
alter table user_passkeys enable row level security;
create policy passkeys_are_own on user_passkeys as permissive for all to klinikbro_request using (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id()))) with check (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id())));
CREATE TRIGGER end_is_noted AFTER DELETE ON public.user_passkeys FOR EACH ROW EXECUTE FUNCTION note_revocation('passkey');
grant delete, insert, select, update on user_passkeys to klinikbro_request;

create table user_passwords (
  user_id uuid not null,
  phc text not null,
  set_at timestamp with time zone not null default now(),
  constraint user_passwords_pkey PRIMARY KEY (user_id),
  constraint user_passwords_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
alter table user_passwords enable row level security;
create policy passwords_are_own on user_passwords as permissive for all to klinikbro_request using (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id()))) with check (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id())));
CREATE TRIGGER end_is_noted AFTER UPDATE OF phc ON public.user_passwords FOR EACH ROW WHEN ((old.phc IS DISTINCT FROM new.phc)) EXECUTE FUNCTION note_revocation('password');
grant insert, select, update on user_passwords to klinikbro_request;

create table user_recovery_codes (
  user_id uuid not null,
  hash text not null,
  used_at timestamp with time zone,
  constraint user_recovery_codes_pkey PRIMARY KEY (user_id, hash),
  constraint user_recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
alter table user_recovery_codes enable row level security;
create policy recovery_codes_are_own on user_recovery_codes as permissive for all to klinikbro_request using (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id()))) with check (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id())));
grant delete, insert, select, update on user_recovery_codes to klinikbro_request;

create table user_removals (
  user_id uuid not null,
  removed_by uuid,
  removed_at timestamp with time zone not null default now(),
  constraint user_removals_pkey PRIMARY KEY (user_id),
  constraint user_removals_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES users(id),
  constraint user_removals_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
alter table user_removals enable row level security;
create policy colleagues_are_removed_by_their_own on user_removals as permissive for all to klinikbro_request using ((EXISTS ( SELECT
   FROM users u
  WHERE ((u.id = user_removals.user_id) AND (u.organisation_id = current_organisation()))))) with check ((EXISTS ( SELECT
   FROM users u
  WHERE ((u.id = user_removals.user_id) AND (u.organisation_id = current_organisation())))));
create policy gatekeeper_knows_removals on user_removals as permissive for select to klinikbro_request using ((current_actor_kind() = 'gatekeeper'::text));
create policy worker_knows_removals on user_removals as permissive for select to klinikbro_worker using (true);
create policy worker_reads_removals on user_removals as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER end_is_noted AFTER INSERT ON public.user_removals FOR EACH ROW EXECUTE FUNCTION note_revocation('access');
CREATE TRIGGER terms_go_with_the_account AFTER INSERT ON public.user_removals FOR EACH ROW EXECUTE FUNCTION forget_terms_of_user();
grant delete, insert, select on user_removals to klinikbro_request;
grant select on user_removals to klinikbro_worker;

create table user_roles (
  organisation_id uuid not null,
  user_id uuid not null,
  role text not null,
  granted_by uuid,
  granted_at timestamp with time zone not null default now(),
  constraint role_is_known CHECK ((role = ANY (ARRAY['administrator'::text, 'case-handler'::text, 'secretary'::text, 'practitioner'::text, 'support'::text, 'data-protection-officer'::text]))),
  constraint user_roles_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES users(id),
  constraint user_roles_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id) REFERENCES users(organisation_id, id),
  constraint user_roles_pkey PRIMARY KEY (organisation_id, user_id, role)
);
alter table user_roles enable row level security;
create policy gatekeeper_knows_roles on user_roles as permissive for all to klinikbro_request using ((current_actor_kind() = 'gatekeeper'::text)) with check ((current_actor_kind() = 'gatekeeper'::text));
create policy roles_are_kept_by_their_own on user_roles as permissive for all to klinikbro_request using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
create policy worker_reads_roles on user_roles as permissive for select to klinikbro_worker using (true);
CREATE TRIGGER end_is_noted AFTER DELETE ON public.user_roles FOR EACH ROW EXECUTE FUNCTION note_revocation('role');
CREATE TRIGGER organisation_keeps_an_administrator AFTER DELETE ON public.user_roles FOR EACH ROW WHEN ((old.role = 'administrator'::text)) EXECUTE FUNCTION keep_an_administrator();
CREATE TRIGGER role_fits_organisation BEFORE INSERT OR UPDATE ON public.user_roles FOR EACH ROW EXECUTE FUNCTION refuse_foreign_role();
grant delete, insert, select, update on user_roles to klinikbro_request;
grant select on user_roles to klinikbro_worker;

create table user_totp (
  user_id uuid not null,
  secret_sealed bytea not null,
  confirmed_at timestamp with time zone,
  last_step bigint,
  constraint user_totp_pkey PRIMARY KEY (user_id),
  constraint user_totp_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
alter table user_totp enable row level security;
create policy totp_is_own on user_totp as permissive for all to klinikbro_request using (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id()))) with check (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id())));
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF secret_sealed ON public.user_totp FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('secret_sealed');
grant delete, insert, select, update on user_totp to klinikbro_request;

create table users (
  id uuid not null,
  organisation_id uuid not null,
  email text not null,
  name text not null,
  language text not null default 'da'::text,
  created_at timestamp with time zone not null default now(),
  constraint email_is_lower_case CHECK ((email = lower(email))),
  constraint language_is_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint one_user_for_each_email UNIQUE (email),
  constraint users_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint users_organisation_id_id_key UNIQUE (organisation_id, id),
  constraint users_pkey PRIMARY KEY (id)
);
alter table users enable row level security;
create policy administrator_changes_users on users as permissive for update to klinikbro_request using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
create policy colleagues_know_each_other on users as permissive for select to klinikbro_request using ((organisation_id = current_organisation()));
create policy gatekeeper_knows_users on users as permissive for all to klinikbro_request using ((current_actor_kind() = 'gatekeeper'::text)) with check ((current_actor_kind() = 'gatekeeper'::text));
create policy worker_reads_users on users as permissive for select to klinikbro_worker using (true);
grant insert, select, update on users to klinikbro_request;
grant select on users to klinikbro_worker;

create table web_sessions (
  token_hash bytea not null,
  kind text not null,
  user_id uuid,
  person_id uuid,
  csrf_secret text not null,
  eid_sealed bytea,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  idle_minutes integer not null,
  passkey_challenge text,
  passkey_challenge_until timestamp with time zone,
  constraint session_belongs_to_one CHECK (((user_id IS NULL) <> (person_id IS NULL))),
  constraint session_kind_is_known CHECK ((kind = ANY (ARRAY['patient'::text, 'staff'::text, 'half-staff'::text]))),
  constraint web_sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint web_sessions_pkey PRIMARY KEY (token_hash),
  constraint web_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX web_sessions_by_end ON public.web_sessions USING btree (ends_at);
CREATE INDEX web_sessions_by_person ON public.web_sessions USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX web_sessions_by_user ON public.web_sessions USING btree (user_id) WHERE (user_id IS NOT NULL);
alter table web_sessions enable row level security;
create policy gatekeeper_keeps_sessions on web_sessions as permissive for all to klinikbro_request using (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id()) OR (person_id = current_person()))) with check (((current_actor_kind() = 'gatekeeper'::text) OR (user_id = current_user_id()) OR (person_id = current_person())));
create policy sessions_of_removed_colleagues_end on web_sessions as permissive for delete to klinikbro_request using ((EXISTS ( SELECT
   FROM users u
  WHERE ((u.id = web_sessions.user_id) AND (u.organisation_id = current_organisation())))));
create policy worker_sweeps_sessions on web_sessions as permissive for all to klinikbro_worker using (true);
CREATE TRIGGER no_log_in_without_access BEFORE INSERT ON public.web_sessions FOR EACH ROW EXECUTE FUNCTION refuse_log_in_after_the_agreement();
CREATE TRIGGER no_retired_epoch BEFORE INSERT OR UPDATE OF eid_sealed ON public.web_sessions FOR EACH ROW EXECUTE FUNCTION refuse_retired_epoch('eid_sealed');
grant delete, insert, select, update on web_sessions to klinikbro_request;
grant delete, select on web_sessions to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.account_is_restricted(of_user uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from direct_restrictions r where r.user_id = of_user and r.lifted_at is null)
$function$;
grant execute on function account_is_restricted(uuid) to klinikbro_request;
grant execute on function account_is_restricted(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.agreement_figures(of_organisation uuid, after_day date)
 RETURNS TABLE(users integer, invitations integer, credentials integer, open_cases integer, cases integer, visits integer, journals integer, requests integer, held integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
grant execute on function agreement_figures(uuid,date) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.agreement_is_over(of_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(bookable_until(of_organisation) < (now() at time zone 'Europe/Copenhagen')::date, false)
$function$;
grant execute on function agreement_is_over(uuid) to klinikbro_request;
grant execute on function agreement_is_over(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.allow_only_payload_removal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.chain, new.position, new.at, new.written_in, new.action, new.commitment, new.previous, new.hash)
     is distinct from (old.chain, old.position, old.at, old.written_in, old.action, old.commitment, old.previous, old.hash)
     or new.event is not null or new.salt is not null then
    raise exception 'only an event''s payload may be removed, whole' using errcode = '23514', constraint = 'audit_trail_is_append_only';
  end if;
  new.doer_id := null;
  return new;
end $function$;
grant execute on function allow_only_payload_removal() to public;

CREATE OR REPLACE FUNCTION public.another_administrator_is_here()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from user_roles r where r.organisation_id = current_organisation() and r.role = 'administrator' and r.user_id <> current_user_id()
    and not exists (select from user_removals x where x.user_id = r.user_id))
$function$;
grant execute on function another_administrator_is_here() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.append_audit_event(action text, event text, person uuid, case_ uuid, organisation uuid, doer uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  link audit_chains;
  fresh_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  sealed_commitment bytea := sha256(fresh_salt || convert_to(event, 'UTF8'));
begin
  update audit_chains c set length = c.length + 1, before_head = c.head, grown_in = pg_current_xact_id(),
      head = sha256(c.head || int8send(c.length + 1) || sealed_commitment)
    where c.chain = pg_backend_pid() % 16 returning * into strict link;
  insert into audit_events (chain, position, person_id, case_id, organisation_id, doer_id, action, salt, event, commitment, previous, hash)
    values (link.chain, link.length, person, case_, organisation, doer, action, fresh_salt, event, sealed_commitment, link.before_head, link.head);
end $function$;
grant execute on function append_audit_event(text,text,uuid,uuid,uuid,uuid) to klinikbro_request;
grant execute on function append_audit_event(text,text,uuid,uuid,uuid,uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.append_audit_events(action text, events text[], person_ids uuid[], case_ids uuid[], organisation uuid, doer uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  link audit_chains;
  amount integer := cardinality(events);
  salts bytea[];
  commitments bytea[];
  hashes bytea[];
begin
  if amount = 0 then return; end if;
  if amount = 1 then
    perform append_audit_event(append_audit_events.action, events[1], person_ids[1], case_ids[1], organisation, doer);
    return;
  end if;
  select * into strict link from audit_chains c where c.chain = pg_backend_pid() % 16 for update;
  hashes[0] := link.head;
  for i in 1 .. amount loop
    salts[i] := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    commitments[i] := sha256(salts[i] || convert_to(events[i], 'UTF8'));
    hashes[i] := sha256(hashes[i - 1] || int8send(link.length + i) || commitments[i]);
  end loop;
  insert into audit_events (chain, position, person_id, case_id, organisation_id, doer_id, action, salt, event, commitment, previous, hash)
    select link.chain, link.length + i, person_ids[i], case_ids[i], organisation, doer, append_audit_events.action, salts[i], events[i],
      commitments[i], hashes[i - 1], hashes[i]
    from generate_series(1, amount) i;
  update audit_chains c set length = link.length + amount, before_head = hashes[amount - 1], head = hashes[amount], grown_in = pg_current_xact_id()
    where c.chain = link.chain;
end $function$;
grant execute on function append_audit_events(text,text[],uuid[],uuid[],uuid,uuid) to klinikbro_request;
grant execute on function append_audit_events(text,text[],uuid[],uuid[],uuid,uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.appointment_is_changeable(of_appointment uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from appointments a where a.id = of_appointment
    and (a.clinic_id = current_organisation() or a.person_id = current_person() or (a.insurer_id = current_organisation()
      and (exists (select from consent_withdrawals w where w.case_id = a.case_id) or case_is_restricted(a.case_id)))))
$function$;
grant execute on function appointment_is_changeable(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.approval_is_for_known_case(of_approval uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from approvals a where a.id = of_approval
    and (case_is_ours_or_the_patients(a.case_id) or is_disclosed_to_us(a.case_id)))
$function$;
grant execute on function approval_is_for_known_case(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.ask_for_receipt_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update journal_handovers j set taken_at = null, received_at = null, received_by = null
    where j.case_id = new.case_id and j.clinic_id = new.clinic_id and j.taken_at is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.bookable_until(of_organisation uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when exists (select from agreement_effects e where e.organisation_id = of_organisation) then date '0001-01-01'
    else (select x.last_day from agreement_endings x where x.organisation_id = of_organisation
      and not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)) end
$function$;
grant execute on function bookable_until(uuid) to klinikbro_request;
grant execute on function bookable_until(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.case_is_ours_or_the_patients(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from cases c where c.id = of_case and (c.insurer_id = current_organisation() or c.person_id = current_person()))
$function$;
grant execute on function case_is_ours_or_the_patients(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.case_is_restricted(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_restrictions r where r.case_id = of_case and r.lifted_at is null)
    or exists (select from erasure_orders o where o.case_id = of_case and o.withdrawn_at is null and o.carried_out_at is null)
$function$;
grant execute on function case_is_restricted(uuid) to klinikbro_request;
grant execute on function case_is_restricted(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.case_looked_at()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select case when coalesce(current_setting('app.lawful_case', true), '') <> '' then lawful_case() end
$function$;
grant execute on function case_looked_at() to public;

CREATE OR REPLACE FUNCTION public.case_standing(at timestamp with time zone)
 RETURNS TABLE(case_id uuid, state text, approved integer, used integer, booked integer, remaining integer, valid_until date, next_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;
grant execute on function case_standing(timestamp with time zone) to public;

CREATE OR REPLACE FUNCTION public.cases_opened_by_day(first_day date, last_day date)
 RETURNS TABLE(day date, opened integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_actor_kind() <> 'operator' then return; end if;
  return query select d::date, (select count(*)::int from public.cases c
      where c.created_at >= d::date::timestamp at time zone 'Europe/Copenhagen'
        and c.created_at < (d::date + 1)::timestamp at time zone 'Europe/Copenhagen')
    from generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') d order by d;
end $function$;
grant execute on function cases_opened_by_day(date,date) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.clinic_offers(clinic uuid, treatment text, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from practitioners p join practitioner_services s on s.practitioner_id = p.id
    where p.organisation_id = clinic and s.treatment_type = treatment and (p.active_until is null or p.active_until >= on_day))
$function$;
grant execute on function clinic_offers(uuid,text,date) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.clinic_received(of_case uuid, clinic uuid, part text, written_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from disclosures g where g.case_id = of_case and g.recipient_id = clinic and g.direction = 'to-clinic' and part = any (g.fields)
    and not exists (select from consent_withdrawals w where w.consent_mark_id = g.consent_mark_id and w.withdrawn_at < written_at))
$function$;

CREATE OR REPLACE FUNCTION public.consent_is_live(mark uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from consent_marks m where m.id = mark and m.consented_on <= (now() at time zone 'Europe/Copenhagen')::date)
     and not exists (select from consent_withdrawals w where w.consent_mark_id = mark)
$function$;
grant execute on function consent_is_live(uuid) to klinikbro_request;
grant execute on function consent_is_live(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.consent_is_withdrawn(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from consent_withdrawals w where w.case_id = of_case)
    and not exists (select from consent_marks m where m.case_id = of_case
      and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id))
$function$;
grant execute on function consent_is_withdrawn(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.correct_what_was_asked(of_request uuid, value text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asked record;
begin
  select r.field, d.user_id into asked from rights_requests r join direct_requests d on d.request_id = r.id
    where r.id = of_request and r."right" = 'rectification' and d.user_id is not null and r.controller_id = current_organisation()
      and d.user_id <> current_user_id() and we_answer_requests();
  if asked.field = 'email' then
    update users set email = value where id = asked.user_id and not exists (select from user_removals x where x.user_id = asked.user_id);
  elsif asked.field = 'practitioner-name' then
    update practitioners set name = value where user_id = asked.user_id;
  elsif asked.field = 'authorisation-id' then
    update practitioners set authorisation_id = value where user_id = asked.user_id;
  else
    return false;
  end if;
  return found;
end $function$;
grant execute on function correct_what_was_asked(uuid,text) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.current_actor_kind()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting('app.actor_kind', true), ''), 'anonymous') $function$;
grant execute on function current_actor_kind() to public;

CREATE OR REPLACE FUNCTION public.current_enquirer()
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$ select decode(nullif(current_setting('app.enquirer', true), ''), 'hex') $function$;
grant execute on function current_enquirer() to public;

CREATE OR REPLACE FUNCTION public.current_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.organisation', true), '')::uuid $function$;
grant execute on function current_organisation() to public;

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.person', true), '')::uuid $function$;
grant execute on function current_person() to public;

CREATE OR REPLACE FUNCTION public.current_user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.user', true), '')::uuid $function$;
grant execute on function current_user_id() to public;

CREATE OR REPLACE FUNCTION public.discard_parked_job(parked_id bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from public.parked_jobs() as parked where parked.id = parked_id) then return false; end if;
  perform graphile_worker.complete_jobs(array[parked_id]);
  return true;
end $function$;
grant execute on function discard_parked_job(bigint) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.done_with_own_account(latest integer)
 RETURNS TABLE(at timestamp with time zone, action text, result text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.at, e.action, e.event::jsonb ->> 'result'
  from audit_events e where e.event is not null and e.action like 'user.%' and user_object_of(e.event) = current_user_id()::text
    and e.doer_id is distinct from current_user_id() order by e.at desc limit latest
$function$;
grant execute on function done_with_own_account(integer) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.email_is_in_use(address text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select current_actor_kind() in ('staff', 'operator') and exists (select from users u where u.email = lower(address))
$function$;
grant execute on function email_is_in_use(text) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.enclose_referral_in_journals(of_case uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into journal_handovers (case_id, clinic_id) select distinct n.case_id, n.clinic_id from course_notes n where n.case_id = of_case
    on conflict do nothing;
  insert into journal_enclosures (case_id, clinic_id, person_id, field, content_sealed, entered_at)
    select distinct on (j.clinic_id, d.field) j.case_id, j.clinic_id, c.person_id, d.field, d.value_sealed, d.entered_at
    from journal_handovers j join cases c on c.id = j.case_id join case_details d on d.case_id = j.case_id
    where j.case_id = of_case and clinic_received(of_case, j.clinic_id, d.field, d.entered_at)
    order by j.clinic_id, d.field, d.version desc;
  insert into journal_enclosures (case_id, clinic_id, person_id, kind, name_sealed, content_sealed, entered_at)
    select j.case_id, j.clinic_id, a.person_id, a.kind, a.name_sealed, a.content_sealed, a.uploaded_at
    from journal_handovers j join attachments a on a.case_id = j.case_id
    where j.case_id = of_case and clinic_received(of_case, j.clinic_id, 'attachments', a.uploaded_at);
  -- A receipt from before is not one for these.
  update journal_handovers j set taken_at = null, received_at = null, received_by = null
    where j.case_id = of_case and j.received_at is not null
      and exists (select from journal_enclosures e where e.case_id = j.case_id and e.clinic_id = j.clinic_id);
end $function$;

CREATE OR REPLACE FUNCTION public.end_access(ended uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_actor_kind() not in ('staff', 'operator') then return false; end if;
  perform from users u where u.id = ended and u.organisation_id = current_organisation() for update;
  if not found then return false; end if;
  insert into user_removals (user_id, removed_by) values (ended, current_user_id()) on conflict do nothing;
  if not found then return false; end if;
  delete from user_roles where user_id = ended;
  delete from web_sessions where user_id = ended;
  delete from password_resets where user_id = ended;
  delete from user_passwords where user_id = ended;
  delete from user_totp where user_id = ended;
  delete from user_passkeys where user_id = ended;
  delete from user_recovery_codes where user_id = ended;
  update users set email = ended || '@removed.invalid' where id = ended;
  return true;
end $function$;
grant execute on function end_access(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.end_use_of_organisation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.ended_cases(present timestamp with time zone)
 RETURNS TABLE(case_id uuid, person_id uuid, insurer_id uuid, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;
grant execute on function ended_cases(timestamp with time zone) to public;

CREATE OR REPLACE FUNCTION public.ending_shortens_its_window()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update maintenance_windows w set occupies = tstzrange(w.starts_at, greatest(w.starts_at, new.ended_at))
    where w.id = new.window_id and new.ended_at < w.ends_at and new.ended_at >= w.announced_at;
  if not found then
    raise exception 'the window is over' using errcode = '23514', constraint = 'only_a_window_to_come_is_ended';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.enqueue(task text, payload jsonb, run_at timestamp with time zone DEFAULT now(), job_key text DEFAULT NULL::text, max_attempts integer DEFAULT 8)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select graphile_worker.add_job(
    task, payload::json, run_at => enqueue.run_at, max_attempts => enqueue.max_attempts, job_key => enqueue.job_key);
$function$;
grant execute on function enqueue(text,jsonb,timestamp with time zone,text,integer) to klinikbro_request;
grant execute on function enqueue(text,jsonb,timestamp with time zone,text,integer) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.enqueue_each(task text, payloads jsonb[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select graphile_worker.add_jobs(array(
    select row(task, payload::json, null, now(), 8, null, null, null)::graphile_worker.job_spec from unnest(payloads) as payload));
$function$;
grant execute on function enqueue_each(text,jsonb[]) to klinikbro_request;
grant execute on function enqueue_each(text,jsonb[]) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.ensure_person(new_id uuid, index bytea, sealed bytea, key_epoch integer, key_wrapped bytea)
 RETURNS TABLE(id uuid, epoch integer, wrapped bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare found_id uuid;
begin
  insert into persons (id, cpr_index, cpr_sealed) values (new_id, index, sealed)
    on conflict on constraint one_person_for_each_cpr do nothing returning persons.id into found_id;
  if found_id is null then
    select p.id into strict found_id from persons p where p.cpr_index = index;
  else
    insert into person_keys (person_id, epoch, wrapped) values (found_id, key_epoch, key_wrapped);
  end if;
  return query select k.person_id, k.epoch, k.wrapped from person_keys k where k.person_id = found_id;
end $function$;
grant execute on function ensure_person(uuid,bytea,bytea,integer,bytea) to klinikbro_request;
grant execute on function ensure_person(uuid,bytea,bytea,integer,bytea) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.enter_api(token bytea)
 RETURNS TABLE(client_id uuid, organisation_id uuid, organisation_kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare found record;
begin
  select c.id, c.organisation_id, o.kind into found from api_tokens t join api_clients c on c.id = t.client_id join organisations o on o.id = c.organisation_id
    where t.token_hash = token and t.expires_at > clock_timestamp() and c.revoked_at is null and not agreement_is_over(c.organisation_id);
  if found.id is null then return; end if;
  perform set_config('app.actor_kind', 'staff', true), set_config('app.organisation', found.organisation_id::text, true);
  return query select found.id, found.organisation_id, found.kind;
end $function$;
grant execute on function enter_api(bytea) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.enter_by_link(token bytea, at timestamp with time zone)
 RETURNS TABLE(link_id uuid, email_sealed bytea, email_index bytea, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare link enquirer_links;
begin
  select * into link from enquirer_links l where l.token_hash = token and l.expires_at > at;
  if link.id is null then return; end if;
  perform set_config('app.actor_kind', 'anonymous', true), set_config('app.user', '', true), set_config('app.organisation', '', true),
    set_config('app.person', '', true), set_config('app.enquirer', encode(link.email_index, 'hex'), true);
  return query select link.id, link.email_sealed, link.email_index, link.expires_at;
end $function$;
grant execute on function enter_by_link(bytea,timestamp with time zone) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.enter_session(token bytea)
 RETURNS TABLE(kind text, user_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, organisation_name text, user_name text, language text, roles text[], csrf_secret text, started_at timestamp with time zone, accepted_terms integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
grant execute on function enter_session(bytea) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.erase_business_contacts(of_organisation uuid, as_of date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
grant execute on function erase_business_contacts(uuid,date) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.erase_case(of_case uuid, because text, in_run uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
grant execute on function erase_case(uuid,text,uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.erase_company_contact(of_organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from agreement_steps s where s.organisation_id = of_organisation and s.step = 'contacts-erased')
     or exists (select from cases c where c.insurer_id = of_organisation)
     or exists (select from disclosures d where d.recipient_id = of_organisation or d.disclosed_by_organisation = of_organisation) then
    return false;
  end if;
  delete from clinic_locations where clinic_id = of_organisation;
  update organisations set email = '', phone = '' where id = of_organisation;
  return true;
end $function$;
grant execute on function erase_company_contact(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.erase_referral(of_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not referral_has_no_basis(of_case) or referral_is_held(of_case) then return false; end if;
  return erase_referral_as(of_case, gen_random_uuid(), case when consent_is_withdrawn(of_case) then (select w.withdrawn_by_kind
    from consent_withdrawals w where w.case_id = of_case order by w.withdrawn_at desc limit 1) else 'ending' end);
end $function$;
grant execute on function erase_referral(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.erase_referral_as(of_case uuid, given uuid, by_kind text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone_details integer;
  gone_files integer;
begin
  perform from cases c where c.id = of_case for no key update;
  perform enclose_referral_in_journals(of_case);
  delete from idempotency_keys where case_id = of_case;
  delete from case_details where case_id = of_case;
  get diagnostics gone_details = row_count;
  delete from attachments where case_id = of_case;
  get diagnostics gone_files = row_count;
  if gone_details + gone_files = 0 then return false; end if;
  insert into erasures (entry, case_id, because, referral_withdrawn_by) values (given, of_case, 'request', by_kind);
  insert into referral_erasures (entry, case_id, details, attachments) values (given, of_case, gone_details, gone_files);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_referral_with_its_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform erase_referral(new.case_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_referrals_of_who_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform enqueue('erase-referrals', '{}'::jsonb, job_key => 'erase-referrals');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_released_referral_soon()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if referral_has_no_basis(new.case_id) then
    perform enqueue('erase-referrals', '{}'::jsonb, job_key => 'erase-referrals');
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.field_is_disclosed_to_us(of_case uuid, of_field text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and of_field = any (d.fields) and consent_is_live(d.consent_mark_id)) and not case_is_restricted(of_case)
    and not exists (select from agreement_effects e where e.organisation_id = current_organisation())
$function$;
grant execute on function field_is_disclosed_to_us(uuid,text) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.forget_events_of_staff(before timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  forgotten bigint;
begin
  update audit_events set event = null, salt = null, organisation_id = null
    where at < before and event is not null and person_id is null and case_id is null;
  get diagnostics forgotten = row_count;
  return forgotten;
end $function$;
grant execute on function forget_events_of_staff(timestamp with time zone) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.forget_jobs_of_messages()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from graphile_worker._private_jobs j using gone g
    where j.locked_at is null and j.payload->>'notificationId' = g.id::text;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.forget_maintenance(announced_before timestamp with time zone, present timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone uuid[] := array(select id from maintenance_windows where announced_at < announced_before and ends_at < present);
begin
  perform set_config('app.erasing', 'yes', true);
  delete from maintenance_mails where window_id = any (gone);
  delete from maintenance_endings where window_id = any (gone);
  delete from maintenance_windows where id = any (gone);
  perform set_config('app.erasing', '', true);
  return cardinality(gone);
end $function$;
grant execute on function forget_maintenance(timestamp with time zone,timestamp with time zone) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.forget_old_erasures(before timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare gone integer;
begin
  if before > now() - interval '1 year' then
    raise exception 'the ledger keeps its lines for a year at least' using errcode = '23514', constraint = 'ledger_keeps_young_erasures';
  end if;
  delete from erasures e where e.erased_at < before;
  get diagnostics gone = row_count;
  return gone;
end $function$;
grant execute on function forget_old_erasures(timestamp with time zone) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.forget_person(gone uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from web_sessions where person_id = gone;
  delete from notifications where person_id = gone;
  update audit_events set event = null, salt = null, person_id = null, case_id = null where person_id = gone;
  update person_keys set wrapped = null, destroyed_at = now() where person_id = gone and destroyed_at is null;
  update persons set cpr_index = null, cpr_sealed = null, erased_at = now() where id = gone and erased_at is null;
end $function$;

CREATE OR REPLACE FUNCTION public.forget_requests_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update rights_requests set person_id = null, case_id = null, text_sealed = null, proposal_sealed = null where person_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.forget_terms_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  before text := coalesce(current_setting('app.erasing', true), '');
begin
  perform set_config('app.erasing', 'yes', true);
  delete from terms_acceptances where person_id = new.id;
  delete from terms_notices where person_id = new.id;
  perform set_config('app.erasing', before, true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.forget_terms_of_user()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  before text := coalesce(current_setting('app.erasing', true), '');
begin
  perform set_config('app.erasing', 'yes', true);
  delete from terms_acceptances where user_id = new.user_id;
  delete from terms_notices where user_id = new.user_id;
  perform set_config('app.erasing', before, true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.has_referral(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_details d where d.case_id = of_case) or exists (select from attachments a where a.case_id = of_case)
$function$;

CREATE OR REPLACE FUNCTION public.hold_case_while_request_is_open()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.state = 'received' then
    insert into legal_holds (id, case_id, reason) select r.id, r.case_id, 'open-request' from rights_requests r where r.id = new.request_id and r.case_id is not null;
  elsif new.state in ('granted', 'refused') then
    update legal_holds set lifted_at = now() where id = new.request_id and lifted_at is null;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.hold_left_behind(of_hold uuid)
 RETURNS TABLE(id uuid, case_id uuid, person_id uuid, insurer_id uuid, case_number text, insurer text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select h.id, c.id, c.person_id, c.insurer_id, c.case_number, o.name
  from legal_holds h join cases c on c.id = h.case_id join organisations o on o.id = c.insurer_id
  where h.id = of_hold and h.placed_by is not null and h.lifted_at is null and hold_was_left_to_us(c.id)
    and exists (select from person_keys k where k.person_id = c.person_id and k.wrapped is not null)
$function$;
grant execute on function hold_left_behind(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.hold_restricted_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.because = 'erasure' then return null; end if;
  if tg_op = 'INSERT' then
    insert into legal_holds (id, case_id, reason, placed_at) values (new.id, new.case_id, 'restriction', new.restricted_at);
  elsif new.lifted_at is not null then
    update legal_holds set lifted_at = new.lifted_at where id = new.id and lifted_at is null;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.hold_was_left_to_us(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select current_actor_kind() = 'operator'
    and exists (select from user_roles r where r.user_id = current_user_id() and r.role in ('administrator', 'data-protection-officer'))
    and exists (select from cases c where c.id = of_case and agreement_is_over(c.insurer_id))
$function$;
grant execute on function hold_was_left_to_us(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.is_disclosed_to_us(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from disclosures d where d.recipient_id = current_organisation() and d.case_id = of_case
    and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)) and not case_is_restricted(of_case)
    and not exists (select from agreement_effects e where e.organisation_id = current_organisation())
$function$;
grant execute on function is_disclosed_to_us(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.journals_of_case(of_case uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct o.name order by o.name), '{}') from course_notes n join organisations o on o.id = n.clinic_id
  where n.case_id = of_case and exists (select from cases c where c.id = of_case and c.insurer_id = current_organisation())
    and not exists (select from journal_handovers j where j.case_id = n.case_id and j.clinic_id = n.clinic_id and j.received_at is not null)
$function$;
grant execute on function journals_of_case(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.keep_an_administrator()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from organisations o where o.id = old.organisation_id for no key update;
  if not exists (select from agreement_effects e where e.organisation_id = old.organisation_id)
     and not exists (select from user_roles r where r.organisation_id = old.organisation_id and r.role = 'administrator'
      and not exists (select from user_removals x where x.user_id = r.user_id)) then
    raise exception 'an organisation keeps an administrator' using errcode = '23514', constraint = 'organisation_keeps_an_administrator';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.kilometres_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 2 * 6371.0088 * atan2(
    sqrt(sind((lat2 - lat1) / 2) ^ 2 + cosd(lat1) * cosd(lat2) * sind((lon2 - lon1) / 2) ^ 2),
    sqrt(abs(1 - sind((lat2 - lat1) / 2) ^ 2 - cosd(lat1) * cosd(lat2) * sind((lon2 - lon1) / 2) ^ 2)))
$function$;
grant execute on function kilometres_between(double precision,double precision,double precision,double precision) to public;

CREATE OR REPLACE FUNCTION public.last_bookable_days()
 RETURNS TABLE(organisation_id uuid, last_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select x.organisation_id, case when e.ending_id is null then x.last_day else date '0001-01-01' end
  from agreement_endings x left join agreement_effects e on e.ending_id = x.id
  where not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)
$function$;
grant execute on function last_bookable_days() to klinikbro_request;
grant execute on function last_bookable_days() to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.lawful_case()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id from cases c where c.id = nullif(current_setting('app.lawful_case', true), '')::uuid
    and current_actor_kind() = 'staff' and was_handed_to(c.id, current_organisation())
$function$;
grant execute on function lawful_case() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.lawful_patient()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.patient_id from cases c where c.id = lawful_case()
$function$;
grant execute on function lawful_patient() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.lay_out_days(of_practitioner uuid, from_date date, until_date date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
grant execute on function lay_out_days(uuid,date,date) to klinikbro_request;
grant execute on function lay_out_days(uuid,date,date) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.lay_out_everybodys_days(from_date date, until_date date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare someone uuid; laid integer := 0;
begin
  for someone in select p.id from practitioners p where p.active_until is null or p.active_until >= from_date order by p.id loop
    perform lay_out_days(someone, from_date, until_date);
    laid := laid + 1;
  end loop;
  delete from practitioner_days d where d.on_date < from_date - 31;
  return laid;
end $function$;
grant execute on function lay_out_everybodys_days(date,date) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.lead_is_restricted(of_lead uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from direct_restrictions r where r.lead_id = of_lead and r.lifted_at is null)
$function$;
grant execute on function lead_is_restricted(uuid) to klinikbro_request;
grant execute on function lead_is_restricted(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.legal_holds_in_force()
 RETURNS TABLE(insurer text, reason text, placed_at timestamp with time zone, review_on date, left_behind uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.name, h.reason, h.placed_at, (select r.review_on from legal_hold_reviews r where r.hold_id = h.id order by r.decided_at desc limit 1),
    case when h.placed_by is not null and hold_was_left_to_us(h.case_id) then h.id end
  from legal_holds h join cases c on c.id = h.case_id join organisations o on o.id = c.insurer_id
  where current_actor_kind() = 'operator' and h.lifted_at is null
$function$;
grant execute on function legal_holds_in_force() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.let_go_of_received_enclosures()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from journal_enclosures e where e.case_id = new.case_id and e.clinic_id = new.clinic_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.log_in_user_of(event text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select event::jsonb #>> '{detail,userId}' $function$;
grant execute on function log_in_user_of(text) to public;

CREATE OR REPLACE FUNCTION public.may_be_asked(of_case uuid, controller uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select not agreement_is_over(controller) and exists (select from cases c where c.id = of_case and c.person_id = current_person()
    and (c.insurer_id = controller or exists (select from disclosures d where d.case_id = c.id and d.recipient_id = controller)))
$function$;
grant execute on function may_be_asked(uuid,uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.messages_go_out()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return not exists (
    select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier like 'send-%' and (
      (j.attempts >= j.max_attempts and j.locked_at is null and j.updated_at > now() - interval '1 day')
      or (j.attempts < j.max_attempts and j.locked_at is null and j.created_at < now() - interval '15 minutes' and j.run_at < now() - interval '15 minutes')));
end $function$;
grant execute on function messages_go_out() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.note_erasures_soon()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform enqueue('note-erasures', '{}'::jsonb, job_key => 'note-erasures');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_order_carried_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update erasure_orders o set carried_out_at = case when o.withdrawn_at is null then now() end, case_id = null where o.case_id = old.id;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.note_revocation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  case tg_argv[0]
    when 'access' then insert into revocations (what, subject) values ('access', new.user_id);
    when 'role' then insert into revocations (what, subject, detail) values ('role', old.user_id, old.role);
    when 'password' then insert into revocations (what, subject) values ('password', new.user_id);
    when 'passkey' then insert into revocations (what, subject, detail) values ('passkey', old.user_id, old.credential_id);
    when 'api-access' then insert into revocations (what, subject) values ('api-access', new.id);
    when 'consent' then insert into revocations (what, subject, detail) values ('consent', new.consent_mark_id, new.withdrawn_by_kind);
    when 'use-of-case' then insert into revocations (what, subject, detail) values ('use-of-case', new.case_id, new.because);
    when 'enquiry' then insert into revocations (what, subject) values ('enquiry', old.id);
  end case;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.offer_journals_of_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into journal_handovers (case_id, clinic_id) select distinct n.case_id, n.clinic_id from course_notes n where n.case_id = new.case_id
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.open_approval_sessions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into approval_sessions (approval_id, ordinal) select new.id, n from generate_series(1, new.sessions) n;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.operator_figures()
 RETURNS TABLE(insurers integer, clinics integer, users integer, cases integer, jobs_waiting integer, jobs_parked integer, oldest_job_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_actor_kind() <> 'operator' then return; end if;
  return query select
    (select count(*)::int from organisations o where o.kind = 'insurer'),
    (select count(*)::int from organisations o where o.kind in ('clinic', 'hospital')),
    (select count(*)::int from users u where not exists (select from user_removals r where r.user_id = u.id)),
    (select count(*)::int from public.cases),
    (select count(*)::int from graphile_worker._private_jobs j where j.attempts < j.max_attempts and j.run_at <= now()),
    (select count(*)::int from graphile_worker._private_jobs j where j.attempts >= j.max_attempts and j.locked_at is null and j.last_error is not null),
    (select min(j.run_at) from graphile_worker._private_jobs j where j.attempts < j.max_attempts and j.run_at <= now());
end $function$;
grant execute on function operator_figures() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.operator_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.id from organisations o where o.kind = 'operator' order by o.created_at, o.id limit 1
$function$;
grant execute on function operator_organisation() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.own_doings(latest integer)
 RETURNS TABLE(at timestamp with time zone, action text, activity text, purpose text, result text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.at, e.action, e.event::jsonb ->> 'processing_activity_id', e.event::jsonb ->> 'purpose', e.event::jsonb ->> 'result'
  from audit_events e where e.doer_id = current_user_id() order by e.at desc limit latest
$function$;
grant execute on function own_doings(integer) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.own_log_ins(latest integer)
 RETURNS TABLE(at timestamp with time zone, action text, step text, result text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.at, e.action, e.event::jsonb #>> '{detail,step}', e.event::jsonb ->> 'result'
  from audit_events e where e.event is not null and e.action in ('log-in.staff', 'password.reset', 'invitation.accept')
    and log_in_user_of(e.event) = current_user_id()::text order by e.at desc limit latest
$function$;
grant execute on function own_log_ins(integer) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.parked_jobs()
 RETURNS TABLE(id bigint, task text, payload jsonb, attempts integer, max_attempts integer, last_error text, parked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select jobs.id, tasks.identifier, jobs.payload::jsonb, jobs.attempts::int, jobs.max_attempts::int, jobs.last_error,
         jobs.updated_at
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null and jobs.last_error is not null
  order by jobs.updated_at desc, jobs.id desc;
$function$;
grant execute on function parked_jobs() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.patient_asks_us(of_patient uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from rights_requests r join cases c on c.id = r.case_id
    where c.patient_id = of_patient and r.controller_id = current_organisation()
      and not exists (select from rights_request_states s where s.request_id = r.id and s.state in ('granted', 'refused')))
$function$;
grant execute on function patient_asks_us(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.patient_is_disclosed_to_us(of_patient uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from cases c join disclosures d on d.case_id = c.id
    where c.patient_id = of_patient and d.recipient_id = current_organisation() and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)
      and not case_is_restricted(c.id))
    and not exists (select from agreement_effects e where e.organisation_id = current_organisation())
$function$;
grant execute on function patient_is_disclosed_to_us(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.person_has_a_hold_left_to_us(of_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select current_actor_kind() = 'operator' and exists (select from cases c join legal_holds h on h.case_id = c.id
    where c.person_id = of_person and h.placed_by is not null and h.lifted_at is null and hold_was_left_to_us(c.id))
$function$;
grant execute on function person_has_a_hold_left_to_us(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.person_with_cpr_index(index bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id from persons p where p.cpr_index = index and p.erased_at is null and current_actor_kind() = 'gatekeeper'
$function$;
grant execute on function person_with_cpr_index(bytea) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.put_off(task text, payload jsonb, run_at timestamp with time zone, job_key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select graphile_worker.add_job(
    task, payload::json, run_at => put_off.run_at, max_attempts => 8, job_key => put_off.job_key, flags => array['after-maintenance']);
$function$;
grant execute on function put_off(text,jsonb,timestamp with time zone,text) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.queue_behind_withdrawal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from cases c where c.id = new.case_id for share;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.queue_for_time(of_person uuid, of_practitioner uuid, of_clinic uuid, begins timestamp with time zone, as_of timestamp with time zone, leaving uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
grant execute on function queue_for_time(uuid,uuid,uuid,timestamp with time zone,timestamp with time zone,uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.referral_has_no_basis(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select consent_is_withdrawn(of_case)
    or exists (select from agreement_effects e join cases c on c.insurer_id = e.organisation_id where c.id = of_case)
$function$;
grant execute on function referral_has_no_basis(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.referral_is_held(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from legal_holds h where h.case_id = of_case and h.lifted_at is null and (h.reason <> 'open-request'
    or exists (select from rights_requests r where r.id = h.id and r."right" in ('access', 'portability'))))
$function$;
grant execute on function referral_is_held(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.referral_is_there(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case_is_ours_or_the_patients(of_case) and has_referral(of_case)
$function$;
grant execute on function referral_is_there(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.referrals_to_erase()
 RETURNS TABLE(case_id uuid, person_id uuid, insurer_id uuid, is_withdrawn boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, c.person_id, c.insurer_id, consent_is_withdrawn(c.id) from cases c
  where (c.id in (select w.case_id from consent_withdrawals w) or c.insurer_id in (select e.organisation_id from agreement_effects e))
    and referral_has_no_basis(c.id) and not referral_is_held(c.id)
    and (exists (select from case_details d where d.case_id = c.id) or exists (select from attachments a where a.case_id = c.id))
  order by c.id
$function$;
grant execute on function referrals_to_erase() to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.refresh_practitioner_day()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_answer_to_restricted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if lead_is_restricted(new.lead_id) then
    raise exception 'the enquiry is stored only' using errcode = '23514', constraint = 'restricted_enquiry_is_stored_only';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_attendance_on_cancelled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from appointment_cancellations x where x.appointment_id = new.appointment_id) then
    raise exception 'the appointment is cancelled' using errcode = '23514', constraint = 'no_attendance_on_cancelled';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit trail is append-only' using errcode = '23514', constraint = 'audit_trail_is_append_only';
end $function$;
grant execute on function refuse_audit_change() to public;

CREATE OR REPLACE FUNCTION public.refuse_authority_without_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from disclosed_documents d where d.disclosure_id = new.id) then
    raise exception 'what an authority is told is kept with the ledger' using errcode = '23514', constraint = 'authority_is_told_what_is_kept';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_booking_without_disclosure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from disclosures d where d.recipient_id = new.clinic_id and d.case_id = new.case_id
      and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)) then
    raise exception 'no live disclosure of this case to this clinic' using errcode = '23514', constraint = 'no_booking_without_disclosure';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_setting('app.erasing', true) = 'yes'
     and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '23514', constraint = 'ledger_is_append_only';
end $function$;
grant execute on function refuse_change() to public;

CREATE OR REPLACE FUNCTION public.refuse_consent_text_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'words that somebody agreed to are never changed' using errcode = '23514', constraint = 'consent_texts_are_append_only';
end $function$;
grant execute on function refuse_consent_text_change() to public;

CREATE OR REPLACE FUNCTION public.refuse_cookie_choice_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an answer about cookies is never changed, only followed by another' using errcode = '23514', constraint = 'cookie_choices_are_append_only';
end $function$;
grant execute on function refuse_cookie_choice_change() to public;

CREATE OR REPLACE FUNCTION public.refuse_disclosure_without_live_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.direction = 'to-authority' then
    if not exists (select from cases c where c.id = new.case_id
        and (c.insurer_id = new.disclosed_by_organisation or was_handed_to(c.id, new.disclosed_by_organisation))) then
      raise exception 'only the insurer or a clinic of the case answers to an authority' using errcode = '23514', constraint = 'authority_is_told_by_a_controller';
    end if;
    return new;
  end if;
  if new.consent_mark_id is null or not consent_is_live(new.consent_mark_id) then
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
  if not exists (select from cases c where c.id = new.case_id
      and c.insurer_id = case new.direction when 'to-clinic' then new.disclosed_by_organisation else new.recipient_id end) then
    raise exception 'a case is between its insurer and its clinics' using errcode = '23514', constraint = 'ledger_names_the_cases_insurer';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_early_effect()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from organisations o where o.id = new.organisation_id for no key update;
  if exists (select from agreement_endings_taken_back b where b.ending_id = new.ending_id)
     or (new.took_effect_at at time zone 'Europe/Copenhagen')::date < (select x.last_day from agreement_endings x where x.id = new.ending_id) then
    raise exception 'no effect before the last day' using errcode = '23514', constraint = 'effect_comes_with_the_last_day';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_erasure_under_a_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.lifted_at is null and old.reason <> 'restriction'
     and session_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    raise exception 'the case is held' using errcode = '23514', constraint = 'no_erasure_under_a_hold';
  end if;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_foreign_role()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from organisations o where o.id = new.organisation_id and new.role = any (roles_of_kind(o.kind))) then
    raise exception 'this kind of organisation does not have that role' using errcode = '23514', constraint = 'role_fits_organisation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_key_revival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.destroyed_at is not null then
    raise exception 'a destroyed key stays destroyed' using errcode = '23514', constraint = 'destroyed_key_stays_destroyed';
  end if;
  return new;
end $function$;
grant execute on function refuse_key_revival() to public;

CREATE OR REPLACE FUNCTION public.refuse_late_taking_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare whose uuid;
begin
  select x.organisation_id into whose from agreement_endings x where x.id = new.ending_id;
  perform from organisations o where o.id = whose for no key update;
  if agreement_is_over(whose) then
    raise exception 'the agreement has ended' using errcode = '23514', constraint = 'no_way_back_after_the_effect';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_log_in_after_the_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.user_id is not null and not coalesce(user_may_enter(new.user_id), false) then
    raise exception 'this user may not come in any more' using errcode = '23514', constraint = 'no_log_in_without_access';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_mark_older_than_withdrawal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from consent_withdrawals w where w.case_id = new.case_id and (w.withdrawn_at at time zone 'Europe/Copenhagen')::date > new.consented_on) then
    raise exception 'the patient has withdrawn since' using errcode = '23514', constraint = 'consent_is_newer_than_the_withdrawal';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_mark_without_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from referral_erasures e where e.case_id = new.case_id) and exists (
    select from cases c join treatment_type_fields f on f.treatment_type = c.treatment_type
    where c.id = new.case_id and f.required and not exists (select from case_details d where d.case_id = c.id and d.field = f.field)) then
    raise exception 'the referral was erased and is not written again' using errcode = '23514', constraint = 'no_mark_without_referral';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_new_use_after_the_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_own_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.state in ('granted', 'refused', 'extended', 'lifted') and exists (
      select from direct_requests d where d.request_id = new.request_id and d.user_id is not null and d.user_id = new.by_user) then
    raise exception 'nobody answers their own request' using errcode = '23514', constraint = 'nobody_answers_their_own_request';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_referral_without_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if consent_is_withdrawn(new.case_id) and has_referral(new.case_id) then
    raise exception 'the consent that this referral rests on is withdrawn' using errcode = '23514', constraint = 'no_referral_after_withdrawal';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_retired_epoch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  given bytea;
  of_key integer;
  column_name text;
begin
  if tg_nargs = 0 then
    of_key := new.epoch;
    if exists (select from retired_epochs r where r.epoch = of_key) and new.wrapped is not null then
      raise exception 'epoch % is retired', of_key using errcode = '23514', constraint = 'nothing_is_sealed_under_a_retired_epoch';
    end if;
    return new;
  end if;
  foreach column_name in array tg_argv loop
    execute format('select substring(($1).%I from 1 for 4)', column_name) into given using new;
    if exists (select from retired_epochs r where int4send(r.epoch) = given) then
      raise exception 'a retired epoch in %', tg_table_name using errcode = '23514', constraint = 'nothing_is_sealed_under_a_retired_epoch';
    end if;
  end loop;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_reviving_a_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.lifted_at is not null and new.lifted_at is null then
    raise exception 'a lifted hold stays lifted' using errcode = '23514', constraint = 'lifted_hold_stays_lifted';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_session_of_another_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from approvals a join appointments p on p.case_id = a.case_id where a.id = new.approval_id and p.id = new.appointment_id) then
    raise exception 'the approval is of another case than the appointment' using errcode = '23514', constraint = 'session_is_of_the_same_case';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unidentified_progress()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.state <> 'received' and not exists (select from rights_identity_checks i where i.request_id = new.request_id) then
    raise exception 'nobody has checked who asks' using errcode = '23514', constraint = 'no_progress_without_identity';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unidentified_restriction()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from rights_identity_checks i where i.request_id = new.request_id) then
    raise exception 'nobody has checked who asks' using errcode = '23514', constraint = 'no_restriction_without_identity';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_untimely_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from cases c where c.id = new.case_id for update;
  if exists (select from legal_holds h where h.case_id = new.case_id and h.lifted_at is null) then
    raise exception 'the case is held' using errcode = '23514', constraint = 'no_order_under_a_hold';
  end if;
  if exists (select from appointments a where a.case_id = new.case_id and a.starts_at > new.ordered_at
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)) then
    raise exception 'a visit is still to come' using errcode = '23514', constraint = 'no_order_before_a_coming_visit';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_wrong_ending()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from organisations o where o.id = new.organisation_id for no key update;
  if exists (select from organisations o where o.id = new.organisation_id and o.kind = 'operator') then
    raise exception 'the operator has no agreement with itself' using errcode = '23514', constraint = 'the_operator_stays';
  end if;
  if bookable_until(new.organisation_id) is not null then
    raise exception 'this agreement is ending already' using errcode = '23514', constraint = 'an_agreement_ends_once';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.release_expired_holds(as_of timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with forgotten as (delete from holds where expires_at <= as_of - interval '1 day'),
    freed as (delete from occupancies where expires_at <= as_of and expires_at > as_of - interval '1 day' returning hold_id)
  select count(distinct hold_id)::integer from freed
$function$;
grant execute on function release_expired_holds(timestamp with time zone) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.remains_to_hand_over(of_organisation uuid)
 RETURNS TABLE(journals integer, requests integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (select count(*)::integer from journal_handovers h where h.clinic_id = of_organisation and h.received_at is null),
    (select count(*)::integer from rights_requests r where r.controller_id = of_organisation and r.case_id is not null
      and not exists (select from rights_request_states s where s.request_id = r.id and s.state in ('granted', 'refused')))
$function$;
grant execute on function remains_to_hand_over(uuid) to klinikbro_request;
grant execute on function remains_to_hand_over(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.replay_ending(of_organisation uuid, until_day date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.replay_erasure(given uuid, of_case uuid, of_person uuid, of_organisation uuid DEFAULT NULL::uuid, why text DEFAULT 'request'::text, until_day date DEFAULT NULL::date)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.replay_referral_erasure(given uuid, of_case uuid, by_kind text, withdrawn_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from erasures e where e.entry = given) then return false; end if;
  perform append_audit_event('erasure.replay', jsonb_build_object('operation', 'erasure.replay',
    'actor', jsonb_build_object('kind', 'system', 'task', 'restore'), 'result', 'done', 'detail', jsonb_build_object('entry', given),
    'timestamp', now())::text, null, null, null);
  if not erase_referral_as(of_case, given, by_kind) then
    insert into erasures (entry, case_id, because, referral_withdrawn_by) values (given, of_case, 'request', by_kind);
  end if;
  if by_kind = 'ending' then return true; end if;
  insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_at)
    select m.id, m.case_id, by_kind, replay_referral_erasure.withdrawn_at from consent_marks m
    where m.case_id = of_case and m.marked_at <= replay_referral_erasure.withdrawn_at
      and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.replay_revocation(given uuid, ended text, of_subject uuid, which text, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  outcome text := 'done';
begin
  if exists (select from revocations r where r.entry = given) then return 'known'; end if;
  perform append_audit_event('erasure.replay', jsonb_build_object('operation', 'erasure.replay',
    'actor', jsonb_build_object('kind', 'system', 'task', 'restore'), 'result', 'done', 'detail', jsonb_build_object('entry', given),
    'timestamp', now())::text, null, null, null);
  case ended
    when 'access' then
      insert into user_removals (user_id, removed_at) select u.id, at from users u where u.id = of_subject on conflict do nothing;
    when 'role' then
      -- An administrator who alone is left keeps the role, so that somebody can give it on.
      delete from user_roles r where r.user_id = of_subject and r.role = which and r.granted_at < at and (r.role <> 'administrator' or exists (
        select from user_roles o where o.organisation_id = r.organisation_id and o.role = 'administrator' and o.user_id <> r.user_id
          and not exists (select from user_removals x where x.user_id = o.user_id)));
    when 'password' then
      delete from user_passwords p where p.user_id = of_subject and p.set_at < at;
    when 'passkey' then
      delete from user_passkeys p where p.user_id = of_subject and p.credential_id = which;
    when 'api-access' then
      update api_clients set revoked_at = at where id = of_subject and revoked_at is null;
    when 'consent' then
      insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_at)
        select m.id, m.case_id, which, at from consent_marks m
        where m.id = of_subject and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id);
    when 'enquiry' then
      delete from leads where id = of_subject;
    when 'use-of-case' then
      outcome := case when exists (select from cases c where c.id = of_subject) and not case_is_restricted(of_subject) then 'by-hand' else 'not-here' end;
  end case;
  if not found and outcome = 'done' then outcome := 'not-here'; end if;
  -- What the triggers have just noted of this is the same end, under the name that the ledger knows it by.
  delete from revocations r where r.what = ended and r.subject = of_subject and r.detail is not distinct from which
    and r.revoked_at >= coalesce((select max(b.restored_at) from restores b where b.replayed_at is null), now());
  insert into revocations (entry, what, subject, detail, revoked_at) values (given, ended, of_subject, which, at);
  return outcome;
end $function$;

CREATE OR REPLACE FUNCTION public.request_is_to_us(of_request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from rights_requests r where r.id = of_request and r.controller_id = current_organisation())
$function$;
grant execute on function request_is_to_us(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.require_audit_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from audit_chains where chain = pg_backend_pid() % 16 and grown_in = pg_current_xact_id()) then
    raise exception 'change of % without an audit event', tg_table_name using errcode = '23514', constraint = 'no_change_without_audit_event';
  end if;
  if current_setting('synchronous_commit') = 'off' then perform set_config('synchronous_commit', 'on', true); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.resume_put_off()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update graphile_worker._private_jobs set run_at = now()
    where flags operator(pg_catalog.?) 'after-maintenance' and locked_at is null and run_at > now();
  if found then perform pg_notify('jobs:insert', ''); end if;
end $function$;
grant execute on function resume_put_off() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.retry_parked_job(parked_id bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from public.parked_jobs() as parked where parked.id = parked_id) then return false; end if;
  perform graphile_worker.reschedule_jobs(array[parked_id], run_at => now(), attempts => 0);
  perform pg_notify('jobs:insert', '');
  return true;
end $function$;
grant execute on function retry_parked_job(bigint) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.rights_answers(since timestamp with time zone)
 RETURNS TABLE(received_on date, identified_on date, extended boolean, answered_on date, answers integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (r.received_at at time zone 'Europe/Copenhagen')::date, (i.checked_at at time zone 'Europe/Copenhagen')::date,
    exists (select from rights_request_states e where e.request_id = r.id and e.state = 'extended'),
    (s.at at time zone 'Europe/Copenhagen')::date, count(*)::int
  from rights_request_states s join rights_requests r on r.id = s.request_id
  join rights_identity_checks i on i.request_id = r.id
  where current_actor_kind() = 'operator' and s.state in ('granted', 'refused') and s.at >= since
  group by 1, 2, 3, 4
$function$;
grant execute on function rights_answers(timestamp with time zone) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.rights_notices_to_us()
 RETURNS TABLE(recipient_id uuid, "right" text, controller_name text, case_id uuid, told_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select n.recipient_id, r."right", o.name, r.case_id, n.told_at
  from rights_notices n join rights_requests r on r.id = n.request_id join organisations o on o.id = r.controller_id
  where n.recipient_id = current_organisation()
$function$;
grant execute on function rights_notices_to_us() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.rights_overview()
 RETURNS TABLE(request_id uuid, "right" text, controller text, received_at timestamp with time zone, identified_at timestamp with time zone, extended boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.id, r."right", o.name, r.received_at, i.checked_at,
    exists (select from rights_request_states s where s.request_id = r.id and s.state = 'extended')
  from rights_requests r join organisations o on o.id = r.controller_id
  left join rights_identity_checks i on i.request_id = r.id
  where current_actor_kind() = 'operator'
    and not exists (select from rights_request_states s where s.request_id = r.id and s.state in ('granted', 'refused'))
$function$;
grant execute on function rights_overview() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.roles_of_kind(kind text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case kind
    when 'insurer' then array['administrator', 'case-handler']
    when 'operator' then array['administrator', 'support', 'data-protection-officer']
    else array['administrator', 'secretary', 'practitioner'] end
$function$;
grant execute on function roles_of_kind(text) to public;

CREATE OR REPLACE FUNCTION public.session_may_go_on(of_user uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select not exists (select from user_removals r where r.user_id = u.id) and (not agreement_is_over(u.organisation_id)
    or exists (select from agreement_effects e where e.organisation_id = u.organisation_id
      and e.access_until >= (now() at time zone 'Europe/Copenhagen')::date))
  from users u where u.id = of_user
$function$;

CREATE OR REPLACE FUNCTION public.user_may_enter(of_user uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select not exists (select from user_removals r where r.user_id = u.id) and (not agreement_is_over(u.organisation_id) or (
      exists (select from user_roles r where r.user_id = u.id and r.role = 'administrator')
      and exists (select from agreement_effects e, remains_to_hand_over(u.organisation_id) left_
        where e.organisation_id = u.organisation_id and e.access_until >= (now() at time zone 'Europe/Copenhagen')::date
          and left_.journals + left_.requests > 0)))
  from users u where u.id = of_user
$function$;
grant execute on function user_may_enter(uuid) to klinikbro_request;
grant execute on function user_may_enter(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.user_object_of(event text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when event::jsonb #>> '{object,type}' = 'user' then event::jsonb #>> '{object,id}' end
$function$;
grant execute on function user_object_of(text) to public;

CREATE OR REPLACE FUNCTION public.visit_ends_with_an_agreement(of_appointment uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from appointments a join agreement_effects e on e.organisation_id in (a.clinic_id, a.insurer_id) where a.id = of_appointment)
$function$;
grant execute on function visit_ends_with_an_agreement(uuid) to klinikbro_worker;

CREATE OR REPLACE FUNCTION public.was_handed_to(of_case uuid, clinic uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from disclosures d where d.case_id = of_case and d.recipient_id = clinic and d.direction = 'to-clinic')
$function$;

CREATE OR REPLACE FUNCTION public.we_answer_enquirers()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select current_actor_kind() = 'operator' and exists (select from user_roles r where r.user_id = current_user_id() and r.role in ('administrator', 'support'))
$function$;
grant execute on function we_answer_enquirers() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.we_answer_requests()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from user_roles r where r.user_id = current_user_id() and r.role = 'administrator')
$function$;
grant execute on function we_answer_requests() to klinikbro_request;

CREATE OR REPLACE FUNCTION public.we_asked(of_request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from direct_requests d where d.request_id = of_request
    and (d.user_id = current_user_id() or (current_enquirer() is not null and d.enquirer_index = current_enquirer())))
$function$;
grant execute on function we_asked(uuid) to klinikbro_request;

CREATE OR REPLACE FUNCTION public.window_occupies_what_it_announces()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.occupies := case when new.ends_at > new.starts_at then tstzrange(new.starts_at, new.ends_at) else 'empty' end;
  return new;
end $function$;
grant execute on function window_occupies_what_it_announces() to public;
