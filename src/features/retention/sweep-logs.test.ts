import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { dayOf } from '#kernel/time.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { logDaysOf, sweepLogs } from './sweep-logs.ts'

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
    await sweepLogs({ database: world.worker, folder, now: world.clock.now, model: referralPolicy })
    const oldestAllowed = today.subtract({ days: 14 }).toString()
    const left = readdirSync(folder).sort()
    assert.ok(left.length > 0 && left.every((file) => file > oldestAllowed), left.join(', '))
    const [noted] = await world.sql<{ files_erased: number; files_kept: number }>(
      'select files_erased, files_kept from log_sweeps',
    )
    assert.deepEqual([noted?.files_erased, noted?.files_kept], [6 - left.length, left.length])
  })

  test('are kept as long as the model says, whatever that is (X1)', () => {
    assert.equal(logDaysOf(referralPolicy), 14)
    const activities = referralPolicy.activities.map((activity) =>
      activity.data.includes('technical')
        ? {
            ...activity,
            retention: { ...activity.retention, maximum: { period: 'P7D', because: texts('kortere', 'shorter') } },
          }
        : activity,
    )
    assert.equal(logDaysOf({ ...referralPolicy, activities }), 7)
  })
})
