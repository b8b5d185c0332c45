import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the front page', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('greets a visitor in Danish, without setting a cookie (R5.2, T7.4)', async () => {
    const browser = await world.browser()
    const page = await browser.get('/')
    assert.equal(page.status, 200)
    assert.match(plain(page.text), /Find og hold styr på din behandlingstid/)
    assert.deepEqual(page.headers.getSetCookie(), [])
  })

  test('remembers the language that a visitor chose (T7.1)', async () => {
    const browser = await world.browser()
    const page = await browser.postAndFollow('/language', { language: 'en', returnTo: '/' })
    assert.match(plain(page.text), /Find and keep your appointment/)
    assert.match(plain((await browser.get('/privacy')).text), /How we process your information/)
  })

  test('tells of pages that do not exist in plain words', async () => {
    const browser = await world.browser()
    const page = await browser.get('/nothing-here')
    assert.equal(page.status, 404)
    assert.match(plain(page.text), /Vi kan ikke finde siden/)
  })
})
