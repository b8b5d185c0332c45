import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { crowd } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { sweepCases } from './sweep-cases.ts'

describe('a case is due', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const today = () => world.clock.now().toZonedDateTimeISO('Europe/Copenhagen')
  const sweep = (months: number) =>
    sweepCases(
      workerServices(world, { now: () => today().add({ months, days: 3 }).toInstant() }),
      openGate(referralPolicy),
    )
  const exists = async (caseId: string) => (await world.sql('select from cases where id = $1', [caseId])).length === 1
  const instruct = async (who: Cast['birthe'], months: string) => {
    const browser = await world.browser(who)
    assert.equal((await browser.post('/organisation/retention', { months })).status, 303)
  }
  const endsToday = () => ({ clinics: [cast.bakken], validUntil: today().toPlainDate() })

  test('when its insurer’s newest instruction says so, whatever an earlier one said (R1.10)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, endsToday())
    await instruct(cast.birthe, '1')
    await instruct(cast.birthe, '3')
    await sweep(1)
    assert.equal(await exists(caseId), true, 'the earlier instruction does not count')
    await sweep(3)
    assert.equal(await exists(caseId), false)
  })

  test('not while the insurer owes the clinic an answer about further sessions', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, endsToday())
    const sara = await world.browser(cast.sara)
    await sara.post(`/clinic/cases/${caseId}/session-request`, { sessions: '2', reason: 'Ikke helt i mål' })
    // Half a year after the end: as if the clinic had asked just before.
    await world.sql(
      `update session_requests set requested_at = requested_at + interval '6 months' where case_id = $1`,
      [caseId],
    )
    assert.equal((await sweep(7)).kept['legal-hold'], 1)
    assert.equal(await exists(caseId), true)
    await sweep(10)
    assert.equal(await exists(caseId), false, 'three months are enough to answer: a case is not kept for ever')
  })

  test('not while a visit is still to come', async () => {
    const { caseId } = await openCaseFor(world, cast.jonas, cast.bo, endsToday())
    const startsAt = today().add({ months: 8 }).toInstant()
    await bookVisit(world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    await sweep(7)
    assert.equal(await exists(caseId), true)
  })

  test('also when very many are due at once: one run takes them all (R2.9)', async () => {
    const caseIds: string[] = []
    for (const somebody of crowd(60)) caseIds.push((await openCaseFor(world, cast.mette, somebody, endsToday())).caseId)
    const { erased } = await sweep(7)
    assert.ok(erased >= caseIds.length, `${erased} of ${caseIds.length}`)
    assert.equal((await world.sql('select from cases where id = any ($1)', [caseIds])).length, 0)
  })
})
