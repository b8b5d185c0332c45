import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { crowd, holdAs, timesAt } from '#tests/cast/booking.ts'
import { settle } from '#tests/cast/cast.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld } from '#tests/harness/world.ts'
import { appointmentTasks } from './expire-hold.ts'

test('a hold asks for its own end at the moment its time is up, and ends then and not before', async () => {
  const world = await openWorld()
  const cast = await settle(world)
  const whose = await openCaseFor(world, cast.mette, crowd(1)[0]!)
  const [time] = await timesAt(world, cast.bakken, 1)
  const held = await holdAs(world, whose, time!)
  assert.ok(held.kind === 'held')

  const jobs = await world.sql<{ run_at: typeof held.expiresAt }>(
    `select run_at from graphile_worker.jobs where task_identifier = 'expire-hold' and key = $1`,
    [`expire-hold:${held.holdId}`],
  )
  assert.deepEqual(
    jobs.map(({ run_at }) => run_at.toString()),
    [held.expiresAt.toString()],
  )

  const release = async () => {
    await appointmentTasks(workerServices(world), openGate(referralPolicy))['expire-hold']?.({}, { attempt: 1 })
    return jobEvents(world, 'hold.expire')
  }
  assert.deepEqual(await release(), [])
  world.clock.advance({ minutes: 5 })
  assert.deepEqual(await release(), [['referral.appointment', 'treatment-time', 'expire-hold', { released: 1 }]])
  assert.equal((await world.sql('select 1 from occupancies')).length, 0)
  world.clock.advance({ hours: 25 })
  await release()
  assert.equal((await world.sql('select 1 from holds')).length, 0)
  await world.close()
})
