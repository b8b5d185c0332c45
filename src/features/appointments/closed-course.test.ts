import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FreeTime } from '#features/availability/index.ts'
import { bookAs, bookingVisitor, holdAs, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a course that is closed', () => {
  let world: World
  let cast: Cast
  let times: FreeTime[]
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    times = await timesAt(world, cast.bakken)
  })
  after(() => world.close())

  type Visitor = Awaited<ReturnType<typeof bookingVisitor>>
  const close = ({ caseId, personId }: Visitor) =>
    world.sql(
      `with logged as (select append_audit_event('course.close', '{}', null, null, null))
       insert into course_closures (case_id, clinic_id, person_id, outcome, closed_at) select $1, $2, $3, 'recovered', now() from logged`,
      [caseId, cast.bakken.id, personId],
    )

  test('cannot be held or booked for, and the pages say why and whom to call', async () => {
    const ana = await bookingVisitor(world, cast.mette)
    await close(ana)
    const page = await ana.browser.get(`/my/cases/${ana.caseId}/times`)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Dit forløb er afsluttet.*Ring til dit forsikringsselskab/)
    const refused = await ana.hold(times[0]!)
    assert.equal(refused.status, 409)
    assert.match(plain(refused.text), /Dit forløb er afsluttet.*Ring til dit forsikringsselskab/)
  })

  test('ends a hold that was made before', async () => {
    const ana = await bookingVisitor(world, cast.mette)
    const held = await holdAs(world, ana, times[1]!)
    assert.ok(held.kind === 'held')
    await close(ana)
    const booked = await bookAs(world, ana, held.holdId)
    assert.ok(booked.kind === 'refused')
    assert.equal(booked.reason, 'course-closed')
  })

  test('is open again once the insurer has approved more', async () => {
    const ana = await bookingVisitor(world, cast.mette)
    await close(ana)
    await world.sql(`update course_closures set closed_at = now() - interval '2 years' where case_id = $1`, [
      ana.caseId,
    ])
    assert.equal((await holdAs(world, ana, times[2]!)).kind, 'held')
  })
})
