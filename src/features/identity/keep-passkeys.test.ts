import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp } from '#tests/cast/log-in.ts'
import { softAuthenticator } from '#tests/cast/soft-authenticator.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'

describe('one’s own passkeys', () => {
  let world: World
  let cast: Cast
  let browser: Browser
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    browser = await world.browser(cast.mette)
    await browser.get('/account')
  })
  after(() => world.close())

  const challenge = async (): Promise<string> =>
    JSON.parse((await browser.post('/account/passkeys/challenge')).text).challenge

  async function add(name: string) {
    const key = softAuthenticator(referralUrl)
    const page = await browser.postAndFollow('/account/passkeys', { name, answer: key.register(await challenge()) })
    return { key, page }
  }

  test('are added with a name and shown, and the last one stays until there is something else', async () => {
    const { key, page } = await add('Arbejdscomputer')
    assertAccessible(page.text)
    assert.match(plain(page.text), /Adgangsnøglen er tilføjet.*Arbejdscomputer/)
    const removal = `/account/passkeys/${key.id}/removal`
    assert.match(plain((await browser.postAndFollow(removal)).text), /kan ikke fjerne din sidste adgangsnøgle/)
    await giveApp(world, cast.mette)
    const gone = plain((await browser.postAndFollow(removal)).text)
    assert.match(gone, /Adgangsnøglen er fjernet/)
    assert.doesNotMatch(gone, /Arbejdscomputer /)
  })

  test('are not added twice, without a name, or with an answer to another question', async () => {
    const { key } = await add('Telefon')
    for (const [fields, status] of [
      [{ name: 'Igen', answer: key.register(await challenge()) }, 422],
      [{ name: '', answer: key.register(await challenge()) }, 422],
      [{ name: 'Anden', answer: softAuthenticator(referralUrl).register('bm90IGFza2Vk') }, 422],
      [{ name: 'Ingen', answer: '' }, 422],
    ] as const) {
      const answer = await browser.post('/account/passkeys', fields)
      assert.equal(answer.status, status)
      assertAccessible(answer.text)
    }
    assert.equal((await world.sql('select from user_passkeys where user_id = $1', [cast.mette.userId])).length, 1)
  })

  test('are nobody else’s to remove', async () => {
    const { key } = await add('Nøglering')
    const ali = await world.browser(cast.ali)
    await ali.get('/account')
    assert.equal((await ali.post(`/account/passkeys/${key.id}/removal`)).status, 404)
    assert.doesNotMatch(plain((await ali.get('/account')).text), /Nøglering/)
  })

  test('leave a line in the audit trail', async () => {
    const [event] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'account.change' order by at desc limit 1`,
    )
    assert.equal(JSON.parse(event?.event ?? '{}').object.type, 'user')
  })
})
