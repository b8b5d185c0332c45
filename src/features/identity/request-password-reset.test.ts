import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('asking for a new password', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const ask = async (email: string) => {
    const browser = await world.browser()
    assertAccessible((await browser.get('/password-reset')).text)
    return browser.post('/password-reset', { email })
  }
  const jobs = () =>
    world.sql<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'send-password-reset'`,
    )

  test('says the same for a known, an unknown and a removed user, and writes only to the known', async () => {
    await world.sql('insert into user_removals (user_id) values ($1)', [cast.ali.userId])
    const answers = []
    for (const email of [cast.mette.email, 'nobody@nordlys.example', cast.ali.email]) {
      const answer = await ask(email)
      assertAccessible(answer.text)
      const text = answer.text.replaceAll(/nonce="[^"]+"|value="[^"]+"/g, '')
      answers.push([answer.status, answer.headers.getSetCookie(), text])
      assert.ok(!answer.text.includes(email))
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    assert.deepEqual(
      (await jobs()).map(({ payload }) => payload),
      [{ userId: cast.mette.userId }],
    )
  })

  test('does not flood one mailbox, and does not say so', async () => {
    const before = (await jobs()).length
    for (let turn = 0; turn < 12; turn++) {
      assert.equal((await ask(cast.jonas.email)).status, 200)
    }
    assert.equal((await jobs()).length - before, 10)
  })

  test('asks again for an address that cannot be one', async () => {
    world.clock.advance({ minutes: 10 })
    const answer = await ask('not an address')
    assert.equal(answer.status, 422)
    assert.match(plain(answer.text), /Indtast en e-mailadresse/)
  })
})
