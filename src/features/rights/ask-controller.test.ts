import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

type Sent = { right: string; field: string | null; controller: string; text_sealed: Buffer | null }

describe('a patient who uses a right', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const sentAbout = (caseId: string) =>
    world.sql<Sent>(
      `select r."right", r.field, o.name as controller, r.text_sealed from rights_requests r join organisations o on o.id = r.controller_id
       where r.case_id = $1 order by o.name`,
      [caseId],
    )
  const correction = { field: 'complaint', text: 'Det er ikke lænden', proposal: 'Ondt i nakken' }

  test('has an error passed on to the insurer that wrote it, and can follow it (R1.13, R2.7)', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const browser = await world.browser({ personId })
    const form = await browser.get(routes.my.rights.form.href({ right: 'rectification' }))
    assertAccessible(form.text)
    const path = routes.my.rights.create.href({ right: 'rectification' })
    const page = await browser.postAndFollow(path, { about: caseId, ...correction })
    assert.match(
      plain(page.text),
      /Anmodningen er sendt.*Få rettet en fejl: Gener Hvem svarer|Få rettet en fejl: Gener/,
    )
    assert.match(plain(page.text), /Svar senest \d+\. \w+/)
    const [sent, ...more] = await sentAbout(caseId)
    assert.equal(more.length, 0)
    assert.deepEqual([sent?.right, sent?.field, sent?.controller], ['rectification', 'complaint', 'Nordlys Sundhed'])
    assert.ok(!sent?.text_sealed?.toString().includes('lænden'))
  })

  test('is told to the controller by a mail that says nothing of the matter', async () => {
    const rows = await world.sql<{ template: string; organisation_id: string }>(
      `select template, organisation_id from notifications where template = 'rights-request'`,
    )
    assert.deepEqual(rows, [{ template: 'rights-request', organisation_id: cast.nordlys.id }])
  })

  test('has the log-in with eID recorded as the check of who asks (T3.1)', async () => {
    const checks = await world.sql<{ means: string; checked_by: string | null }>(
      'select means, checked_by from rights_identity_checks',
    )
    assert.deepEqual(checks, [{ means: 'eid', checked_by: null }])
  })

  test('asks for access at the insurer and at each clinic that had the case (T5.1)', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.jonas, cast.bo, { clinics: [cast.bakken] })
    const browser = await world.browser({ personId })
    await browser.postAndFollow(routes.my.rights.create.href({ right: 'access' }), { about: 'all' })
    assert.deepEqual(
      (await sentAbout(caseId)).map(({ controller }) => controller),
      ['Havblik Forsikring', 'Klinikken på Bakken'],
    )
  })

  test('has an objection freeze the case at once: the clinic loses sight, coming times are called off (T5.6)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await bookVisit(world, {
      caseId: whose.caseId,
      practitionerId: cast.peterAtWork,
      roomId: cast.room,
      startsAt: world.clock.now().add({ hours: 72 }),
    })
    const browser = await world.browser(whose)
    const [sara, seen] = [await world.browser(cast.sara), routes.clinic.case.href(whose)]
    assert.equal((await sara.get(seen)).status, 200)
    await browser.postAndFollow(routes.my.rights.create.href({ right: 'objection' }), {
      about: whose.caseId,
      text: 'Jeg kender en, der arbejder dér',
    })
    assert.equal((await sara.get(seen)).status, 404)
    const cancelled = await world.sql<{ reason: string }>(
      'select reason from appointment_cancellations x join appointments a on a.id = x.appointment_id where a.case_id = $1',
      [whose.caseId],
    )
    assert.deepEqual(cancelled, [{ reason: 'case-restricted' }])
    assert.equal((await browser.get(routes.my.times.href(whose))).status, 403)
    assert.equal((await browser.get(routes.my.case.href(whose))).status, 200)
  })

  test('is asked for what is missing, and keeps what was typed', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana)
    const browser = await world.browser({ personId })
    const path = routes.my.rights.create.href({ right: 'rectification' })
    const page = await browser.post(path, { about: caseId, field: 'complaint', text: 'Forkert' })
    assert.equal(page.status, 422)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Skriv, hvad der er rigtigt/)
    assert.match(page.text, /Forkert<\/textarea>/)
    const objection = await browser.post(routes.my.rights.create.href({ right: 'objection' }), { about: caseId })
    assert.match(plain(objection.text), /Skriv hvorfor/)
  })

  test('cannot ask about somebody else’s case, nor use a right that does not exist', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    const bo = await openCaseFor(world, cast.mette, cast.bo)
    const browser = await world.browser(bo)
    assert.equal(
      (await browser.post(routes.my.rights.create.href({ right: 'erasure' }), { about: caseId })).status,
      422,
    )
    assert.equal((await browser.get(routes.my.rights.form.href({ right: 'revenge' }))).status, 404)
  })

  test('holds the case against the nightly sweep while the request is open', async () => {
    const held = await world.sql<{ reason: string }>(
      'select distinct h.reason from legal_holds h join rights_requests r on r.id = h.id where h.lifted_at is null',
    )
    assert.deepEqual(held, [{ reason: 'open-request' }])
  })
})

describe('the database behind requests', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('refuses every step past received while nobody has checked who asks (T3.1)', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana)
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null))
       insert into rights_requests (id, person_id, case_id, controller_id, "right") select '01900000-0000-7000-8000-00000000000a', $1, $2, $3, 'access' from logged`,
      [personId, caseId, cast.nordlys.id],
    )
    const step = (state: string) =>
      world.sql(
        `with logged as (select append_audit_event('test', '{}', null, null, null))
         insert into rights_request_states (request_id, state, by_kind) select '01900000-0000-7000-8000-00000000000a', $1, 'staff' from logged`,
        [state],
      )
    await step('received')
    for (const state of ['identified', 'routed', 'extended', 'granted'])
      await assert.rejects(step(state), { constraint: 'no_progress_without_identity' }, state)
  })

  test('lets nobody write a request in another person’s name', async () => {
    const ana = await openCaseFor(world, cast.mette, cast.ana)
    const bo = await openCaseFor(world, cast.mette, cast.bo)
    const forged = world.request.transaction({ kind: 'patient', personId: bo.personId }, (tx) =>
      tx.run(sql`insert into rights_requests (id, person_id, case_id, controller_id, "right")
        values (gen_random_uuid(), ${ana.personId}, ${ana.caseId}, ${cast.nordlys.id}, 'access')`),
    )
    await assert.rejects(forged, { code: '42501' })
  })
})
