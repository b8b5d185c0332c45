import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { codeNow, giveApp, givePassword, halfLoggedIn, wrongCode } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const secretIn = (html: string) => /secret=([A-Z2-7]+)/.exec(html)?.[1] ?? assert.fail('no secret on the page')
const offerIn = (html: string) => /name="offer" value="([^"]+)"/.exec(html)?.[1] ?? assert.fail('no offer on the page')

describe('setting up the first second factor', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    for (const member of [cast.mette, cast.ali, cast.jonas]) await givePassword(world, member)
    await giveApp(world, cast.jonas)
  })
  after(() => world.close())

  test('shows a picture and a key, and lets in with the first code', async () => {
    const { browser, next } = await halfLoggedIn(world, cast.mette)
    assertAccessible(next.text)
    assert.match(next.text, /<svg[^>]+role="img"/)
    const fields = { offer: offerIn(next.text), code: codeNow(world, secretIn(next.text)) }
    const answer = await browser.post('/log-in/set-up', fields)
    assert.deepEqual([answer.status, answer.location], [303, '/account?notice=second-factor-set'])
    assert.match(plain((await browser.get('/account')).text), /Du har ingen nødkoder/)
    const [row] = await world.sql<{ secret_sealed: Buffer }>('select secret_sealed from user_totp where user_id = $1', [
      cast.mette.userId,
    ])
    assert.ok(!row?.secret_sealed.toString('latin1').includes(secretIn(next.text)))
  })

  test('keeps the picture when the code is wrong, and gives a new one when the page is too old', async () => {
    const { browser, next } = await halfLoggedIn(world, cast.ali)
    const offer = offerIn(next.text)
    const code = wrongCode(codeNow(world, secretIn(next.text)))
    const again = await browser.post('/log-in/set-up', { offer, code })
    assert.equal(again.status, 422)
    assert.equal(secretIn(again.text), secretIn(next.text))
    assertAccessible(again.text)
    world.clock.advance({ minutes: 31 })
    const late = await browser.post('/log-in/set-up', { offer, code: codeNow(world, secretIn(next.text)) })
    assert.equal(late.status, 422)
    assert.notEqual(secretIn(late.text), secretIn(next.text))
  })

  test('takes no secret that was offered to somebody else', async () => {
    const mine = await halfLoggedIn(world, cast.ali)
    await world.sql('delete from user_totp where user_id = $1', [cast.mette.userId])
    const hers = await halfLoggedIn(world, cast.mette)
    const fields = { offer: offerIn(mine.next.text), code: codeNow(world, secretIn(mine.next.text)) }
    assert.equal((await hers.browser.post('/log-in/set-up', fields)).status, 422)
  })

  test('is no way around the factor that a user has', async () => {
    const mine = await halfLoggedIn(world, cast.ali)
    const { browser } = await halfLoggedIn(world, cast.jonas)
    assert.equal((await browser.get('/log-in/set-up')).location, '/log-in/second-factor')
    const fields = { offer: offerIn(mine.next.text), code: codeNow(world, secretIn(mine.next.text)) }
    assert.equal((await browser.post('/log-in/set-up', fields)).location, '/log-in/second-factor')
  })
})
