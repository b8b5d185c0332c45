import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Temporal } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { periodOf } from '#policy/retention.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { forgetEventsOfStaff } from './audit.sql.ts'
import { auditTasks } from './index.ts'

describe('what staff did that is about no patient', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await openCaseFor(world, cast.mette, cast.ana)
    await (await world.browser({ userId: cast.birthe.userId })).postAndFollow('/organisation/retention', {
      months: '3',
    })
  })
  after(() => world.close())

  /** What the nightly job does when the promised time, and so many days more, have passed since the newest event. */
  const forget = async (days: number) => {
    const kept = periodOf(referralPolicy, 'doings-outside-cases')
    // The trail is stamped by the database itself, whatever the test's clock says.
    const [newest] = await world.sql<{ at: Temporal.Instant }>('select max(at) as at from audit_events')
    const later = newest!.at.toZonedDateTimeISO('UTC').add(kept).add({ days })
    await auditTasks(workerServices(world, { now: () => later.toInstant() }), openGate(referralPolicy))[
      'forget-old-events'
    ]!({}, { attempt: 1 })
  }
  const told = async (about: 'cases' | 'nobody') => {
    const subject = about === 'cases' ? 'case_id is not null' : 'case_id is null and person_id is null'
    return (await world.sql(`select from audit_events where event is not null and ${subject}`)).length
  }

  test('is told for as long as the policy says, and then forgotten, while the chain holds (X1, X3)', async () => {
    const [ofStaff, ofCases] = [await told('nobody'), await told('cases')]
    assert.ok(ofStaff > 0 && ofCases > 0)
    await forget(-1)
    assert.equal(await told('nobody'), ofStaff)
    await forget(1)
    const [left, ...others] = await world.sql<{ event: string }>(
      'select event from audit_events where event is not null and case_id is null and person_id is null',
    )
    assert.deepEqual(others, [])
    const { operation, purpose, actor, detail } = JSON.parse(left!.event)
    assert.deepEqual([operation, purpose, actor.task], ['audit.forget', 'transparency', 'forget-old-events'])
    assert.deepEqual(detail, { forgotten: ofStaff })
    assert.equal(await told('cases'), ofCases, 'what is about a case goes with the case')
    const broken = await world.sql(
      'select from audit_events where hash <> sha256(previous || int8send(position) || commitment)',
    )
    assert.equal(broken.length, 0)
  })

  test('cannot be forgotten by a request', async () => {
    const actor = { kind: 'staff', userId: cast.mette.userId, organisationId: cast.nordlys.id } as const
    await assert.rejects(
      world.request.transaction(actor, (tx) => forgetEventsOfStaff(tx, world.clock.now())),
      /permission denied/,
    )
  })
})
