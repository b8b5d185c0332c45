import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { codeNow, giveApp, givePassword, halfLoggedIn, wrongCode } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the second factor', () => {
  let world: World
  let cast: Cast
  let secret: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await givePassword(world, cast.mette)
    secret = await giveApp(world, cast.mette)
  })
  after(() => world.close())
  // The rates refill, and no code of the test before is still good.
  beforeEach(() => world.clock.advance({ minutes: 60 }))

  test('the code of the app lets staff in, to where they were going', async () => {
    const { browser, next } = await halfLoggedIn(world, cast.mette)
    assertAccessible(next.text)
    const half = browser.cookies().get('session')
    const answer = await browser.post('/log-in/second-factor', { code: codeNow(world, secret), returnTo: '/account' })
    assert.deepEqual([answer.status, answer.location], [303, '/account'])
    assert.notEqual(browser.cookies().get('session'), half)
    assert.match(plain((await browser.get('/account')).text), /Mette Sagsen/)
    assert.deepEqual(await world.sql(`select from web_sessions where kind = 'half-staff'`), [])
  })

  test('never leads to another site', async () => {
    const { browser } = await halfLoggedIn(world, cast.mette)
    const code = codeNow(world, secret)
    assert.equal((await browser.post('/log-in/second-factor', { code, returnTo: '//evil.example' })).location, '/')
  })

  test('a code works once, also in another browser', async () => {
    const first = await halfLoggedIn(world, cast.mette)
    const second = await halfLoggedIn(world, cast.mette)
    const code = codeNow(world, secret)
    assert.equal((await first.browser.post('/log-in/second-factor', { code })).status, 303)
    const again = await second.browser.post('/log-in/second-factor', { code })
    assert.equal(again.status, 422)
    assert.match(plain(again.text), /Koden er allerede brugt/)
    assertAccessible(again.text)
  })

  test('a wrong code is refused, not shown again, and after six there is a pause', async () => {
    const { browser } = await halfLoggedIn(world, cast.mette)
    const code = wrongCode(codeNow(world, secret))
    for (let attempt = 0; attempt < 6; attempt++) {
      const answer = await browser.post('/log-in/second-factor', { code })
      assert.equal(answer.status, 422)
      assert.ok(!answer.text.includes(code))
    }
    const paused = await browser.post('/log-in/second-factor', { code: codeNow(world, secret) })
    assert.equal(paused.status, 429)
    assert.match(plain(paused.text), /for mange forsøg/)
  })

  test('without a password first there is nothing to confirm', async () => {
    const browser = await world.browser()
    await browser.get('/log-in')
    assert.equal((await browser.get('/log-in/second-factor')).location, '/log-in/staff?notice=too-slow')
    const answer = await browser.post('/log-in/second-factor', { code: codeNow(world, secret) })
    assert.equal(answer.location, '/log-in/staff?notice=too-slow')
    assert.equal((await browser.post('/log-in/second-factor', { code: '' })).status, 422)
  })

  test('a removed user is out at once, in the middle of anything', async () => {
    const { browser } = await halfLoggedIn(world, cast.mette)
    await browser.post('/log-in/second-factor', { code: codeNow(world, secret) })
    assert.equal((await browser.get('/account')).status, 200)
    await world.sql('insert into user_removals (user_id) values ($1)', [cast.mette.userId])
    assert.match((await browser.get('/account')).location ?? '', /^\/log-in\?returnTo/)
    await world.sql('delete from user_removals')
  })

  test('an hour of nothing, or ten hours of work, end the session', async () => {
    const { browser } = await halfLoggedIn(world, cast.mette)
    await browser.post('/log-in/second-factor', { code: codeNow(world, secret) })
    const [session] = await world.sql<{ idle_minutes: number; hours: string }>(
      `select idle_minutes, ends_at - $1::timestamptz as hours from web_sessions where kind = 'staff' order by ends_at desc limit 1`,
      [world.clock.now()],
    )
    assert.equal(session?.idle_minutes, 60)
    await world.sql(`update web_sessions set seen_at = now() - interval '61 minutes'`)
    assert.match((await browser.get('/account')).location ?? '', /^\/log-in/)
  })
})
