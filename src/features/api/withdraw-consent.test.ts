import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { machineOf, tokenFor } from '#tests/cast/machine.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a machine withdraws a consent', () => {
  let world: World
  let cast: Cast
  let token: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    token = await tokenFor(world, cast.mette)
  })
  after(() => world.close())

  const withdraw = (caseId: string, as = token) =>
    machineOf(world)('POST', `/api/cases/${caseId}/consent-withdrawal`, { token: as })
  const consentIn = (json: unknown) => (json as { consent: unknown }).consent
  const typeIn = (json: unknown) => (json as { type: string }).type
  const withdrawals = (caseId: string) =>
    world.sql<{ withdrawn_by_kind: string }>('select withdrawn_by_kind from consent_withdrawals where case_id = $1', [
      caseId,
    ])

  test('as easily as it marked it: the clinic loses sight, the coming time is free, and everybody is told (T5.7, R3.2)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const [free] = (await timesAt(world, cast.bakken, 5000)).filter((one) => one.practitionerId === cast.peterAtWork)
    assert.ok(free)
    const visit = { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt: free.startsAt }
    await bookVisit(world, visit)
    const sara = await world.browser({ userId: cast.sara.userId })
    assert.equal((await sara.get(`/clinic/cases/${caseId}`)).status, 200)
    const reply = await withdraw(caseId)
    assert.deepEqual([reply.status, consentIn(reply.json)], [200, null])
    assert.equal((await sara.get(`/clinic/cases/${caseId}`)).status, 404)
    const cancelled = await world.sql(
      `select from appointment_cancellations x join appointments a on a.id = x.appointment_id where a.case_id = $1 and x.reason = 'consent-withdrawn'`,
      [caseId],
    )
    assert.equal(cancelled.length, 1)
    const told = await world.sql(`select from notifications where case_id = $1 and template = 'consent-withdrawn'`, [
      caseId,
    ])
    assert.ok(told.length > 0)
  })

  test('and again, also at once from two sides, without anything more happening (T5.7)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    const replies = await Promise.all([withdraw(caseId), withdraw(caseId)])
    assert.deepEqual(
      [...replies, await withdraw(caseId)].map(({ status }) => status),
      [200, 200, 200],
    )
    assert.deepEqual(await withdrawals(caseId), [{ withdrawn_by_kind: 'insurer' }])
  })

  test('but not one that was never marked, on another insurer’s case, or without a token', async () => {
    const unmarked = await openCaseFor(world, cast.mette, cast.ana, { consent: null })
    const none = await withdraw(unmarked.caseId)
    assert.deepEqual([none.status, typeIn(none.json)], [409, '/api#consent-missing'])
    const foreign = await openCaseFor(world, cast.jonas, cast.bo)
    assert.equal((await withdraw(foreign.caseId)).status, 404)
    assert.deepEqual(await withdrawals(foreign.caseId), [])
    assert.equal((await withdraw(foreign.caseId, 'no-token')).status, 401)
  })
})
