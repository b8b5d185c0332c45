import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp, givePassword, halfLoggedIn } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('making recovery codes', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await givePassword(world, cast.mette)
    await giveApp(world, cast.mette)
  })
  after(() => world.close())

  test('shows ten codes once, and new ones end the old', async () => {
    const browser = await world.browser(cast.mette)
    await browser.get('/account')
    const make = async () => {
      const page = await browser.post('/account/recovery-codes')
      assert.equal(page.status, 200)
      assertAccessible(page.text)
      return plain(page.text).match(/\b[2-9a-z]{5}-[2-9a-z]{5}\b/g) ?? []
    }
    const first = await make()
    const second = await make()
    assert.deepEqual([first.length, second.length], [10, 10])
    const account = plain((await browser.get('/account')).text)
    assert.match(account, /Du har 10 nødkoder/)
    assert.ok(!account.includes(second[0] ?? ''))
    assert.ok(!JSON.stringify(await world.sql('select hash from user_recovery_codes')).includes(second[0] ?? ''))

    const half = await halfLoggedIn(world, cast.mette)
    assert.equal((await half.browser.post('/log-in/recovery', { code: first[0] ?? '' })).status, 422)
    assert.equal((await half.browser.post('/log-in/recovery', { code: second[0] ?? '' })).status, 303)
  })
})
