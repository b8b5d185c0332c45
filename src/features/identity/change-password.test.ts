import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { givePassword, testPassword } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const fresh = 'syv gule cykler ruster'

describe('changing one’s password', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())
  beforeEach(async () => {
    world.clock.advance({ minutes: 10 })
    await givePassword(world, cast.mette)
  })

  const change = async (fields: Record<string, string>) => {
    const browser = await world.browser(cast.mette)
    await browser.get('/account')
    const all = { current: testPassword, password: fresh, repeated: fresh, ...fields }
    return { browser, answer: await browser.post('/account/password', all) }
  }

  test('keeps this session and ends the others', async () => {
    const elsewhere = await world.browser(cast.mette)
    assert.equal((await elsewhere.get('/account')).status, 200)
    const { browser, answer } = await change({})
    assert.equal(answer.location, '/account?notice=password-changed')
    assert.match(plain((await browser.get(answer.location ?? '')).text), /Din adgangskode er skiftet/)
    assert.match((await elsewhere.get('/account')).location ?? '', /^\/log-in/)
  })

  test('needs the old one, and a new one that is good and typed twice', async () => {
    for (const [fields, words] of [
      [{ current: 'not the old one' }, /Den nuværende adgangskode passer ikke/],
      [{ password: 'kort', repeated: 'kort' }, /mindst 12 tegn/],
      [{ repeated: 'something else again' }, /ikke ens/],
      [{ current: '' }, /Udfyld feltet/],
    ] as const) {
      const { answer } = await change(fields)
      assert.equal(answer.status, 422)
      assertAccessible(answer.text)
      assert.match(plain(answer.text), words)
      assert.ok(!answer.text.includes(fresh))
    }
  })

  test('does not let a borrowed session guess at the old one for long', async () => {
    const statuses = []
    for (let turn = 0; turn < 11; turn++) {
      statuses.push((await change({ current: `guess number ${turn}` })).answer.status)
    }
    assert.deepEqual(statuses, [...Array(10).fill(422), 429])
  })
})
