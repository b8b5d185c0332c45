import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { codeNow, giveApp, givePassword, halfLoggedIn, wrongCode } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const secretIn = (html: string) => /secret=([A-Z2-7]+)/.exec(html)?.[1] ?? assert.fail('no secret on the page')
const offerIn = (html: string) => /name="offer" value="([^"]+)"/.exec(html)?.[1] ?? assert.fail('no offer on the page')

describe('changing to another app', () => {
  let world: World
  let cast: Cast
  let old: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await givePassword(world, cast.mette)
    old = await giveApp(world, cast.mette)
  })
  after(() => world.close())

  test('leaves the old one in use until the new one shows a right code', async () => {
    const browser = await world.browser(cast.mette)
    const page = await browser.get('/account/totp')
    assertAccessible(page.text)
    const [secret, offer] = [secretIn(page.text), offerIn(page.text)]
    const wrong = await browser.post('/account/totp', { offer, code: wrongCode(codeNow(world, secret)) })
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
    assert.equal(secretIn(wrong.text), secret)

    const half = await halfLoggedIn(world, cast.mette)
    assert.equal((await half.browser.post('/log-in/second-factor', { code: codeNow(world, old) })).status, 303)

    const told = await browser.postAndFollow('/account/totp', { offer, code: codeNow(world, secret) })
    assert.match(plain(told.text), /Den nye app er sat op/)
    world.clock.advance({ minutes: 5 })
    const later = await halfLoggedIn(world, cast.mette)
    assert.equal((await later.browser.post('/log-in/second-factor', { code: codeNow(world, old) })).status, 422)
    assert.equal((await later.browser.post('/log-in/second-factor', { code: codeNow(world, secret) })).status, 303)
  })

  test('asks again for a code that is missing, with the same picture', async () => {
    const browser = await world.browser(cast.mette)
    const page = await browser.get('/account/totp')
    const again = await browser.post('/account/totp', { offer: offerIn(page.text), code: '' })
    assert.equal(again.status, 422)
    assert.equal(secretIn(again.text), secretIn(page.text))
  })
})
