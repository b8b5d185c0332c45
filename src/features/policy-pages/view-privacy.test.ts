import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the published privacy policy', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('has each activity of the model, with its sentence, in both languages (R1.1, X1)', async () => {
    const browser = await world.browser()
    const danish = plain((await browser.get('/privacy')).text)
    const english = plain((await browser.postAndFollow('/language', { language: 'en', returnTo: '/privacy' })).text)
    for (const { sentence } of referralPolicy.activities) {
      assert.ok(danish.includes(sentence.da), sentence.da)
      assert.ok(english.includes(sentence.en), sentence.en)
    }
  })

  test('says how long, by the period that stands in the model (X1)', async () => {
    const browser = await world.browser()
    assert.match(plain((await browser.get('/privacy')).text), /6 måneder efter, at forløbet er slut/)
  })

  test('names each law by which an authority can ask, and whom the record names as recipients by it (T8.1, R1.14, X1)', async () => {
    const { dorte } = cast
    const staff = await world.browser({ userId: dorte.userId })
    const [policyPage, record] = [
      plain((await staff.get('/privacy')).text),
      plain((await staff.get('/article-30')).text),
    ]
    const laws = referralPolicy.activities.flatMap((activity) => activity.laws ?? [])
    assert.ok(laws.length > 0)
    for (const { authority, law, when } of laws) {
      const said = `${authority.da}, ${law.da}: ${when.da}`
      assert.ok(policyPage.includes(said), said)
      assert.ok(record.includes(said), said)
    }
    assert.match(policyPage, /Vi giver kun dine oplysninger til .* myndigheder, når en lov kræver det/)
  })

  test('leads staff, and nobody else, to the record of processing', async () => {
    const { dorte } = cast
    const link = /href="\/article-30"/
    assert.match((await (await world.browser({ userId: dorte.userId })).get('/privacy')).text, link)
    assert.doesNotMatch((await (await world.browser()).get('/privacy')).text, link)
  })

  test('tells a patient how long a law binds the clinic, and keeps what only machines need out of sight', async () => {
    const page = await (await world.browser()).get('/privacy')
    assertAccessible(page.text)
    assert.match(plain(page.text), /Loven kræver.*klinikken skal gemme dem i mindst 10 år.*før vi sletter/)
    assert.doesNotMatch(plain(page.text), /legitimate-interests|\bP\d+[YMD]\b|course-end/)
  })

  test('shows the way to the controller and to the authority (T2.1, T5.8)', async () => {
    const browser = await world.browser()
    const text = plain((await browser.get('/privacy')).text)
    assert.match(text, /datatilsynet\.dk/)
    assert.match(text, /26919991|26 91 99 91/)
  })
})
