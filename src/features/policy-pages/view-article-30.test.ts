import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the record of processing activities', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('has a part for each activity of the model and every processor, and names the controller (T2.1, X1)', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    const text = plain((await browser.get('/article-30')).text)
    for (const { id, sentence } of referralPolicy.activities)
      assert.ok(text.includes(id) && text.includes(sentence.da), id)
    for (const { name } of referralPolicy.processors) assert.ok(text.includes(name), name)
    assert.match(text, /CVR 26919991/)
  })

  test('comes as a file with one line an activity', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    const file = await browser.get('/article-30.csv')
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.equal(file.text.trimEnd().split('\r\n').length, referralPolicy.activities.length + 1)
  })

  test('is for staff: a visitor is sent to log in, a patient is refused', async () => {
    const visitor = await world.browser()
    assert.equal((await visitor.get('/article-30')).status, 303)
  })
})
