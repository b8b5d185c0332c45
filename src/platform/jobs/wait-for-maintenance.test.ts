import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Temporal } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { tasksThatGoOn } from '#policy/maintenance.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { tasksWith } from '#src/tasks.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plantWindow } from '#tests/cast/plant-window.ts'
import { performJobs } from '#tests/harness/perform-jobs.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { askFirst } from './ask-first.ts'
import type { Task } from './task.ts'
import { waitForMaintenance } from './wait-for-maintenance.ts'

describe('jobs while the service is read-only', () => {
  let world: World
  let cast: Cast
  let done: unknown[] = []
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  beforeEach(async () => {
    done = []
    await world.sql('truncate maintenance_windows cascade')
    await world.sql('delete from graphile_worker._private_jobs')
  })
  after(() => world.close())

  const keep: Task = {
    asks: 'oversight.count',
    touchesNobody: true,
    perform: async ({ payload }) => void done.push(payload),
  }
  const tasks = () => {
    const services = { database: world.worker, now: world.clock.now }
    const asked = askFirst(services, openGate(referralPolicy), { sweep: keep, 'import-one': keep, 'send-one': keep })
    return waitForMaintenance(services, asked, (task) => task === 'send-one')
  }
  const perform = (task: string, payload: unknown) => tasks()[task]?.(payload, { attempt: 1 })
  const waiting = async () => {
    const rows = await world.sql<{ task: string; payload: unknown; run_at: Temporal.Instant }>(
      `select t.identifier as task, j.payload::jsonb as payload, j.run_at from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
    )
    return rows.map(({ task, payload, run_at: runAt }) => [task, payload, runAt.toString()])
  }
  const inHours = (hours: number) => world.clock.now().add({ hours }).toString()

  test('are put off to its end, once for what the clock asks for, and lose nothing (T19.7)', async () => {
    await plantWindow(world, cast.omar)
    await perform('sweep', { _cron: { ts: '1' } })
    await perform('sweep', { _cron: { ts: '2' } })
    await perform('import-one', { importId: 'a' })
    await perform('import-one', { importId: 'b' })
    assert.deepEqual(done, [])
    assert.deepEqual(await waiting(), [
      ['sweep', {}, inHours(1)],
      ['import-one', { importId: 'a' }, inHours(1)],
      ['import-one', { importId: 'b' }, inHours(1)],
    ])
    world.clock.advance({ hours: 1 })
    await perform('import-one', { importId: 'a' })
    assert.deepEqual(done, [{ importId: 'a' }])
  })

  test('wait for the end of the last of several windows without a pause between them (T19.7)', async () => {
    await plantWindow(world, cast.omar)
    await plantWindow(world, cast.omar, { startsIn: { hours: 1 } })
    await plantWindow(world, cast.omar, { startsIn: { hours: 3 } })
    await perform('sweep', {})
    assert.deepEqual(await waiting(), [['sweep', {}, inHours(2)]])
  })

  test('are done at once when it ends early (T19.7)', async () => {
    const id = await plantWindow(world, cast.omar, { lasts: { hours: 20 } })
    world.clock.advance({ minutes: 1 })
    await perform('sweep', { _cron: { ts: '1' } })
    await performJobs(world, tasks())
    assert.deepEqual(done, [])
    const omar = await world.browser(cast.omar)
    assert.equal((await omar.post(`/operator/maintenance/${id}/ending`)).status, 303)
    await performJobs(world, tasks())
    assert.deepEqual(done, [{}])
  })

  test('that send a message about what has happened go on, so that it is not late (T19.7)', async () => {
    await plantWindow(world, cast.omar)
    await perform('send-one', { id: 'a' })
    assert.deepEqual([done, await waiting()], [[{ id: 'a' }], []])
  })

  test('wait, every one of them, unless the policy names them (T19.7)', async () => {
    await plantWindow(world, cast.omar)
    const all = tasksWith(workerServices(world))
    const unknown = tasksThatGoOn.filter((task) => !(task in all))
    assert.deepEqual(unknown, [], 'the policy names only jobs that there are')
    const others = Object.keys(all).filter((task) => !tasksThatGoOn.includes(task))
    for (const task of others) await all[task]?.({}, { attempt: 1 })
    assert.deepEqual(
      (await waiting()).map(([task]) => task),
      others,
    )
    assert.ok(others.includes('sweep-cases') && others.includes('lay-out-days'))
  })
})
