import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { secondsOf } from '#policy/cookies.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the cookie policy', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('has every cookie of the register with purpose and lifetime (R4.2)', async () => {
    const browser = await world.browser()
    const text = plain((await browser.get('/cookies')).text)
    for (const { name, purpose } of referralPolicy.cookies) {
      assert.ok(text.includes(name) && text.includes(purpose.da), name)
    }
    assert.match(text, /365 dage/)
  })

  test('explains how to refuse and delete cookies, in both languages (R4.4)', async () => {
    const browser = await world.browser()
    assert.match(plain((await browser.get('/cookies')).text), /Sådan afviser og sletter du cookies/)
    await browser.post('/language', { language: 'en', returnTo: '/' })
    assert.match(plain((await browser.get('/cookies')).text), /How to refuse and delete cookies/)
  })

  test('is all that a browser receives over a visit, with the lifetime that it says (T7.3)', async () => {
    const declared = new Map(referralPolicy.cookies.map((cookie) => [cookie.name, cookie]))
    const browser = await world.browser({ userId: cast.mette.userId })
    const answers = [
      await browser.get('/'),
      await browser.get('/cookies'),
      await browser.get('/log-in'),
      await browser.post('/language', { language: 'en', returnTo: '/' }),
      await (await world.browser()).get('/log-in'),
    ]
    const received = answers.flatMap((answer) => answer.headers.getSetCookie())
    assert.ok(received.length > 0)
    for (const cookie of received) {
      const entry = declared.get(cookie.split('=')[0] ?? '')
      assert.ok(entry, `Not in the register: ${cookie}`)
      const seconds = /max-age=(\d+)/i.exec(cookie)?.[1]
      assert.equal(seconds ?? null, secondsOf(entry.lifetime)?.toString() ?? null)
      assert.match(cookie, /HttpOnly/)
    }
  })
})
