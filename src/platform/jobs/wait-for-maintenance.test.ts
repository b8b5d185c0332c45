import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { settle } from '#tests/cast/cast.ts'
import { plantWindow } from '#tests/cast/plant-window.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { askFirst } from './ask-first.ts'
import type { Task } from './task.ts'
import { waitForMaintenance } from './wait-for-maintenance.ts'

describe('jobs that wait for the end of maintenance', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    await plantWindow(world, (await settle(world)).omar)
  })
  after(() => world.close())

  test('are put off to its end, once for what the clock asks for, and lose nothing (T19.7)', async () => {
    const done: unknown[] = []
    const keep: Task = {
      asks: 'oversight.count',
      touchesNobody: true,
      perform: async ({ payload }) => void done.push(payload),
    }
    const services = { database: world.worker, now: world.clock.now }
    const asked = askFirst(services, openGate(referralPolicy), { sweep: keep, 'import-one': keep })
    const tasks = waitForMaintenance(services, asked)
    const perform = (task: string, payload: unknown) => tasks[task]?.(payload, { attempt: 1 })
    await perform('sweep', { _cron: { ts: '1' } })
    await perform('sweep', { _cron: { ts: '2' } })
    await perform('import-one', { importId: 'a' })
    await perform('import-one', { importId: 'b' })
    assert.deepEqual(done, [])
    const waiting = await world.sql<{ task: string; payload: unknown; run_at: { toString(): string } }>(
      `select t.identifier as task, j.payload::jsonb as payload, j.run_at from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
    )
    const until = world.clock.now().add({ hours: 1 }).toString()
    assert.deepEqual(
      waiting.map(({ task, payload, run_at: runAt }) => [task, payload, runAt.toString()]),
      [
        ['sweep', {}, until],
        ['import-one', { importId: 'a' }, until],
        ['import-one', { importId: 'b' }, until],
      ],
    )
    world.clock.advance({ hours: 1 })
    await perform('import-one', { importId: 'a' })
    assert.deepEqual(done, [{ importId: 'a' }])
  })
})
