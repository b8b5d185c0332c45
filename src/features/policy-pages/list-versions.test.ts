import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('earlier versions of the policy', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('are listed with date and checksum, and each can be read (T1.1)', async () => {
    const browser = await world.browser()
    assert.match((await browser.get('/privacy')).text, /href="\/privacy\/versions"/)
    const list = await browser.get('/privacy/versions')
    assert.match(list.text, new RegExp(`href="/privacy/versions/${referralPolicy.version}"`))
    const one = await browser.get(`/privacy/versions/${referralPolicy.version}`)
    assert.match(plain(one.text), /Sådan behandler vi dine oplysninger/)
  })

  test('that never were do not exist', async () => {
    const browser = await world.browser()
    assert.equal((await browser.get('/privacy/versions/999')).status, 404)
  })
})
