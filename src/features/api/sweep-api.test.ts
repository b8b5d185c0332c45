import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
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

  const sweep = () => apiTasks(workerServices(world), referralPolicy)['sweep-api']!({}, { attempt: 1 })
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
  })
})
