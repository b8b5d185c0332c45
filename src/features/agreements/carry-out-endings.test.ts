import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sweepCases } from '#features/retention/sweep-cases.ts'
import { dayOf, startOfDay, type Temporal } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { askAs } from '#tests/cast/ask.ts'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, type Organisation, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { columnsWith, writingsOf } from '#tests/harness/search-everywhere.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { carryOutEndings } from './carry-out-endings.ts'

const gate = openGate(referralPolicy)

describe('carrying out the end of an agreement', () => {
  let world: World
  let cast: Cast
  const people = crowd(12)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const today = () => dayOf(world.clock.now())
  const run = (at: Temporal.Instant = world.clock.now()) =>
    carryOutEndings(workerServices(world, { now: () => at }), gate)
  const end = async ({ id }: Organisation, lastDay = today()) =>
    (await world.browser(cast.omar)).post(`/operator/organisations/${id}/ending`, {
      lastDay: lastDay.toString(),
      reason: 'closing',
    })
  const pageOf = async ({ id }: Organisation) =>
    plain((await (await world.browser(cast.omar)).get(`/operator/organisations/${id}`)).text)
  const stepsOf = async ({ id }: Organisation) =>
    (await world.sql<{ step: string }>('select step from agreement_steps where organisation_id = $1', [id])).map(
      ({ step }) => step,
    )
  const told = async (caseId: string) =>
    (
      await world.sql<{ template: string }>('select distinct template from notifications where case_id = $1', [caseId])
    ).map(({ template }) => template)
  const booked = async (clinic: Organisation, handler = cast.mette) => {
    const whose = await openCaseFor(world, handler, people.pop()!, { clinics: [clinic] })
    const [time] = await timesAt(world, clinic, 1)
    return { ...whose, appointmentId: await appointmentFor(world, whose, time!) }
  }

  test('waits for the end of the last day, and makes up for nights when nothing ran (R1.11)', async () => {
    await end(cast.havblik, today().add({ days: 2 }))
    assert.equal(await run(startOfDay(today().add({ days: 2 })).add({ hours: 20 })), 0)
    assert.equal((await world.sql('select from agreement_effects')).length, 0)
    assert.equal(await run(startOfDay(today().add({ days: 9 }))), 1)
    const [effect] = await world.sql<{ organisation_id: string }>('select organisation_id from agreement_effects')
    assert.equal(effect?.organisation_id, cast.havblik.id)
    await assert.rejects(world.browser(cast.jonas), { constraint: 'no_log_in_after_the_agreement' })
  })

  test('calls a clinic’s coming visits off, gives the sessions back and tells patient and insurer (R1.11)', async () => {
    const { caseId, personId, appointmentId } = await booked(cast.bakken)
    const elsewhere = await openCaseFor(world, cast.mette, people.pop()!)
    const peter = await world.browser(cast.peter)
    await peter.get(`/clinic/cases/${caseId}`)
    await peter.postAndFollow(`/clinic/cases/${caseId}/notes`, { text: 'Plantet-Journal' })
    await askAs(world, { caseId, personId }, 'access')
    await end(cast.bakken)
    await run()
    const [gone] = await world.sql(
      'select reason, cancelled_by_kind, session_given_back from appointment_cancellations where appointment_id = $1',
      [appointmentId],
    )
    assert.deepEqual(gone, { reason: 'clinic-left', cancelled_by_kind: 'operator', session_given_back: true })
    assert.deepEqual(await world.sql('select from session_uses where appointment_id = $1', [appointmentId]), [])
    assert.deepEqual(await world.sql('select from occupancies where appointment_id = $1', [appointmentId]), [])
    assert.ok((await told(caseId)).includes('clinic-left'))
    const ana = await world.browser({ personId })
    assert.match(
      plain((await ana.get(`/my/cases/${caseId}`)).text),
      /Klinikken på Bakken bruger ikke længere Klinikbro.*ring til dit forsikringsselskab/,
    )
    assert.match(
      plain((await ana.get(`/my/appointments/${appointmentId}`)).text),
      /fordi klinikken ikke længere bruger Klinikbro/,
    )
    const insurer = await world.sql(
      `select from notifications where template = 'clinic-left' and organisation_id = $1`,
      [cast.nordlys.id],
    )
    assert.equal(insurer.length, 1, 'the insurer is told once, however many cases it gave')
    assert.deepEqual(await told(elsewhere.caseId), ['case-opened'])
  })

  test('leaves a clinic’s administrator in for the hand-over and the open request, and for nothing else (R1.11, R1.10)', async () => {
    assert.deepEqual(await stepsOf(cast.bakken), ['told', 'visits-called-off'])
    assert.match(await pageOf(cast.bakken), /1 journal, som klinikken ikke har hentet, til/)
    await assert.rejects(world.browser(cast.sara), { constraint: 'no_log_in_after_the_agreement' })
    await assert.rejects(world.browser(cast.peter), { constraint: 'no_log_in_after_the_agreement' })
    const lone = await world.browser(cast.lone)
    assert.equal((await lone.get('/')).location, '/clinic/handovers')
    for (const path of ['/organisation/users', '/clinic/calendar', '/clinic/practitioners', '/organisation/retention'])
      assert.equal((await lone.get(path)).status, 403, path)
    const [{ case_id: caseId } = { case_id: '' }] = await world.sql<{ case_id: string }>(
      'select case_id from journal_handovers',
    )
    assert.equal((await lone.get(`/clinic/cases/${caseId}`)).status, 404)
    assert.match((await lone.get(`/clinic/handovers/${caseId}/journal`)).text, /Plantet-Journal.*|Peter Testersen/)
    const early = world.sql('select erase_business_contacts($1, current_date)', [cast.bakken.id])
    await assert.rejects(early, { constraint: 'contacts_stay_for_the_handover' })
  })

  test('erases who worked there once the journal is taken over and the request answered, and leaves nothing of them to find (R1.11)', async () => {
    const names = [
      'Sara Skranke',
      'Peter Testersen',
      'Lone Leder',
      'Sofie Testersen',
      'CBDJ6',
      cast.lone.email,
      cast.peter.email,
    ]
    const written = names.flatMap(writingsOf)
    assert.ok((await columnsWith(world.database.ownerUrl, written)).length > 0)
    const lone = await world.browser(cast.lone)
    const [{ case_id: caseId } = { case_id: '' }] = await world.sql<{ case_id: string }>(
      'select case_id from journal_handovers',
    )
    await lone.get('/clinic/handovers')
    await lone.postAndFollow(`/clinic/handovers/${caseId}/receipt`)
    assert.equal(await run(), 0, 'a request is still open')
    const [request] = await world.sql<{ id: string }>('select id from rights_requests where controller_id = $1', [
      cast.bakken.id,
    ])
    await lone.get(`/rights/${request?.id}`)
    await world.sql(
      `with answered as (insert into rights_request_states (request_id, state, by_kind, by_user) values ($1, 'granted', 'staff', $2))
       select append_audit_event('test', '{}', null, null, null)`,
      [request?.id, cast.lone.userId],
    )
    assert.equal(await run(), 1)
    assert.deepEqual(await columnsWith(world.database.ownerUrl, written), [])
    assert.deepEqual(await stepsOf(cast.bakken), ['told', 'visits-called-off', 'contacts-erased'])
    await assert.rejects(world.browser(cast.lone), { constraint: 'no_log_in_after_the_agreement' })
    const [note] = await world.sql<{ written_by: string }>('select written_by from course_notes')
    assert.equal(note?.written_by, cast.peter.userId, 'what was done stays, by an id that means nobody')
  })

  test('reports what was done, and what was kept until when because of what (R1.11)', async () => {
    const dorte = await world.browser(cast.dorte)
    const text = plain((await dorte.get('/operator/retention')).text)
    assert.match(text, /Aftale slut: Klinikken på Bakken.*3 brugere slettet; 2 behandlere gjort navnløs/)
    assert.match(
      text,
      /Aftale slut: Klinikken på Bakken.*1 kommende tid aflyst.*1 journal, som klinikken ikke har hentet, til \d\d/,
    )
  })

  test('closes an insurer’s cases, so that they are erased six months later (R1.11, R1.10, R2.9)', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, people.pop()!, {
      validUntil: today().add({ months: 12 }),
    })
    await end(cast.nordlys)
    await run()
    assert.ok((await told(caseId)).includes('insurer-left'))
    const ana = await world.browser({ personId })
    const page = plain((await ana.get(`/my/cases/${caseId}`)).text)
    assert.match(
      page,
      /Nordlys Sundhed bruger ikke længere Klinikbro, og din sag \(fysioterapi\) er lukket her.*ring til Nordlys Sundhed på/,
    )
    assert.doesNotMatch(page, /Find en tid/)
    const asked = await ana.post('/my/rights/new/erasure', { about: caseId })
    assert.equal(asked.status, 422)
    assert.match(plain(asked.text), /Den, der skal svare, bruger ikke længere Klinikbro/)
    const sweep = (months: number, days: number) =>
      sweepCases(workerServices(world, { now: () => startOfDay(today().add({ months }).add({ days })) }), gate)
    await sweep(6, -1)
    assert.equal((await world.sql('select from cases where id = $1', [caseId])).length, 1)
    await sweep(6, 3)
    assert.equal((await world.sql('select from cases where id = $1', [caseId])).length, 0)
  })

  test('keeps the company’s own address until no case names it, and then erases it (R1.11)', async () => {
    const [before] = await world.sql<{ email: string }>('select email from organisations where id = $1', [
      cast.havblik.id,
    ])
    assert.equal(before?.email, '', 'Havblik had no case')
    assert.ok((await stepsOf(cast.havblik)).includes('company-erased'))
    assert.match(await pageOf(cast.havblik), /E-mail slettet/)
  })

  test('can be asked for by no request: neither the erasure nor a visit called off', async () => {
    const actor = { kind: 'operator', userId: cast.omar.userId, organisationId: cast.operator.id } as const
    const { sql } = await import('#platform/db/sql.ts')
    const attempt = world.request.transaction(actor, (tx) =>
      tx.run(sql`select erase_business_contacts(${cast.fjorden.id}, current_date)`),
    )
    await assert.rejects(attempt, /permission denied/)
    const other = world.worker.transaction({ kind: 'system' }, (tx) =>
      tx.run(
        sql`insert into appointment_cancellations (appointment_id, reason, cancelled_by_kind, session_given_back) values (gen_random_uuid(), 'clinic-closed', 'clinic', true)`,
      ),
    )
    await assert.rejects(other, /row-level security/)
  })
})
