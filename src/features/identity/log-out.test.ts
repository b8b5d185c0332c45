import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('log-out', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const isIn = async (browser: { get(path: string): Promise<{ status: number }> }) =>
    (await browser.get('/account')).status === 200

  test('ends this session and no other', async () => {
    const [here, elsewhere] = [await world.browser(cast.mette), await world.browser(cast.mette)]
    assert.ok(await isIn(here))
    const token = here.cookies().get('session') ?? ''
    const page = await here.postAndFollow('/log-out')
    assertAccessible(page.text)
    assert.match(plain(page.text), /Du er logget ud/)
    assert.equal(here.cookies().get('session'), undefined)
    here.setCookie('session', token)
    assert.deepEqual([await isIn(here), await isIn(elsewhere)], [false, true])
  })

  test('everywhere ends every session of that user, and of nobody else', async () => {
    const [here, elsewhere] = [await world.browser(cast.mette), await world.browser(cast.mette)]
    const colleague = await world.browser(cast.ali)
    assert.ok(await isIn(here))
    const page = await here.postAndFollow('/log-out/everywhere')
    assert.match(plain(page.text), /logget ud på alle dine enheder/)
    assert.deepEqual([await isIn(elsewhere), await isIn(colleague)], [false, true])
  })

  test('does no harm to who is not logged in', async () => {
    const browser = await world.browser()
    await browser.get('/log-in')
    assert.equal((await browser.post('/log-out')).location, '/logged-out')
    assert.equal((await browser.post('/log-out/everywhere')).status, 303)
  })

  test('cannot be done to somebody by another site', async () => {
    const browser = await world.browser(cast.mette)
    assert.equal((await browser.post('/log-out', { _csrf: 'made-up' })).status, 403)
    assert.ok(await isIn(browser))
  })
})
