import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { logDaysOf, logTasks } from './sweep-logs.ts'

describe('access logs', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('are gone after fourteen days, also after weeks of downtime, and it is written down that they went (T6.3)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'klinikbro-logs-'))
    const today = dayOf(world.clock.now())
    for (const days of [0, 5, 12, 14, 15, 40])
      writeFileSync(join(folder, `${today.subtract({ days }).toString()}.jsonl`), '{}\n')
    const sweep = { database: world.worker, folder, now: world.clock.now, models: [referralPolicy, marketingPolicy] }
    await logTasks(sweep, openGate(referralPolicy))['sweep-access-logs']?.({}, { attempt: 1 })
    const oldestAllowed = today.subtract({ days: 14 }).toString()
    const left = readdirSync(folder).sort()
    assert.ok(left.length > 0 && left.every((file) => file > oldestAllowed), left.join(', '))
    const [noted] = await world.sql<{ files_erased: number; files_kept: number }>(
      'select files_erased, files_kept from log_sweeps',
    )
    assert.deepEqual([noted?.files_erased, noted?.files_kept], [6 - left.length, left.length])
    const told = ['operation.site', 'operation', 'sweep-access-logs', { files: 6 - left.length }]
    assert.deepEqual(await jobEvents(world, 'access-log.erase'), [told])
  })

  test('are kept as long as the models say, whatever that is; the shorter of two sites counts (X1, T6.3)', () => {
    const logging = (model: PolicyModel, period: string): PolicyModel => ({
      ...model,
      activities: model.activities.map((activity) =>
        activity.data.includes('technical') && activity.basis.article6 !== 'consent'
          ? { ...activity, retention: { ...activity.retention, maximum: { ...activity.retention.maximum, period } } }
          : activity,
      ),
    })
    assert.equal(logDaysOf([referralPolicy, marketingPolicy]), 14)
    assert.equal(logDaysOf([logging(referralPolicy, 'P9D'), marketingPolicy]), 9)
    assert.equal(logDaysOf([referralPolicy, logging(marketingPolicy, 'P7D')]), 7)
    assert.throws(() => logDaysOf([logging(referralPolicy, 'P1M'), marketingPolicy]), /referral does not say in days/)
  })
})
