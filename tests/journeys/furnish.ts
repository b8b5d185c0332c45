import assert from 'node:assert/strict'
import type { Id } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { routes } from '#src/routes.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { appointmentFor, holdAs, timesAt } from '#tests/cast/booking.ts'
import { type Cast, type Member, practitionersIn, settle } from '#tests/cast/cast.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { clientFor } from '#tests/cast/machine.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { placeHoldOn } from '#tests/cast/place-hold.ts'
import { Browser } from '#tests/harness/browser.ts'
import { marketingUrl, type World } from '#tests/harness/world.ts'

/** A world as it looks after some weeks of use, and what stands for each parameter of a URL in it. */
export type Furnished = {
  readonly cast: Cast
  readonly ana: Id<'person'>
  readonly params: Readonly<Record<string, string>>
}

/** Made through the product's own forms, so that every page has the contents that it would have in life. */
export async function furnish(world: World): Promise<Furnished> {
  const cast = await settle(world)
  await practitionersIn(world, cast.fjorden)('Frida Testersen', null)
  const course = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken, cast.fjorden] })
  await openCaseFor(world, cast.mette, cast.bo, { consent: null })
  const visits = await visitsOf(world, cast, course)
  const [mette, sara] = [await loggedIn(world, cast.mette), await loggedIn(world, cast.sara)]
  await attach(mette, course.caseId)
  await noteAndAsk(sara, course.caseId)
  await bringInFile(world, mette)
  await manage(world, cast)
  await ask(world, course)
  const one = (table: string) => idIn(world, table)
  const params = {
    ...course,
    ...visits,
    requestId: await one('session_requests'),
    attachmentId: await one('attachments'),
    importId: await one('case_imports'),
    leadId: await one('leads'),
    right: 'rectification',
    rightsRequestId: await one('rights_requests'),
    userId: cast.ali.userId,
    practitionerId: cast.peterAtWork,
    version: '1',
    token: await invite(world, cast),
    legalHoldId: await leaveHoldBehind(world, cast),
  }
  return { cast, ana: course.personId, params }
}

type Course = { readonly caseId: Id<'case'>; readonly personId: Id<'person'> }

const loggedIn = async (world: World, { userId }: Member): Promise<Browser> => {
  const browser = await world.browser({ userId })
  await browser.get('/account')
  return browser
}

/** One that is over, one that is booked, one that is held. */
async function visitsOf(world: World, cast: Cast, course: Course) {
  const times = await timesAt(world, cast.bakken)
  const appointmentId = await appointmentFor(world, course, times[0]!)
  const startsAt = world.clock.now().subtract({ hours: 1 })
  const at = { practitionerId: cast.peterAtWork, roomId: cast.room, startsAt }
  await bookVisit(world, { caseId: course.caseId, ...at })
  const held = await holdAs(world, course, times.at(-1)!)
  if (held.kind !== 'held') throw new Error(`Not held: ${held.reason}`)
  return { appointmentId, holdId: held.holdId }
}

async function attach(mette: Browser, caseId: string) {
  const pdf = new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'], 'epikrise.pdf', { type: 'application/pdf' })
  await mette.postAndFollow(`/cases/${caseId}/attachments`, { attachments: pdf })
}

async function noteAndAsk(sara: Browser, caseId: string) {
  await sara.postAndFollow(`/clinic/cases/${caseId}/notes`, { text: 'God fremgang.\nØvelser derhjemme.' })
  const asked = { sessions: '3', reason: 'Fremgang, men ikke i mål' }
  await sara.postAndFollow(`/clinic/cases/${caseId}/session-request`, asked)
}

async function bringInFile(world: World, mette: Browser) {
  const wrong = { cpr: '0000000000', telefon: '12' }
  const rows = [1, 2, 3].map((number) => fileRow(world.clock, number, number === 2 ? wrong : {}))
  await mette.postAndFollow('/imports', { file: csv(fileOf(rows)) })
}

/** What administrators and visitors leave behind them. */
async function manage(world: World, cast: Cast) {
  const birthe = await loggedIn(world, cast.birthe)
  await birthe.postAndFollow('/organisation/invitations', {
    name: 'Nadia Nyansat',
    email: 'nadia@nordlys.example',
    roles: ['case-handler'],
  })
  await clientFor(world, cast.birthe)
  const visitor = new Browser(world.fetch, marketingUrl)
  await visitor.get('/contact')
  await visitor.postAndFollow('/contact', {
    name: 'Karen Interesseret',
    company: 'Solsikke Pension',
    phone: '12345678',
    email: 'karen@solsikke.example',
    message: 'Vi vil gerne høre mere om jeres løsning.',
  })
}

/** The patient uses a right. */
async function ask(world: World, { personId }: Course) {
  const ana = await world.browser({ personId })
  await ana.get('/my/rights')
  await ana.postAndFollow('/my/rights/new/access', { about: 'all' })
}

/** An insurer that holds a case, and whose agreement ends. */
async function leaveHoldBehind(world: World, cast: Cast): Promise<string> {
  const { id: organisationId } = cast.havblik
  await world.sql(`insert into user_roles (organisation_id, user_id, role) values ($1, $2, 'administrator')`, [
    organisationId,
    cast.jonas.userId,
  ])
  const whose = await openCaseFor(world, cast.jonas, cast.bo)
  const holdId = await placeHoldOn(world, cast.jonas, whose, { reason: 'complaint', why: 'Ankenævnet, j.nr. 7' })
  const omar = await loggedIn(world, cast.omar)
  const lastDay = dayOf(world.clock.now()).toString()
  const ended = await omar.post(routes.operator.organisation.ending.create.href({ organisationId }), {
    lastDay,
    reason: 'closing',
  })
  assert.equal(ended.status, 303)
  return holdId
}

async function invite(world: World, cast: Cast): Promise<string> {
  const { token, hash } = newToken()
  await world.sql(
    `insert into invitations (id, token_hash, organisation_id, email, name, roles, expires_at)
     values (gen_random_uuid(), $1, $2, 'nils@nordlys.example', 'Nils Nyansat', '{case-handler}', now() + interval '1 day')`,
    [hash, cast.nordlys.id],
  )
  return token
}

async function idIn(world: World, table: string): Promise<string> {
  const [row] = await world.sql<{ id: string }>(`select id from ${table} limit 1`)
  assert.ok(row, `Nothing was made in ${table}`)
  return row.id
}
