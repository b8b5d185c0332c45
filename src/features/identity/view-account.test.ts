import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the account page', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('shows each member of staff how they log in, whatever their role', async () => {
    await giveApp(world, cast.mette)
    for (const member of [cast.mette, cast.sara, cast.omar, cast.dorte]) {
      const page = await (await world.browser(member)).get('/account')
      assert.equal(page.status, 200)
      assertAccessible(page.text)
      assert.ok(plain(page.text).includes(`Du logger ind med ${member.email}`))
      assert.match(plain(page.text), /Du har ingen nødkoder/)
    }
    assert.match(plain((await (await world.browser(cast.mette)).get('/account')).text), /Du har sat en app op/)
  })

  test('tells staff that the operator answers for their own data, and how to complain (R3.1, T5.8)', async () => {
    const page = await (await world.browser(cast.sara)).get('/account')
    assert.match(plain(page.text), /skrive til databeskyttelse@klinikbro\.example\. Du får svar senest én måned efter/)
    assert.match(page.text, /href="https:\/\/www\.datatilsynet\.dk\/"/)
  })

  test('sends nobody to log-in, and shows patients nothing', async () => {
    const nobody = await world.browser()
    assert.equal((await nobody.get('/account')).location, '/log-in?returnTo=%2Faccount')
    await world.sql(`insert into persons (id) values ('01980000-0000-7000-8000-000000000001')`)
    const [row] = await world.sql<{ id: never }>('select id from persons limit 1')
    const patient = await world.browser({ personId: row?.id as never })
    assert.equal((await patient.get('/account')).status, 404)
  })

  test('wants a new log-in before it changes how one logs in, half an hour on', async () => {
    const browser = await world.browser(cast.mette)
    await browser.get('/account')
    await world.sql(`update web_sessions set started_at = now() - interval '31 minutes'`)
    const page = await browser.get('/account')
    assertAccessible(page.text)
    assert.match(plain(page.text), /Log ind igen for at ændre app/)
    assert.doesNotMatch(page.text, /data-passkey|recovery-codes/)
    assert.equal((await browser.get('/account/totp')).location, '/account?notice=log-in-anew')
    assert.equal((await browser.post('/account/passkeys/challenge')).status, 403)
    for (const path of ['/account/recovery-codes', '/account/passkeys/some-key/removal']) {
      assert.equal((await browser.post(path)).location, '/account?notice=log-in-anew')
    }
    assert.match(plain((await browser.get('/account?notice=log-in-anew')).text), /Log ud og ind igen/)
  })

  test('speaks English too', async () => {
    const browser = await world.browser(cast.mette)
    browser.setCookie('language', 'en')
    assert.match(plain((await browser.get('/account')).text), /You have set up an app/)
  })
})
