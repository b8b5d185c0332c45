import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { type CaseOptions, openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('how a case stands', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  type Standing = { state: string; approved: number; used: number; booked: number; remaining: number }

  /** As of so many days from now. */
  const standing = async (caseId: Id<'case'>, inDays = 0) => {
    const at = world.clock.now().add({ hours: 24 * inDays })
    const [row] = await world.sql<Standing>(
      'select state, approved, used, booked, remaining from case_standing($1) where case_id = $2',
      [at, caseId],
    )
    return row
  }
  const opened = async (options: CaseOptions = {}) =>
    (await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], ...options })).caseId
  // Each visit an hour after the one before, so that nobody is in two places at once.
  let visits = 0
  const visit = (caseId: Id<'case'>, inDays: number) =>
    bookVisit(world, {
      caseId,
      practitionerId: cast.peterAtWork,
      roomId: cast.room,
      startsAt: world.clock.now().add({ hours: 24 * inDays, minutes: 50 * visits++ }),
    })
  const write = (statement: string, values: readonly unknown[]) =>
    world.sql(
      `with logged as (select append_audit_event('x', '{}', null, null, null)) ${statement} from logged`,
      values,
    )

  test('without a mark it awaits consent, with one it is open', async () => {
    assert.equal((await standing(await opened({ consent: null })))?.state, 'awaiting-consent')
    const open = { state: 'open', approved: 6, used: 0, booked: 0, remaining: 6 }
    assert.deepEqual(await standing(await opened()), open)
  })

  test('with a coming visit it is booked; once that has begun, in course; and when all are used, used up', async () => {
    const caseId = await opened({ sessions: 2 })
    await visit(caseId, 2)
    assert.deepEqual(await standing(caseId), { state: 'booked', approved: 2, used: 0, booked: 1, remaining: 1 })
    assert.deepEqual(await standing(caseId, 10), { state: 'in-course', approved: 2, used: 1, booked: 0, remaining: 1 })
    await visit(caseId, 20)
    assert.deepEqual(await standing(caseId, 10), { state: 'in-course', approved: 2, used: 1, booked: 1, remaining: 0 })
    assert.deepEqual(await standing(caseId, 30), { state: 'used-up', approved: 2, used: 2, booked: 0, remaining: 0 })
  })

  test('a late cancellation that used its session counts as used', async () => {
    const caseId = await opened({ sessions: 3 })
    const appointment = await visit(caseId, 1)
    await write(
      `insert into appointment_cancellations (appointment_id, reason, cancelled_by_kind, session_given_back) select $1, 'ill', 'patient', false`,
      [appointment],
    )
    assert.deepEqual(await standing(caseId), { state: 'in-course', approved: 3, used: 1, booked: 0, remaining: 2 })
  })

  test('when the approval runs out it is expired, and nothing is left of it', async () => {
    const caseId = await opened()
    assert.equal((await standing(caseId, 60))?.state, 'open')
    assert.deepEqual(await standing(caseId, 61), { state: 'expired', approved: 6, used: 0, booked: 0, remaining: 0 })
  })

  test('a withdrawal freezes it, whatever else is so', async () => {
    const caseId = await opened()
    await visit(caseId, 3)
    await (await world.browser({ userId: cast.mette.userId })).post(`/cases/${caseId}/consent-withdrawal`)
    assert.deepEqual(await standing(caseId), { state: 'frozen', approved: 6, used: 0, booked: 0, remaining: 6 })
  })

  test('closed by the clinic it is closed, until the insurer grants more', async () => {
    const caseId = await opened()
    await write(
      `insert into course_closures (case_id, clinic_id, person_id, outcome) select $1, $2, (select person_id from cases where id = $1), 'improved'`,
      [caseId, cast.bakken.id],
    )
    assert.equal((await standing(caseId))?.state, 'closed')
    await write(
      `insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic)
       select gen_random_uuid(), $1, $2, 2, current_date, current_date + 30, true`,
      [caseId, cast.nordlys.id],
    )
    assert.deepEqual(await standing(caseId), { state: 'open', approved: 8, used: 0, booked: 0, remaining: 8 })
  })
})
