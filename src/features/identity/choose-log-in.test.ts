import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the log-in page', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('offers patients MitID and staff a link, and carries where they wanted to go', async () => {
    const browser = await world.browser()
    const page = await browser.get('/log-in?returnTo=%2Fcases%3Fpage%3D2')
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Log ind med MitID/)
    assert.match(page.text, /name="returnTo" value="\/cases\?page=2"/)
    assert.match(page.text, /\/log-in\/staff\?returnTo=%2Fcases%3Fpage%3D2/)
  })

  test('never carries anybody to another site', async () => {
    const browser = await world.browser()
    for (const evil of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const page = await browser.get(`/log-in?returnTo=${encodeURIComponent(evil)}`)
      assert.match(page.text, /name="returnTo" value="\/"/)
    }
  })

  test('sends those who are logged in on to where they were going', async () => {
    const { mette } = await settle(world)
    const browser = await world.browser({ userId: mette.userId })
    const page = await browser.get('/log-in?returnTo=%2Faccount')
    assert.deepEqual([page.status, page.location], [303, '/account'])
  })

  test('speaks English too', async () => {
    const browser = await world.browser()
    browser.setCookie('language', 'en')
    assert.match(plain((await browser.get('/log-in')).text), /You need no account/)
  })
})
