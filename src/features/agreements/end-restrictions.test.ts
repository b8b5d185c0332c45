import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sweepCases } from '#features/retention/sweep-cases.ts'
import { formats } from '#kernel/format.ts'
import { dayOf, startOfDay, type Temporal } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { crowd } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { carryOutEndings } from './carry-out-endings.ts'

const gate = openGate(referralPolicy)

describe('a restriction that nobody is left to lift', () => {
  let world: World
  let cast: Cast
  let whose: Awaited<ReturnType<typeof openCaseFor>>
  let elsewhere: Awaited<ReturnType<typeof openCaseFor>>
  let leftOn: Temporal.PlainDate
  const requests: Record<'granted' | 'open' | 'elsewhere', string> = { granted: '', open: '', elsewhere: '' }
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const [bo, ib] = crowd(2)
    whose = await openCaseFor(world, cast.mette, bo!)
    elsewhere = await openCaseFor(world, cast.jonas, ib!)
    requests.granted = await askToRestrict(whose, 'restriction')
    requests.open = await askToRestrict(whose, 'objection')
    requests.elsewhere = await askToRestrict(elsewhere, 'restriction')
    const mette = await world.browser(cast.mette)
    const path = routes.rights.answer.href({ rightsRequestId: requests.granted })
    assert.equal((await mette.post(path, { decision: 'grant', note: 'Sagen bliver kun gemt.' })).status, 303)
    const jonas = await world.browser(cast.jonas)
    const theirs = routes.rights.answer.href({ rightsRequestId: requests.elsewhere })
    assert.equal((await jonas.post(theirs, { decision: 'grant', note: 'Sagen bliver kun gemt.' })).status, 303)
    leftOn = dayOf(world.clock.now())
    const ending = routes.operator.organisation.ending.create.href({ organisationId: cast.nordlys.id })
    const omar = await world.browser(cast.omar)
    assert.equal((await omar.post(ending, { lastDay: leftOn.toString(), reason: 'closing' })).status, 303)
  })
  after(() => world.close())

  const askToRestrict = async (of: typeof whose, right: 'restriction' | 'objection') => {
    const [id] = Object.values(await askAs(world, of, right, { text: 'Den er forkert' }))
    return id!
  }
  const on = (day: Temporal.PlainDate) => startOfDay(day).add({ hours: 20 })
  const run = (day: Temporal.PlainDate) => carryOutEndings(workerServices(world, { now: () => on(day) }), gate)
  const sweep = (day: Temporal.PlainDate) => sweepCases(workerServices(world, { now: () => on(day) }), gate)
  const inForce = async ({ caseId }: typeof whose) =>
    (await world.sql('select from case_restrictions where case_id = $1 and lifted_at is null', [caseId])).length
  const holding = async ({ caseId }: typeof whose) =>
    (
      await world.sql<{ reason: string }>(
        'select reason from legal_holds where case_id = $1 and lifted_at is null order by reason',
        [caseId],
      )
    ).map(({ reason }) => reason)
  const page = async (rightsRequestId: string) =>
    (await world.browser(whose)).get(routes.my.rights.show.href({ rightsRequestId }))

  test('is told of once, with the day on which it ends, three months ahead (R1.11, T5.4)', async () => {
    await run(leftOn)
    await run(leftOn.add({ days: 1 }))
    const told = await world.sql<{ case_id: string }>(
      `select case_id from notifications where template = 'restriction-ends' and channel = 'mail'`,
    )
    assert.deepEqual(new Set(told.map(({ case_id }) => case_id)), new Set([whose.caseId]))
    assert.equal(told.length, 2, 'one for each request')
    const shown = await page(requests.granted)
    assertAccessible(shown.text)
    const last = formats('da').dayMonth(leftOn.add({ months: 3 }).subtract({ days: 1 }))
    assert.match(
      plain(shown.text),
      new RegExp(`kun gemt til og med ${last}.*Nordlys Sundhed ikke længere.*Hent en kopi`),
    )
    const open = await page(requests.open)
    assertAccessible(open.text)
    assert.match(plain(open.text), /Nordlys Sundhed bruger ikke længere Klinikbro\. Skriv til dem selv/)
    assert.doesNotMatch(plain(open.text), /svarer senest/)
    const all = plain((await (await world.browser(whose)).get(routes.my.rights.overview.href({}))).text)
    assert.match(all, /Nordlys Sundhed Bruger ikke længere Klinikbro/)
    assert.doesNotMatch(all, /Svar senest/)
  })

  test('stands until that day, also against who writes past every page', async () => {
    await run(leftOn.add({ months: 3 }).subtract({ days: 1 }))
    assert.equal(await inForce(whose), 2)
    assert.ok((await holding(whose)).includes('restriction'))
    const early = world.sql(`update case_restrictions set lifted_at = $2 where request_id = $1`, [
      requests.granted,
      on(leftOn.add({ months: 2 })).toString(),
    ])
    await assert.rejects(early, { constraint: 'restriction_ends_by_itself_as_announced' })
    const untold = world.sql(`update case_restrictions set lifted_at = now() where request_id = $1`, [
      requests.elsewhere,
    ])
    await assert.rejects(untold, { constraint: 'restriction_ends_by_itself_as_announced' })
  })

  test('ends on that day, is told in the history of the request, and keeps the case from its end no longer (R1.10)', async () => {
    await run(leftOn.add({ months: 3 }))
    assert.equal(await inForce(whose), 0)
    await run(leftOn.add({ months: 3, days: 1 }))
    assert.deepEqual(await holding(whose), [], 'nor does the request that nobody will answer')
    assert.match(plain((await page(requests.granted)).text), /Begrænsningen er ophævet/)
    const [noted] = await world.sql<{ event: string }>(
      `select event from audit_events where case_id = $1 and action = 'agreement.carry-out' order by at desc limit 1`,
      [whose.caseId],
    )
    assert.equal(JSON.parse(noted!.event).object.type, 'rights-request')
    await sweep(leftOn.add({ months: 6, days: 2 }))
    assert.deepEqual(await world.sql('select from cases where id = $1', [whose.caseId]), [])
  })

  test('is reported with the rest that was done (R1.11)', async () => {
    const reports = plain((await (await world.browser(cast.dorte)).get(routes.retention.runs.href({}))).text)
    assert.match(reports, /Aftale slut: Nordlys Sundhed.*2 begrænsninger ophørt/)
    assert.match(reports, /Aftale slut: Nordlys Sundhed.*patienter fik besked/)
  })

  test('is no matter of one whose controller is still there', async () => {
    assert.equal(await inForce(elsewhere), 1)
    assert.deepEqual(await holding(elsewhere), ['restriction'])
  })
})
