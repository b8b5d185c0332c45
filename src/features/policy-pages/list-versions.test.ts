import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { versionOf } from '#policy/version.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const summary = { da: 'Du kan nu booke for dit barn.', en: 'You can now book for your child.' }
const second = versionOf({
  ...referralPolicy,
  version: '2',
  validFrom: '2027-01-15',
  change: { important: true, summary },
  terms: [{ heading: { da: 'Børn', en: 'Children' }, text: summary }],
})
const smallSummary = { da: 'Vi har fået et nyt telefonnummer.', en: 'We have a new telephone number.' }
const third = versionOf({ ...second.model, version: '3', change: { important: false, summary: smallSummary } })

describe('earlier versions of the policy', () => {
  let world: World
  let browser: Browser
  before(async () => {
    world = await openWorld({ versions: [third, second, ...publishedVersions('referral')], served: second.model })
    browser = await world.browser()
  })
  after(() => world.close())

  const read = async (path: string) => {
    const { status, text } = await browser.get(path)
    assert.equal(status, 200)
    assertAccessible(text)
    return { html: text, words: plain(text) }
  }

  test('are listed with date, checksum, and what each changed and how much it matters (T1.1, T19.5)', async () => {
    assert.match((await read('/privacy')).html, /href="\/privacy\/versions"/)
    const { html, words } = await read('/privacy/versions')
    assert.match(words, /Version 3 .*Mindre ændring Vi har fået et nyt telefonnummer\./)
    assert.match(words, /Version 2 Gælder nu .*15\. januar 2027 Vigtig ændring Du kan nu booke for dit barn\./)
    assert.match(words, /Version 1 .*Den første version/)
    for (const version of ['1', '2', '3']) {
      assert.match(html, new RegExp(`href="/privacy/versions/${version}"`))
      assert.match(html, new RegExp(`href="/privacy/versions/${version}/terms"`))
    }
  })

  test('can each be read, the policy and the terms, as they were (T1.1)', async () => {
    assert.match((await read('/privacy/versions/1')).words, /Sådan behandler vi dine oplysninger/)
    const { words, html } = await read('/privacy/versions/1/terms')
    assert.match(words, /Vilkår for brug/)
    assert.match(words, /Det her er version 1\. Den gælder ikke længere\. Læs den, der gælder nu/)
    for (const { text } of referralPolicy.terms) assert.ok(words.includes(text.da), text.da)
    assert.match(html, /href="\/terms"/)
    assert.doesNotMatch((await read('/terms')).words, /gælder ikke/)
  })

  test('tell what they changed, and since when (T19.5)', async () => {
    for (const path of ['/privacy', '/terms', '/privacy/versions/2', '/privacy/versions/2/terms']) {
      const { words } = await read(path)
      assert.match(words, /Det er nyt i version 2, der gælder fra .*15\. januar 2027 Vigtig ændring Du kan nu booke/)
    }
    assert.match((await read('/privacy/versions/3')).words, /Den gælder ikke endnu.*Mindre ændring/)
    assert.doesNotMatch((await read('/privacy/versions/1')).words, /Det er nyt/)
  })

  test('that never were do not exist', async () => {
    assert.equal((await browser.get('/privacy/versions/999')).status, 404)
    assert.equal((await browser.get('/privacy/versions/999/terms')).status, 404)
  })
})
