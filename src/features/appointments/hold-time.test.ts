import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FreeTime } from '#features/availability/index.ts'
import { bookingVisitor, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { timeValue } from './time-form.view.tsx'

describe('holding a time', () => {
  let world: World
  let cast: Cast
  let times: FreeTime[]
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    times = await timesAt(world, cast.bakken, 60)
  })
  after(() => world.close())

  const visitor = () => bookingVisitor(world, cast.mette)
  /** A time that no test has used. */
  const next = (): FreeTime => times.splice(0, 2)[0]!

  test('tells the second of two that the time is taken, with the nearest as buttons that work', async () => {
    const [first, second] = [await visitor(), await visitor()]
    const time = next()
    await first.hold(time)
    const refused = await second.hold(time)
    assert.equal(refused.status, 409)
    assertAccessible(refused.text)
    assert.match(plain(refused.text), /Tiden er lige blevet taget/)
    const [, nearest = ''] = /name="time" value="([^"]+)"/.exec(refused.text) ?? []
    const instead = await second.browser.post(`/my/cases/${second.caseId}/holds`, { time: nearest })
    assert.equal(instead.status, 303)
  })

  test('sends whoever tampers with a time back to the list', async () => {
    const { browser, caseId } = await visitor()
    const answer = await browser.post(`/my/cases/${caseId}/holds`, { time: 'tomorrow' })
    assert.equal(answer.location, `/my/cases/${caseId}/times`)
    const offGrid = { ...next() }
    const shifted = { ...offGrid, startsAt: offGrid.startsAt.add({ minutes: 7 }) }
    const refused = await browser.post(`/my/cases/${caseId}/holds`, { time: timeValue(shifted) })
    assert.equal(refused.status, 409)
  })

  test('is refused once the consent is withdrawn', async () => {
    const { caseId, personId, hold } = await visitor()
    await world.sql(
      `with mark as (select id, case_id from consent_marks where case_id = $1), told as (select append_audit_event('t', '{}', null, null, null))
       insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_by) select mark.id, mark.case_id, 'patient', $2 from mark, told`,
      [caseId, personId],
    )
    assert.equal((await hold(next())).status, 403)
  })
})
