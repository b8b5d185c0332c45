import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newRecoveryCodes } from '#platform/crypto/recovery-codes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp, givePassword, halfLoggedIn } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('log-in with a recovery code', () => {
  let world: World
  let cast: Cast
  let codes: string[]
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await givePassword(world, cast.mette)
    await giveApp(world, cast.mette)
    const made = newRecoveryCodes(world.services.keyring)
    codes = made.codes
    for (const hash of made.hashes) {
      await world.sql('insert into user_recovery_codes (user_id, hash) values ($1, $2)', [
        cast.mette.userId,
        hash.toString('hex'),
      ])
    }
  })
  after(() => world.close())

  const enter = async (code: string) => {
    const { browser } = await halfLoggedIn(world, cast.mette)
    assertAccessible((await browser.get('/log-in/recovery')).text)
    return { browser, answer: await browser.post('/log-in/recovery', { code }) }
  }

  test('lets in once, and leads to the account to set up a new factor', async () => {
    const { browser, answer } = await enter(` ${codes[3]?.toUpperCase()} `)
    assert.deepEqual([answer.status, answer.location], [303, '/account?notice=recovery-code-used'])
    const account = plain((await browser.get(answer.location ?? '')).text)
    assert.match(account, /Du er logget ind med en nødkode, som nu er brugt/)
    assert.match(account, /Du har 9 nødkoder/)
  })

  test('refuses a code that was used', async () => {
    const { answer } = await enter(codes[3] ?? '')
    assert.equal(answer.status, 422)
    assert.match(plain(answer.text), /allerede brugt/)
  })

  test('refuses a code that never was, and one that is somebody else’s', async () => {
    const other = newRecoveryCodes(world.services.keyring)
    const { answer } = await enter(other.codes[0] ?? '')
    assert.equal(answer.status, 422)
    assert.match(plain(answer.text), /Nødkoden passer ikke/)
    assertAccessible(answer.text)
  })

  test('is nothing without the password', async () => {
    const browser = await world.browser()
    await browser.get('/log-in')
    assert.equal((await browser.get('/log-in/recovery')).location, '/log-in/staff?notice=too-slow')
    assert.equal((await browser.post('/log-in/recovery', { code: codes[5] })).location, '/log-in/staff?notice=too-slow')
  })
})
