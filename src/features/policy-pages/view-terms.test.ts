import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the terms of use', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('stand in the model, with version and date, and are found from every page (R5.1)', async () => {
    const browser = await world.browser()
    assert.match((await browser.get('/')).text, /href="\/terms"/)
    const text = plain((await browser.get('/terms')).text)
    for (const { text: term } of referralPolicy.terms) assert.ok(text.includes(term.da), term.da)
    assert.match(text, /Version 1, gælder fra/)
  })

  test('are there in English too (R5.1)', async () => {
    const browser = await world.browser()
    const text = plain((await browser.postAndFollow('/language', { language: 'en', returnTo: '/terms' })).text)
    for (const { text: term } of referralPolicy.terms) assert.ok(text.includes(term.en), term.en)
  })
})
