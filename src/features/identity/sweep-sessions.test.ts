import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { settle } from '#tests/cast/cast.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld } from '#tests/harness/world.ts'
import { identityTasks } from './index.ts'

test('what has ended is taken away at night, and what lives stays', async () => {
  const world = await openWorld()
  const { mette } = await settle(world)
  const live = await world.browser(mette)
  await world.sql(
    `insert into web_sessions (token_hash, kind, user_id, csrf_secret, ends_at, seen_at, idle_minutes) values
     ('ended', 'staff', $1, 's', now() - interval '1 hour', now(), 60),
     ('idle', 'staff', $1, 's', now() + interval '1 hour', now() - interval '2 hours', 60)`,
    [mette.userId],
  )
  await world.sql(
    `insert into eid_attempts values ('old', 'x', now() - interval '1 hour'), ('new', 'x', now() + interval '1 hour')`,
  )
  await world.sql(
    `insert into password_resets values ('old', $1, now() - interval '1 hour'), ('new', $1, now() + interval '1 hour')`,
    [mette.userId],
  )
  await identityTasks(workerServices(world), openGate(referralPolicy))['sweep-sessions']?.({}, { attempt: 1 })
  const left = async (table: string) => (await world.sql(`select from ${table}`)).length
  assert.deepEqual([await left('web_sessions'), await left('eid_attempts'), await left('password_resets')], [1, 1, 1])
  const told = { sessions: 2, attempts: 1, resets: 1 }
  assert.deepEqual(await jobEvents(world, 'session.sweep'), [
    ['access.log-in', 'user-administration', 'sweep-sessions', told],
  ])
  assert.equal((await live.get('/account')).status, 200)
  await world.close()
})
