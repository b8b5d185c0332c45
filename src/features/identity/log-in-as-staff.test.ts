import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp, givePassword, halfLoggedIn, testPassword } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('log-in of staff with a password', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    for (const member of [cast.mette, cast.ali, cast.jonas, cast.birthe]) await givePassword(world, member)
    await giveApp(world, cast.mette)
  })
  after(() => world.close())

  const tryPassword = async (email: string, password: string) => {
    world.clock.advance({ minutes: 10 })
    const browser = await world.browser()
    assertAccessible((await browser.get('/log-in/staff')).text)
    return browser.post('/log-in/staff', { email, password })
  }
  /** The page without what differs from page to page anyway. */
  const told = (text: string, email: string) =>
    text.replaceAll(/value="[\w.-]+\.[\w-]+"|nonce="[^"]+"/g, '').replaceAll(email, 'EMAIL')

  test('says the same of an unknown user, a wrong password, a removed user and one without a password', async () => {
    await world.sql('insert into user_removals (user_id) values ($1)', [cast.ali.userId])
    const tries = [
      [cast.jonas.email, 'not the right password'],
      ['nobody@nordlys.example', testPassword],
      [cast.ali.email, testPassword],
      [cast.tove.email, testPassword],
    ] as const
    const answers = []
    for (const [email, password] of tries) {
      const answer = await tryPassword(email, password)
      assertAccessible(answer.text)
      assert.match(plain(answer.text), /E-mailen eller adgangskoden passer ikke/)
      assert.ok(!answer.text.includes(password))
      answers.push([answer.status, answer.headers.getSetCookie(), told(answer.text, email)])
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    assert.equal(answers[0]?.[0], 422)
  })

  test('goes on to the second factor, and the e-mail may be typed in capitals', async () => {
    const answer = await tryPassword(cast.mette.email.toUpperCase(), testPassword)
    assert.deepEqual([answer.status, answer.location], [303, '/log-in/second-factor'])
    assert.match(answer.headers.getSetCookie().join(), /session=.+HttpOnly; SameSite=Lax/)
  })

  test('a user without a second factor is made to set one up', async () => {
    assert.equal((await tryPassword(cast.jonas.email, testPassword)).location, '/log-in/set-up')
  })

  test('opens nothing before the second factor is given', async () => {
    const { browser } = await halfLoggedIn(world, cast.mette)
    for (const path of ['/account', '/account/totp', '/cases', '/organisation/users']) {
      const answer = await browser.get(path)
      assert.equal(answer.status, 303, path)
      assert.match(answer.location ?? '', /^\/log-in\?returnTo=/, path)
    }
    for (const path of ['/account/password', '/account/recovery-codes', '/account/passkeys/challenge']) {
      assert.match((await browser.post(path)).location ?? '', /^\/log-in\?/, path)
    }
  })

  test('gives a new token even to a browser that brought one', async () => {
    world.clock.advance({ minutes: 10 })
    const browser = await world.browser()
    browser.setCookie('session', 'planted-by-somebody-else')
    await browser.get('/log-in/staff')
    await browser.postAndFollow('/log-in/staff', { email: cast.mette.email, password: testPassword })
    const first = browser.cookies().get('session')
    assert.notEqual(first, 'planted-by-somebody-else')
    await browser.get('/log-in/staff')
    await browser.postAndFollow('/log-in/staff', { email: cast.mette.email, password: testPassword })
    assert.notEqual(browser.cookies().get('session'), first)
    const stale = await world.browser()
    stale.setCookie('session', first ?? '')
    assert.equal((await stale.get('/log-in/second-factor')).location, '/log-in/staff?notice=too-slow')
  })

  test('slows down guessing at one account, known or unknown, from whatever address', async () => {
    for (const email of [cast.birthe.email, 'guessed@nordlys.example']) {
      const statuses = []
      for (let attempt = 0; attempt < 12; attempt++) {
        const browser = await world.browser()
        await browser.get('/log-in/staff')
        statuses.push((await browser.post('/log-in/staff', { email, password: 'a wrong guess' })).status)
      }
      assert.deepEqual(statuses, [...Array(10).fill(422), 429, 429], email)
      world.clock.advance({ minutes: 10 })
    }
  })

  test('is noted in the audit trail, refused or half done, without the address', async () => {
    await tryPassword(cast.mette.email, 'wrong once more')
    await tryPassword(cast.mette.email, testPassword)
    const events = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'log-in.staff' order by at desc limit 2`,
    )
    const [done, refused] = events.map(({ event }) => JSON.parse(event))
    assert.deepEqual([done.result, done.detail.userId], ['done', cast.mette.userId])
    assert.equal(refused.result, 'refused')
    assert.ok(!JSON.stringify(events).includes(cast.mette.email))
  })

  test('asks for what is missing, and keeps the e-mail', async () => {
    const answer = await tryPassword(cast.mette.email, '')
    assert.equal(answer.status, 422)
    assert.match(plain(answer.text), /Skriv din adgangskode/)
    assert.ok(answer.text.includes(cast.mette.email))
  })
})
