import assert from 'node:assert/strict'
import { importTasks } from '#features/imports/index.ts'
import type { Id } from '#kernel/ids.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { planted, plantedCpr, plantPerson } from '#tests/cast/plant-person.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import type { World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'
import type { Moments } from './planted-by-category.ts'

export type TouchedScene = {
  readonly cast: Cast
  readonly personId: Id<'person'>
  /** What stands for the parameters of a URL: in an open case, and in one that is closed. */
  readonly params: readonly Scene['params'][]
}

/** One person with an open case and a closed one at Bakken, of whom something of every category is told. */
export async function setTouchedScene(world: World, moments: Moments): Promise<TouchedScene> {
  const cast = await settle(world)
  const { caseIds } = await plantPerson(world, cast)
  const closed = await idOf(world, `select id from cases where case_number = 'PLANTET-SAG-31' and id = any ($1)`, [
    caseIds,
  ])
  const { phone, email, complaint, bodyPart, onset } = planted
  const options = {
    contact: { phone: `+45${phone}`, email } as never,
    details: { complaint, 'body-part': bodyPart, onset },
    consent: { consentedOn: moments.consentedOn, means: 'oral' },
  } as const
  const scene = await setScene(world, { cast, person: { cpr: plantedCpr(), name: planted.name }, options })
  const peter = await world.browser({ userId: cast.peter.userId })
  await peter.get(`/clinic/cases/${scene.params['caseId']}`)
  await peter.postAndFollow(`/clinic/cases/${scene.params['caseId']}/notes`, { text: planted.note })
  await world.sql(
    `with logged as (select append_audit_event('scene', '{}', null, null, null))
     insert into session_uses (approval_id, ordinal, appointment_id) select id, 1, $2 from approvals, logged where case_id = $1`,
    [scene.params['caseId'], scene.params['appointmentId']],
  )
  await world.sql(
    `insert into user_passkeys (user_id, credential_id, name, public_key, counter, transports) values ($1, 'c', 'Plantet adgangsnøgle', '', 0, '{}')`,
    [cast.mette.userId],
  )
  await writeMoments(world, moments)
  const params = await paramsOfClosed(world, scene, closed)
  const imports = [await checkedImport(world, cast, { postnummer: 'x' }), await checkedImport(world, cast)]
  return { cast, personId: scene.ana, params: [scene.params, ...imports.map((importId) => ({ ...params, importId }))] }
}

/** A file of the insurer's about the person, as it stands when it has been checked: with a fault, or ready to be imported. */
async function checkedImport(world: World, { mette }: Cast, change: Readonly<Record<string, string>> = {}) {
  const { cpr, name: navn, phone: telefon, email, complaint: gener } = planted
  const row = fileRow(world.clock, 3, { cpr, navn, telefon, email, gener, ...change })
  const browser = await world.browser({ userId: mette.userId })
  const importId = (await browser.post('/imports', { file: csv(fileOf([row])) })).location?.split('/').at(-1) ?? ''
  const tasks = importTasks(workerServices(world), openGate(referralPolicy))
  await tasks['check-import']?.({ importId }, { attempt: 1 })
  return importId
}

/** What the database dates itself gets the moments by hand, past the triggers that keep such rows as they are. */
async function writeMoments(world: World, { visitsAt, consentedOn, disclosedAt }: Moments) {
  const past = async (table: string, change: string, values: readonly unknown[]) => {
    await world.sql(`alter table ${table} disable trigger user`)
    await world.sql(`update ${table} set ${change}`, values)
    await world.sql(`alter table ${table} enable trigger user`)
  }
  await past('consent_marks', 'consented_on = $1', [consentedOn])
  await past('disclosures', 'disclosed_at = $1', [disclosedAt])
  await past(
    'appointments',
    `starts_at = $1::timestamptz + rank * interval '1 week', ends_at = $1::timestamptz + rank * interval '1 week' + interval '45 minutes'
     from (select id as of, row_number() over (order by is_over, id) - 1 as rank from (select id, exists (select from appointment_cancellations x
       where x.appointment_id = a.id) as is_over from appointments a) every) r where of = id`,
    [visitsAt],
  )
  await past('holds', `starts_at = $1, ends_at = $1::timestamptz + interval '45 minutes'`, [visitsAt])
}

async function paramsOfClosed(world: World, { params }: Scene, caseId: string): Promise<Scene['params']> {
  await world.sql(
    `insert into journal_handovers (case_id, clinic_id, offered_at) select case_id, clinic_id, now() from course_closures where case_id = $1`,
    [caseId],
  )
  const of = (table: string) => idOf(world, `select id from ${table} where case_id = $1 limit 1`, [caseId])
  return {
    ...params,
    caseId,
    appointmentId: await of('appointments'),
    attachmentId: await of('attachments'),
    requestId: await of('session_requests'),
    rightsRequestId: await of('rights_requests'),
    right: 'rectification',
    version: '1',
  }
}

async function idOf(world: World, text: string, values: readonly unknown[] = []): Promise<string> {
  const [row] = await world.sql<{ id: string }>(text, values)
  return row?.id ?? assert.fail(`nothing for ${text}`)
}
