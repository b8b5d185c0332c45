import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { maskedError } from './masked-error.ts'

describe('parked jobs', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  async function park(task: string, error: string): Promise<string> {
    await world.sql('select graphile_worker.add_job($1, $2::json, max_attempts => 1)', [task, '{"id":"geheim"}'])
    const [job] = await world.sql<{ id: string }>(
      `update graphile_worker._private_jobs set attempts = 1, last_error = $1
       where id = (select max(id) from graphile_worker._private_jobs) returning id::text`,
      [error],
    )
    return job?.id ?? ''
  }

  test('a parked job is shown without what it was about, retried and discarded', async () => {
    const first = await park(
      'send-invitation',
      'No mailbox ida@privat.example for 0201609996\n    at secret (file.ts:1)',
    )
    const omar = await world.browser(cast.omar)
    assert.match(plain((await omar.get('/operator')).text), /1 job er parkeret/)
    const { text } = await omar.get('/operator/parked-jobs')
    assertAccessible(text)
    const page = plain(text)
    assert.match(page, /send-invitation 1 .* No mailbox …@… for ##########/)
    assert.doesNotMatch(page, /ida@|0201609996|geheim|secret/)
    assert.match(
      plain((await omar.postAndFollow(`/operator/parked-jobs/${first}/retry`)).text),
      /prøves igen nu.*Ingen job/,
    )
    const second = await park('send-lead-answer', 'gone')
    assert.match(plain((await omar.postAndFollow(`/operator/parked-jobs/${second}/discard`)).text), /kasseret/)
    assert.match(
      plain((await omar.postAndFollow(`/operator/parked-jobs/${second}/retry`)).text),
      /ikke længere parkeret/,
    )
    assert.equal((await omar.post('/operator/parked-jobs/drop/retry')).status, 404)
    assert.equal((await (await world.browser(cast.dorte)).post(`/operator/parked-jobs/${first}/discard`)).status, 403)
  })

  test('an error is shown as one short line without digits', () => {
    assert.equal(maskedError('a@b.dk 12\nmore'), '…@… ##')
    assert.equal(maskedError('x'.repeat(500)).length, 120)
  })
})
