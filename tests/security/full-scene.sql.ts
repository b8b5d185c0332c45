import { newToken } from '#platform/crypto/tokens.ts'
import type { World } from '#tests/harness/world.ts'
import type { Scene } from '#tests/routes-by-actor/scene.ts'

/** Adds to the scene a row of everything that it leaves empty, so that no table of the matrix is blind. All of it is about Ana and Nordlys' staff. */
export async function fillEveryTable(world: World, { cast, ana, bo, params }: Scene): Promise<void> {
  const { caseId, appointmentId, requestId, clientId, importId, leadId, holdId } = params
  const [mette, lone, nordlys, bakken] = [cast.mette.userId, cast.lone.userId, cast.nordlys.id, cast.bakken.id]
  const add = (text: string, ...values: readonly unknown[]) =>
    world.sql(
      `with made as (${text} returning 1) select append_audit_event('scene', '{}', null, null, null) from made`,
      values,
    )
  const hash = () => newToken().hash
  const sealed = Buffer.from('00000001', 'hex')

  await add(
    `insert into attachments (id, case_id, person_id, kind, name_sealed, content_sealed, size_bytes, uploaded_by_organisation)
    values (gen_random_uuid(), $1, $2, 'pdf', $3, $3, 4, $4)`,
    caseId,
    ana,
    sealed,
    nordlys,
  )
  await add(
    `insert into course_notes (id, clinic_id, case_id, person_id, text_sealed) values (gen_random_uuid(), $1, $2, $3, $4)`,
    bakken,
    caseId,
    ana,
    sealed,
  )
  await add(
    `insert into course_closures (case_id, clinic_id, person_id, outcome) values ($1, $2, $3, 'improved')`,
    caseId,
    bakken,
    ana,
  )
  await add(`insert into session_answers (request_id, refusal_sealed) values ($1, $2)`, requestId, sealed)
  await add(
    `insert into session_uses (approval_id, ordinal, appointment_id) select id, 1, $2 from approvals where case_id = $1 limit 1`,
    caseId,
    appointmentId,
  )
  await add(`insert into appointment_attendance (appointment_id, state) values ($1, 'arrived')`, appointmentId)
  await cancelOne(add, params)
  await add(
    `insert into occupancies (kind, resource_id, organisation_id, span, appointment_id)
    select kind, resource, clinic_id, tstzrange(starts_at, ends_at), id from appointments a
    cross join lateral (values ('patient', a.person_id), ('practitioner', a.practitioner_id), ('room', a.room_id)) taken (kind, resource) where a.id = $1`,
    appointmentId,
  )
  await add(
    `insert into occupancies (kind, resource_id, organisation_id, span, hold_id, expires_at)
    select 'patient', person_id, clinic_id, tstzrange(starts_at, ends_at), id, expires_at from holds where id = $1`,
    holdId,
  )
  await add(
    `insert into notifications (id, case_id, person_id, template, channel) values (gen_random_uuid(), $1, $2, 'booked', 'mail')`,
    caseId,
    ana,
  )
  await add(
    `insert into notifications (id, organisation_id, template, channel) values (gen_random_uuid(), $1, 'session-request', 'mail')`,
    nordlys,
  )
  await add(`insert into user_passwords (user_id, phc) values ($1, 'x')`, mette)
  await add(`insert into user_totp (user_id, secret_sealed) values ($1, $2)`, mette, sealed)
  await add(
    `insert into user_passkeys (credential_id, user_id, name, public_key, counter) values ('c', $1, 'Nøgle', $2, 0)`,
    mette,
    sealed,
  )
  await add(`insert into user_recovery_codes (user_id, hash) values ($1, 'x')`, mette)
  await add(`insert into user_removals (user_id, removed_by) values ($1, $2)`, cast.ali.userId, mette)
  await add(
    `insert into password_resets (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    hash(),
    mette,
  )
  await add(
    `insert into eid_attempts (state_hash, attempt_sealed, expires_at) values ($1, $2, now() + interval '1 hour')`,
    hash(),
    sealed,
  )
  for (const [user, person] of [
    [mette, null],
    [null, ana],
    [null, bo],
  ])
    await add(
      `insert into web_sessions (token_hash, kind, user_id, person_id, csrf_secret, ends_at, idle_minutes)
      values ($1, $2, $3, $4, 'x', now() + interval '1 hour', 60)`,
      hash(),
      user ? 'staff' : 'patient',
      user,
      person,
    )
  await add(
    `insert into api_tokens (token_hash, client_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    hash(),
    clientId,
  )
  await add(
    `insert into idempotency_keys (organisation_id, key, request_hash, status, case_id) values ($1, 'k', $2, 201, $3)`,
    nordlys,
    hash(),
    caseId,
  )
  await add(
    `insert into case_import_files (import_id, insurer_id, content_sealed, erase_at) values ($1, $2, $3, now() + interval '1 day')`,
    importId,
    nordlys,
    sealed,
  )
  await add(
    `insert into case_import_errors (import_id, insurer_id, row_number, column_key, problem) values ($1, $2, 2, 'cpr', 'cpr')`,
    importId,
    nordlys,
  )
  await add(
    `insert into lead_answers (lead_id, text_sealed, answered_by, answered_at, erase_on) values ($1, $2, $3, now(), current_date + 30)`,
    leadId,
    sealed,
    cast.omar.userId,
  )
  await add(
    `insert into retention_instructions (id, organisation_id, months, given_by) values (gen_random_uuid(), $1, 3, $2)`,
    nordlys,
    mette,
  )
  await add(
    `insert into erasure_orders (id, organisation_id, reason, ordered_by, carried_out_at) values (gen_random_uuid(), $1, 'mistake', $2, now())`,
    nordlys,
    mette,
  )
  await add(`insert into retention_runs (id, started_at) values (gen_random_uuid(), now())`)
  await add(
    `insert into erasures (case_id, person_id, because) values (gen_random_uuid(), gen_random_uuid(), 'request')`,
  )
  await add(
    `insert into journal_handovers (case_id, clinic_id, received_by) values ($1, $2, $3)`,
    caseId,
    cast.fjorden.id,
    lone,
  )
  await add(
    `insert into journal_enclosures (case_id, clinic_id, person_id, field, content_sealed, entered_at) values ($1, $2, $3, 'complaint', $4, now())`,
    caseId,
    cast.fjorden.id,
    ana,
    sealed,
  )
  await add(
    `insert into referral_erasures (entry, case_id, details, attachments) values (gen_random_uuid(), $1, 1, 0)`,
    caseId,
  )
  await add(`insert into counted_days (day) values (current_date - 1)`)
  await add(`insert into day_counts (day, figure, subject, count) values (current_date - 1, 'consent-given', '', 1)`)
  await add(`insert into audit_statements (stated_at, because, links) values (now(), 'nightly', 1)`)
  await add(`insert into audit_checks (checked_at, links, findings, heads) values (now(), 1, 0, '[]')`)
  await add(`insert into log_sweeps (swept_at, files_erased, files_kept) values (now(), 1, 1)`)
  await add(
    `insert into cookie_choice_texts (hash, site, version, language, shown, first_answered_at) values (repeat('a', 64), 'referral', '1', 'da', '{}', now())`,
  )
  await add(`insert into cookie_choices (id, consent_id, site, text_hash, accepted, refused, means, chosen_at)
    values (gen_random_uuid(), gen_random_uuid(), 'referral', repeat('a', 64), '{}', '{statistics}', 'banner', now())`)
  await add(`insert into restores (backup_taken_at, replayed_at, erasures_replayed) values (now(), now(), 0)`)
  await add(`insert into retired_epochs (epoch) values (99)`)
  await askForARight(add, { caseId, ana, controller: nordlys, told: bakken })
  await askDirectly(add, mette, nordlys)
}

type Add = (text: string, ...values: readonly unknown[]) => Promise<unknown>

/** An earlier time that was called off with a note. */
async function cancelOne(add: Add, { appointmentId }: Scene['params']) {
  const id = crypto.randomUUID()
  await add(
    `insert into appointments (id, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id, starts_at, ends_at, root_id, booked_by_kind)
    select $2, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id, starts_at - interval '1 day', ends_at - interval '1 day', $2, 'patient'
    from appointments where id = $1`,
    appointmentId,
    id,
  )
  await add(
    `insert into appointment_cancellations (appointment_id, reason, cancelled_by_kind, session_given_back) values ($1, 'ill', 'patient', true)`,
    id,
  )
  await add(
    `insert into cancellation_notes (appointment_id, note_sealed) values ($1, $2)`,
    id,
    Buffer.from('00000001', 'hex'),
  )
}

async function askForARight(
  add: Add,
  { caseId, ana, controller, told }: { caseId: string | undefined; ana: string; controller: string; told: string },
) {
  const id = crypto.randomUUID()
  await add(
    `insert into rights_requests (id, person_id, case_id, controller_id, "right") values ($1, $2, $3, $4, 'access')`,
    id,
    ana,
    caseId,
    controller,
  )
  await add(`insert into rights_identity_checks (request_id, means) values ($1, 'eid')`, id)
  await add(`insert into rights_request_states (request_id, state, by_kind) values ($1, 'received', 'patient')`, id)
  await add(`insert into rights_notices (request_id, recipient_id) values ($1, $2)`, id, told)
  await add(
    `insert into authority_notices (id, request_id, authority, disclosed_at) values (gen_random_uuid(), $1, 'Københavns Politi', now())`,
    id,
  )
  // Lifted: one in force would hide the case from its clinic, and the matrix with it.
  await add(
    `insert into case_restrictions (id, case_id, request_id, because, ends_on, lifted_at) values (gen_random_uuid(), $1, $2, 'restriction', current_date, now())`,
    caseId,
    id,
  )
}

/** Mette asks her own house; what she asked is over, for a restriction in force would stop her everywhere. */
async function askDirectly(add: Add, asker: string, controller: string) {
  const id = crypto.randomUUID()
  const sealed = Buffer.from('00000001', 'hex')
  await add(`insert into rights_requests (id, controller_id, "right") values ($1, $2, 'restriction')`, id, controller)
  await add(
    `insert into direct_requests (request_id, asker, user_id, words_sealed, language, activity) values ($1, 'staff', $2, $3, 'da', 'access.users')`,
    id,
    asker,
    sealed,
  )
  await add(`insert into rights_identity_checks (request_id, means) values ($1, 'log-in')`, id)
  await add(`insert into rights_request_states (request_id, state, by_kind) values ($1, 'granted', 'staff')`, id)
  await add(
    `insert into direct_notes (id, request_id, state, text_sealed) values (gen_random_uuid(), $1, 'granted', $2)`,
    id,
    sealed,
  )
  await add(
    `insert into direct_restrictions (id, request_id, user_id, because, restricted_at, lifted_at) values (gen_random_uuid(), $1, $2, 'restriction', now(), now())`,
    id,
    asker,
  )
  await add(
    `insert into enquirer_links (id, email_index, email_sealed, language, asked_at) values (gen_random_uuid(), sha256('a'), $1, 'da', now())`,
    sealed,
  )
}
