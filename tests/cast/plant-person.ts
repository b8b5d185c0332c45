import assert from 'node:assert/strict'
import { importTasks } from '#features/imports/index.ts'
import { type Cpr, readCpr } from '#kernel/cpr.ts'
import type { Id } from '#kernel/ids.ts'
import { blindIndex } from '#platform/crypto/blind-index.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { appointmentFor, timesAt } from '#tests/cast/booking.ts'
import type { Cast } from '#tests/cast/cast.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { caseBody, machineOf, tokenFor } from '#tests/cast/machine.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import type { World } from '#tests/harness/world.ts'

/** What is told of one person, by where it is told. Each stands nowhere else. */
export const planted = {
  cpr: '110777-1234',
  cprDigits: '1107771234',
  name: 'Xaverine Plantekær',
  phone: '29471836',
  email: 'xaverine@planted.example',
  complaint: 'plantet-gene-7f3a1c',
  bodyPart: 'plantet-legemsdel-88d2',
  onset: 'plantet-begyndelse-5b90',
  diagnosis: 'plantet-diagnose-c1aa',
  attachment: 'plantet-bilag-e4f7',
  fileName: 'plantet-filnavn-0d2b',
  note: 'plantet-notat-93be',
  reason: 'plantet-begrundelse-26c4',
  answer: 'plantet-svar-a8f1',
  summary: 'plantet-opsummering-4e77',
  cancellation: 'plantet-afbud-d05c',
  objection: 'plantet-indsigelse-71e6',
  proposal: 'plantet-rettelse-3c09',
} as const

/** What an insurer chose and nobody seals: kept readable, and gone with the case. */
export const plantedNumbers = { case: 'PLANTET-SAG-31', api: 'PLANTET-API-32', key: 'plantet-noegle-33' } as const

export type PlantedPerson = { readonly personId: Id<'person'>; readonly caseIds: readonly Id<'case'>[] }

const pdf = Buffer.from(
  `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Note (${planted.attachment}) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
)

/** One person, told of everywhere that the product takes something in: by an insurer, a clinic, a machine, a file, and themselves. */
export async function plantPerson(world: World, cast: Cast): Promise<PlantedPerson> {
  await openByHand(world, cast)
  const [first] = await world.sql<Told>('select id, person_id from cases where case_number = $1', [plantedNumbers.case])
  assert.ok(first)
  const whose = { caseId: first.id, personId: first.person_id }
  await attach(world, cast, whose.caseId)
  await bookAndCallOff(world, cast, whose)
  await tellAtTheClinic(world, cast, whose.caseId)
  await tellAnAuthority(world, cast, whose.caseId)
  await askForACorrection(world, whose)
  await openByMachine(world, cast)
  await bringInAFile(world, cast)
  await parkAMessage(world, whose.personId)
  const cases = await world.sql<Told>('select id, person_id from cases where person_id = $1', [whose.personId])
  assert.equal(cases.length, 2)
  return { personId: whose.personId, caseIds: cases.map(({ id }) => id) }
}

type Told = { id: Id<'case'>; person_id: Id<'person'> }

const today = (world: World) => world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()

async function openByHand(world: World, cast: Cast): Promise<void> {
  const mette = await world.browser({ userId: cast.mette.userId })
  await mette.postAndFollow('/cases?treatment=physiotherapy', {
    caseNumber: plantedNumbers.case,
    cpr: planted.cpr,
    name: planted.name,
    phone: planted.phone,
    email: planted.email,
    complaint: planted.complaint,
    'body-part': planted.bodyPart,
    onset: planted.onset,
    diagnosis: planted.diagnosis,
    sessions: '6',
    validFrom: today(world).toString(),
    validUntil: today(world).add({ months: 3 }).toString(),
    clinicChoice: 'named',
    clinics: cast.bakken.id as string,
    consent: 'yes',
    consentedOn: today(world).toString(),
    means: 'oral',
  })
}

async function attach(world: World, cast: Cast, caseId: Id<'case'>): Promise<void> {
  const mette = await world.browser({ userId: cast.mette.userId })
  await mette.postAndFollow(`/cases/${caseId}/attachments`, { attachments: new File([pdf], `${planted.fileName}.pdf`) })
}

async function bookAndCallOff(world: World, cast: Cast, whose: { caseId: Id<'case'>; personId: Id<'person'> }) {
  const [first, second] = await timesAt(world, cast.bakken, 2)
  assert.ok(first && second)
  const id = await appointmentFor(world, whose, first)
  const browser = await world.browser({ personId: whose.personId })
  await browser.get(`/my/appointments/${id}/cancellation`)
  await browser.postAndFollow(`/my/appointments/${id}/cancellation`, { reason: 'ill', note: planted.cancellation })
}

async function tellAtTheClinic(world: World, cast: Cast, caseId: Id<'case'>): Promise<void> {
  const path = `/clinic/cases/${caseId}`
  const peter = await world.browser({ userId: cast.peter.userId })
  await peter.get(path)
  await peter.postAndFollow(`${path}/notes`, { text: planted.note })
  await peter.postAndFollow(`${path}/session-request`, { sessions: '2', reason: planted.reason })
  const mette = await world.browser({ userId: cast.mette.userId })
  const [request] = await world.sql<{ id: string }>('select id from session_requests where case_id = $1', [caseId])
  await mette.get(`/session-requests/${request?.id}`)
  await mette.postAndFollow(`/session-requests/${request?.id}/answer`, { decision: 'refuse', refusal: planted.answer })
  await peter.get(`${path}/closure`)
  await peter.postAndFollow(`${path}/closure`, { outcome: 'improved', summary: planted.summary })
}

async function askForACorrection(world: World, { caseId, personId }: { caseId: Id<'case'>; personId: Id<'person'> }) {
  const browser = await world.browser({ personId })
  const path = routes.my.rights.create.href({ right: 'rectification' })
  await browser.get(routes.my.rights.form.href({ right: 'rectification' }))
  const said = { field: 'complaint', text: planted.objection, proposal: planted.proposal }
  await browser.postAndFollow(path, { about: caseId, ...said })
}

async function tellAnAuthority(world: World, cast: Cast, caseId: Id<'case'>): Promise<void> {
  const birthe = await world.browser({ userId: cast.birthe.userId })
  const path = routes.case.authorities
  await birthe.get(path.form.href({ caseId }))
  const said = { law: 'data-protection-supervision', authority: 'Datatilsynet', reason: 'Tilsyn', checked: 'yes' }
  await birthe.postAndFollow(path.create.href({ caseId }), { ...said, fields: ['contact', 'cpr', 'referral'] })
}

async function openByMachine(world: World, cast: Cast): Promise<void> {
  const { cpr, name, phone, email } = planted
  const body = caseBody({ caseNumber: plantedNumbers.api, patient: { cpr, name, phone, email, postcode: '8000' } })
  const call = { token: await tokenFor(world, cast.mette), body, headers: { 'idempotency-key': plantedNumbers.key } }
  const reply = await machineOf(world)('POST', '/api/cases', call)
  assert.equal(reply.status, 201, reply.text)
}

/** A file with a fault in another row: it waits, sealed, to be mended. */
async function bringInAFile(world: World, cast: Cast): Promise<void> {
  const { cpr, name: navn, phone: telefon, email, complaint: gener } = planted
  const rows = [
    fileRow(world.clock, 1, { cpr, navn, telefon, email, gener }),
    fileRow(world.clock, 2, { postnummer: 'x' }),
  ]
  const mette = await world.browser({ userId: cast.mette.userId })
  const answer = await mette.post('/imports', { file: csv(fileOf(rows)) })
  const importId = answer.location?.split('/').at(-1)
  const tasks = importTasks(workerServices(world), openGate(referralPolicy))
  await tasks['check-import']?.({ importId }, { attempt: 1 })
}

/** A message whose mail server quoted the address when it refused it for the last time. */
async function parkAMessage(world: World, personId: Id<'person'>): Promise<void> {
  const parked = await world.sql(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = $1
     where payload->>'notificationId' in (select id::text from notifications where person_id = $2) returning id`,
    [`550 5.1.1 <${planted.email}> no such mailbox`, personId],
  )
  assert.ok(parked.length > 0)
}

export const plantedCpr = (): Cpr => {
  const read = readCpr(planted.cpr)
  return read.ok ? read.value : assert.fail('the planted CPR is none')
}

export const plantedCprIndex = (world: World): Buffer =>
  blindIndex(world.services.keyring, 'person.cpr', planted.cprDigits)
