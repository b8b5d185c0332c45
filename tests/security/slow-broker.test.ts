import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { problem } from '#kernel/result.ts'
import type { Eid } from '#platform/eid/eid.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const connections = 2

describe('an eID broker that does not answer', () => {
  let world: World
  let answer = () => {}
  let asked = 0
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const silent: Eid = {
    async begin() {
      asked++
      await answered
      return problem('broker-unavailable')
    },
    finish: () => Promise.resolve(problem('broker-unavailable')),
    logOutUrl: (_, returnTo) => returnTo,
    isReachable: () => Promise.resolve(true),
  }
  before(async () => {
    world = await openWorld({ eid: silent, connections })
  })
  after(() => world.close())

  test('keeps those waiting who asked it, and no connection that others need (T19.2)', async () => {
    const waiting = await Promise.all(Array.from({ length: connections + 3 }, () => world.browser()))
    for (const browser of waiting) await browser.get('/log-in')
    const answers = waiting.map((browser) => browser.post('/log-in/eid'))
    while (asked < waiting.length) await new Promise((resolve) => setImmediate(resolve))
    assert.equal((await (await world.browser()).get('/log-in/staff')).status, 200)
    answer()
    for (const { status } of await Promise.all(answers)) assert.equal(status, 503)
  })

  test('is not asked by a form that is not ours', async () => {
    const before = asked
    const browser = await world.browser()
    await browser.get('/log-in')
    assert.equal((await browser.post('/log-in/eid', { _csrf: 'forged' })).status, 403)
    assert.equal(asked, before)
  })
})
