import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildAssets } from '#platform/design/index.ts'
import { siteApp } from '#platform/http/site-app.ts'
import { addressOf } from '#platform/http/web-server.ts'
import { outdated, type PromiseLine, type PublishedReport, publishedReport } from '#policy/promise-report.ts'
import { promiseThemes } from '#policy/promise-themes.ts'
import { promises } from '#policy/promises.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { marketingSite } from '#sites/marketing/site.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { chooseLanguage } from '../public-pages/index.ts'
import { viewPromises } from './view-promises.ts'

const lines: readonly PromiseLine[] = promises.map(({ id, name }) => ({
  id,
  name,
  status: 'open',
  enforcedBy: [],
  tests: [],
}))
const reported = (id: string, line: Partial<PromiseLine>) =>
  lines.map((one) => (one.id === id ? { ...one, ...line } : one))
const kept = reported('R1.7', {
  status: 'kept',
  enforcedBy: ['db/migrations/0003_cases.sql', 'referral: referral.transfer'],
  tests: [{ name: 'cases > without a mark nothing goes (R1.6, R1.7)', passed: true }],
})

describe('the page of promises', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  /** The public site with a given report instead of the published one. */
  async function readerOf(report: PublishedReport | null): Promise<Browser> {
    const site = marketingSite(marketingUrl, [viewPromises(report, [referralPolicy, marketingPolicy]), chooseLanguage])
    const watch = Object.assign((...[, , , serve]: [unknown, unknown, unknown, () => Promise<Response>]) => serve(), {
      failed: () => undefined,
    })
    const assets = await buildAssets()
    const app = siteApp({ site, services: world.services, assets, watch, addressOf: addressOf(true) })
    return new Browser((asked) => Promise.resolve(app.fetch(asked)), marketingUrl)
  }

  test('shows a kept promise in plain words, with the rule, the files and the tests that show it (X5)', async () => {
    const page = await (await readerOf(publishedReport(kept, '2026-11-25'))).get('/promises')
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    const text = plain(page.text)
    assert.match(
      text,
      new RegExp(`1 løfte er holdt, og ${promises.length - 1} er vi ikke færdige med.*onsdag den 25. november 2026`),
    )
    const sentence = referralPolicy.activities.find(({ id }) => id === 'referral.transfer')?.sentence.da ?? 'missing'
    assert.ok(text.includes(sentence))
    assert.match(
      text,
      /Holdt Ingen klinik får noget at vide.*db\/migrations\/0003_cases\.sql.*cases without a mark nothing goes: bestået/,
    )
  })

  test('shows openly which are not kept, and a test that failed (X5)', async () => {
    const tests = [{ name: 'cases > without a mark nothing goes (R1.7)', passed: false }]
    const report = publishedReport(reported('R1.7', { enforcedBy: [], tests }), '2026-11-25')
    const text = plain((await (await readerOf(report)).get('/promises')).text)
    assert.match(
      text,
      /Ikke endnu Ingen klinik får noget at vide.*Hvor langt vi er\. Løftet hedder R1\.7.*nothing goes: fejlet/,
    )
    assert.match(text, /0 af 14 løfter er holdt/)
  })

  test('has every promise once, under a theme, in both languages (X5)', async () => {
    const browser = await readerOf(publishedReport(kept, '2026-11-25'))
    const danish = plain((await browser.get('/promises')).text)
    const english = plain((await browser.postAndFollow('/language', { language: 'en', returnTo: '/promises' })).text)
    for (const { id, text } of promises) assert.ok(danish.includes(text.da) && english.includes(text.en), id)
    const themed = promiseThemes.flatMap((theme) => Object.keys(theme.promises))
    assert.deepEqual(themed.toSorted(), promises.map(({ id }) => id).toSorted())
  })

  test('says what is going on while no report is published', async () => {
    const page = await (await readerOf(null)).get('/promises')
    assertAccessible(page.text)
    assert.match(plain(page.text), /Rapporten er ikke udgivet endnu/)
  })

  test('is there on both sites for everybody, and found from the privacy policy (X5)', async () => {
    const visitor = await world.browser()
    for (const host of ['', marketingUrl.origin]) {
      assert.equal((await visitor.get(`${host}/promises`)).status, 200)
      assert.match((await visitor.get(`${host}/privacy`)).text, /href="\/promises"/)
    }
  })
})

describe('the published report of the promises', () => {
  const published = publishedReport(kept, '2026-11-25')

  test('stands while a later run sees the same, on whatever day and in whatever order (X5)', () => {
    assert.deepEqual(outdated(published, kept.toReversed()), [])
  })

  test('is outdated once a test, what enforces it or the outcome is another (X5)', () => {
    const [test] = kept.find(({ id }) => id === 'R1.7')?.tests ?? []
    assert.ok(test)
    const changes: Partial<PromiseLine>[] = [
      { status: 'open' },
      { enforcedBy: ['src/other.ts'] },
      { tests: [{ ...test, name: 'renamed (R1.7)' }] },
    ]
    for (const change of changes) {
      const seen = kept.map((line) => (line.id === 'R1.7' ? { ...line, ...change } : line))
      assert.deepEqual(outdated(published, seen), ['the published report of R1.7 is not what this run saw'])
    }
    assert.match(outdated(published, kept.slice(1))[0] ?? '', /the published report of T1\.1/)
    assert.deepEqual(outdated(null, kept), ['no report of the promises is published'])
  })
})
