import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp, givePassword, halfLoggedIn } from '#tests/cast/log-in.ts'
import { softAuthenticator } from '#tests/cast/soft-authenticator.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'

describe('a passkey as second factor', () => {
  let world: World
  let cast: Cast
  const key = softAuthenticator(referralUrl)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    for (const member of [cast.mette, cast.ali]) await givePassword(world, member)
    await giveApp(world, cast.ali)
    const inside = await world.browser(cast.mette)
    await inside.get('/account')
    const answer = key.register(await challengeOf(inside, '/account/passkeys/challenge'))
    assert.equal((await inside.post('/account/passkeys', { name: 'Arbejdscomputer', answer })).status, 303)
  })
  after(() => world.close())
  beforeEach(() => world.clock.advance({ minutes: 20 }))

  async function challengeOf(browser: Browser, path = '/log-in/passkey/challenge'): Promise<string> {
    const asked = await browser.post(path)
    assert.equal(asked.status, 200, asked.text)
    return JSON.parse(asked.text).challenge
  }

  test('lets in when it answers the question that this log-in was asked', async () => {
    const { browser, next } = await halfLoggedIn(world, cast.mette)
    assertAccessible(next.text)
    assert.match(next.text, /data-passkey="get"/)
    assert.doesNotMatch(next.text, /name="code"/)
    const answer = key.logIn(await challengeOf(browser), 1)
    const entered = await browser.post('/log-in/passkey', { answer, returnTo: '/account' })
    assert.deepEqual([entered.status, entered.location], [303, '/account'])
    assert.equal((await browser.get('/account')).status, 200)
  })

  test('refuses an answer that comes twice, too late, to another question, or from a copied key', async () => {
    const { browser } = await halfLoggedIn(world, cast.mette)
    const refused = async (answer: string) => {
      const given = await browser.post('/log-in/passkey', { answer })
      assert.equal(given.status, 422)
      assertAccessible(given.text)
      assert.match(plain(given.text), /blev ikke godkendt/)
    }
    await refused(key.logIn('bm90IGFza2Vk', 9))
    const challenge = await challengeOf(browser)
    await refused(softAuthenticator(referralUrl).logIn(challenge, 9))
    await refused(key.logIn(challenge, 9))
    await refused(key.logIn(await challengeOf(browser), 1))
    const old = await challengeOf(browser)
    world.clock.advance({ minutes: 6 })
    await refused(key.logIn(old, 9))
    await refused('not even json')
  })

  test('opens no account but its own', async () => {
    const { browser } = await halfLoggedIn(world, cast.ali)
    const answer = key.logIn(await challengeOf(browser), 20)
    assert.equal((await browser.post('/log-in/passkey', { answer })).status, 422)
  })

  test('asks nothing of who has not given a password', async () => {
    const browser = await world.browser()
    await browser.get('/log-in')
    const asked = await browser.post('/log-in/passkey/challenge')
    assert.equal(asked.status, 403)
    const given = await browser.post('/log-in/passkey', { answer: '{}' })
    assert.equal(given.location, '/log-in/staff?notice=too-slow', `${given.status} ${plain(given.text)}`)
  })
})
