import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Temporal } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { sweepCases } from './sweep-cases.ts'

describe('the end that a case is kept from', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const today = () => world.clock.now().toZonedDateTimeISO('Europe/Copenhagen')
  const sweepOn = (day: Temporal.ZonedDateTime) =>
    sweepCases(workerServices(world, { now: () => day.toInstant() }), openGate(referralPolicy))
  const exists = async (caseId: string) => (await world.sql('select from cases where id = $1', [caseId])).length === 1
  const close = async (caseId: string) => {
    const sara = await world.browser(cast.sara)
    const { status } = await sara.post(`/clinic/cases/${caseId}/closure`, { outcome: 'unchanged' })
    assert.equal(status, 303)
  }

  test('is the new one when further sessions were granted after the course had been closed (R2.9)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const sara = await world.browser(cast.sara)
    await sara.post(`/clinic/cases/${caseId}/session-request`, { sessions: '4', reason: 'Ikke helt i mål' })
    await close(caseId)
    const [asked] = await world.sql<{ id: string }>('select id from session_requests where case_id = $1', [caseId])
    const { day, month, year } = today().add({ months: 10 })
    const until = { 'until-day': `${day}`, 'until-month': `${month}`, 'until-year': `${year}` }
    const mette = await world.browser(cast.mette)
    const path = routes.sessionRequest.answer.href({ requestId: asked!.id })
    assert.equal((await mette.post(path, { decision: 'grant', sessions: '4', ...until })).status, 303)

    await sweepOn(today().add({ months: 9 }))
    assert.equal(await exists(caseId), true, 'the patient can still use what was granted')
    await sweepOn(today().add({ months: 16, days: 3 }))
    assert.equal(await exists(caseId), false)
  })

  test('is not before the last visit, when one clinic closed its course and another went on (R2.9)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    const startsAt = world.clock.now().add({ hours: 24 * 20 })
    await bookVisit(world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null))
       insert into course_closures (case_id, clinic_id, person_id, outcome) select c.id, $2, c.person_id, 'unchanged' from cases c, logged where c.id = $1`,
      [caseId, cast.fjorden.id],
    )
    await sweepOn(today().add({ months: 6, days: 3 }))
    assert.equal(await exists(caseId), true)
    await sweepOn(today().add({ months: 6, days: 24 }))
    assert.equal(await exists(caseId), false)
  })
})
