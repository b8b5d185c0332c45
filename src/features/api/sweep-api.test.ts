import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { caseBody, machineOf, tokenFor } from '#tests/cast/machine.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { apiTasks } from './index.ts'

describe('the nightly sweep of the API', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const sweep = async () => {
    const tasks = apiTasks(workerServices(world), openGate(referralPolicy))
    for (const name of ['sweep-api', 'sweep-api-tokens']) await tasks[name]!({}, { attempt: 1 })
  }
  const left = async (table: 'api_tokens' | 'idempotency_keys') => (await world.sql(`select from ${table}`)).length

  test('erases tokens when their hour is over, and keys after thirty days', async () => {
    const token = await tokenFor(world, cast.mette)
    const headers = { 'idempotency-key': 'swept' }
    const opened = await machineOf(world)('POST', '/api/cases', { token, body: caseBody(), headers })
    assert.equal(opened.status, 201, opened.text)
    await sweep()
    assert.deepEqual([await left('api_tokens'), await left('idempotency_keys')], [1, 1])
    world.clock.advance({ hours: 2 })
    await sweep()
    assert.deepEqual([await left('api_tokens'), await left('idempotency_keys')], [0, 1])
    world.clock.advance({ hours: 31 * 24 })
    await sweep()
    assert.deepEqual([await left('api_tokens'), await left('idempotency_keys')], [0, 0])
    const activity = ['referral.referral', 'referral-transfer']
    assert.deepEqual(await jobEvents(world, 'api.sweep'), [[...activity, 'sweep-api', { keys: 1 }]])
    const log = ['access.log-in', 'user-administration']
    assert.deepEqual(await jobEvents(world, 'session.sweep'), [[...log, 'sweep-api-tokens', { tokens: 1 }]])
  })
})
