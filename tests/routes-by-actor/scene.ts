import type { Id } from '#kernel/ids.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { marketingRoutes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { type CaseOptions, openCaseFor } from '#tests/cast/open-case.ts'
import { placeHoldOn } from '#tests/cast/place-hold.ts'
import { plantWindow } from '#tests/cast/plant-window.ts'
import { Browser } from '#tests/harness/browser.ts'
import { marketingUrl, type World } from '#tests/harness/world.ts'

/** One of everything, all of it about Ana's case at Nordlys, disclosed to Bakken; Bo has a case of his own there, at Havblik. */
export type Scene = {
  readonly cast: Cast
  readonly ana: Id<'person'>
  readonly bo: Id<'person'>
  /** What stands for each parameter of a URL. */
  readonly params: Readonly<Record<string, string>>
}

/** For a scene of another than Ana, in a world that is settled already, with more told of the case. */
type Told = { readonly cast: Cast; readonly person: Cast['ana']; readonly options?: CaseOptions }

export async function setScene(world: World, told?: Told): Promise<Scene> {
  const cast = told?.cast ?? (await settle(world))
  const options = { ...told?.options, clinics: [cast.bakken] }
  const { caseId, personId: ana } = await openCaseFor(world, cast.mette, told?.person ?? cast.ana, options)
  const { personId: bo } = await openCaseFor(world, cast.jonas, cast.bo, { clinics: [cast.fjorden] })
  const row = (text: string, values: readonly unknown[]) => oneId(world, text, values)
  const appointmentId = await row(
    `insert into appointments (id, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id, starts_at, ends_at, root_id, booked_by_kind)
       select i, $1, $2, $3, $4, 'physiotherapy', $5, $6, now() + interval '9 days', now() + interval '9 days 45 minutes', i, 'patient'
       from gen_random_uuid() i returning id`,
    [cast.bakken.id, cast.nordlys.id, caseId, ana, cast.peterAtWork, cast.room],
  )
  const params = {
    caseId,
    appointmentId,
    holdId: await row(
      `insert into holds (id, person_id, case_id, clinic_id, practitioner_id, room_id, starts_at, ends_at, expires_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, now() + interval '3 days', now() + interval '3 days 45 minutes', now() + interval '1 hour') returning id`,
      [ana, caseId, cast.bakken.id, cast.peterAtWork, cast.room],
    ),
    requestId: await askForSessions(world, cast, caseId),
    attachmentId: '01900000-0000-7000-8000-000000000001',
    exceptionId: await row(
      `insert into opening_exceptions (id, organisation_id, practitioner_id, kind, on_date) values (gen_random_uuid(), $1, $2, 'closed', current_date + 30) returning id`,
      [cast.bakken.id, cast.peterAtWork],
    ),
    importId: await row(
      `insert into case_imports (id, insurer_id, uploaded_by, uploaded_at, state, rows_total, progressed_at) values (gen_random_uuid(), $1, $2, now(), 'checking', 1, now()) returning id`,
      [cast.nordlys.id, cast.mette.userId],
    ),
    invitationId: await row(
      `insert into invitations (id, token_hash, organisation_id, email, name, roles, expires_at) values (gen_random_uuid(), $1, $2, 'ny@nordlys.example', 'Ny', '{case-handler}', now() + interval '1 day') returning id`,
      [newToken().hash, cast.nordlys.id],
    ),
    clientId: await row(
      `insert into api_clients (id, organisation_id, name, secret_hash) values (gen_random_uuid(), $1, 'Sagssystem', $2) returning id`,
      [cast.nordlys.id, newToken().hash],
    ),
    leadId: await sendMessage(world),
    windowId: await plantWindow(world, cast.omar, { startsIn: { hours: 24 * 30 } }),
    legalHoldId: await placeHoldOn(world, cast.birthe, { caseId }),
    rightsRequestId: await askForAccess(world, { caseId, personId: ana }),
    disclosureId: await tellPolice(world, cast, caseId),
    noticeId: '01900000-0000-7000-8000-000000000002',
    right: 'access',
    userId: cast.ali.userId,
    organisationId: cast.havblik.id,
    practitionerId: cast.peterAtWork,
    job: '1',
    token: newToken().token,
    credentialId: 'credential',
  }
  return { cast, ana, bo, params }
}

async function askForSessions(world: World, cast: Cast, caseId: string): Promise<string> {
  const sara = await world.browser({ userId: cast.sara.userId })
  await sara.get(`/clinic/cases/${caseId}/session-request`)
  const answer = await sara.post(`/clinic/cases/${caseId}/session-request`, {
    sessions: '3',
    reason: 'Fremgang, men ikke i mål',
  })
  const [row] = await world.sql<{ id: string }>('select id from session_requests where case_id = $1', [caseId])
  if (!row) throw new Error(`No request was made: ${answer.status}`)
  return row.id
}

/** What Nordlys gave the police by a law. */
async function tellPolice(world: World, cast: Cast, caseId: string): Promise<string> {
  const birthe = await world.browser({ userId: cast.birthe.userId })
  await birthe.get(`/cases/${caseId}/authorities`)
  const told = { law: 'criminal-investigation', authority: 'Københavns Politi', fields: ['contact'] }
  const answer = await birthe.post(`/cases/${caseId}/authorities`, {
    ...told,
    reason: 'Efterforskning',
    checked: 'yes',
  })
  const [row] = await world.sql<{ id: string }>(`select id from disclosures where direction = 'to-authority'`)
  if (!row) throw new Error(`No authority was told: ${answer.status}`)
  return row.id
}

/** What a visitor of the public site wrote. */
async function sendMessage(world: World): Promise<string> {
  const visitor = new Browser(world.fetch, marketingUrl)
  const fields = { name: 'Ida Eksempelsen', company: 'Prøven', phone: '12345678', email: 'ida@proeve.example' }
  await visitor.get(marketingRoutes.contact.form.href({}))
  const answer = await visitor.post(marketingRoutes.contact.create.href({}), { ...fields, message: 'Hvad koster det?' })
  const [row] = await world.sql<{ id: string }>('select id from leads')
  if (!row) throw new Error(`No message arrived: ${answer.status}`)
  return row.id
}

/** The request that reaches Nordlys; the clinic gets one of its own, which the case's insurer does not see. */
async function askForAccess(world: World, whose: Parameters<typeof askAs>[1]): Promise<string> {
  const { 'Nordlys Sundhed': id = '' } = await askAs(world, whose, 'access')
  return id
}

/** Every row comes with an audit event, without which the sensitive ones would be refused. */
async function oneId(world: World, text: string, values: readonly unknown[]): Promise<string> {
  const logged = `logged as (select append_audit_event('scene', '{}', null, null, null))`
  const [row] = await world.sql<{ id: string }>(`with made as (${text}), ${logged} select id from made, logged`, values)
  if (!row) throw new Error(`The scene lacks what this makes: ${text.slice(0, 60)}`)
  return row.id
}
