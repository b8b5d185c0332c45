import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { readWord } from '#tests/harness/read-word.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { recordDocument } from './record-document.ts'

describe('the record of processing activities', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('has a part for each activity of the model and every processor, and names controller and officer (T2.1, X1)', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    const page = await browser.get('/article-30')
    assertAccessible(page.text)
    const text = plain(page.text)
    for (const { id, name, sentence } of referralPolicy.activities)
      for (const part of [id, name.da, sentence.da]) assert.ok(text.includes(part), part)
    for (const { name, measures } of referralPolicy.processors)
      for (const part of [name, measures.da]) assert.ok(text.includes(part), part)
    for (const { text: measure } of referralPolicy.measures) assert.ok(text.includes(measure.da), measure.da)
    const { cvr, dataProtectionOfficer } = referralPolicy.controller
    assert.ok(text.includes(cvr) && text.includes(dataProtectionOfficer.email))
  })

  test('says everything in words of the reader’s language: no code of the model but the activity’s own', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    const danish = plain((await browser.get('/article-30')).text)
    const english = plain((await browser.postAndFollow('/language', { language: 'en', returnTo: '/article-30' })).text)
    const codes =
      /legitimate-interests|legal-obligation|health-care|course-end|business-contact|treatment-time|\bP\d+[YMD]\b/
    assert.doesNotMatch(danish, codes)
    assert.doesNotMatch(english, codes)
    assert.match(danish, /legitim interesse \(artikel 6, stk\. 1, litra f\): at drive en side, der virker/)
    assert.match(english, /legitimate interest \(Article 6\(1\)\(f\)\): to run a site that works/)
    assert.match(danish, /6 måneder efter, at forløbet er slut/)
    assert.match(english, /6 months after the course has ended/)
  })

  test('warns first where a clinic must keep its journal longer than the case is kept here (R2.9)', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    const text = plain((await browser.get('/article-30')).text)
    assert.match(
      text,
      /Læg mærke til.*klinikken skal gemme dem i mindst 10 år, og her slettes de efter 6 måneder.*overdrages/,
    )
    assert.match(
      text,
      /Journaler ført af læger.*mindst 10 år efter, at det seneste notat er skrevet \(autorisationsloven/,
    )
  })

  test('names to the operator all for whom it processes, and to one of them itself alone (R1.14)', async () => {
    const dorte = await world.browser({ userId: cast.dorte.userId })
    const all = plain((await dorte.get('/article-30')).text)
    for (const { name } of [cast.nordlys, cast.bakken]) assert.ok(all.includes(name), name)
    const mette = await world.browser({ userId: cast.mette.userId })
    for (const path of ['/article-30', '/article-30.csv']) {
      const own = plain((await mette.get(path)).text)
      assert.ok(own.includes(cast.nordlys.name), path)
      assert.ok(!own.includes(cast.bakken.name), path)
    }
  })

  test('comes as a sheet, one row an activity, words first and then the codes under names that never change', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    const file = await browser.get('/article-30.csv')
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8')
    const rows: string[][] = parse(file.text, { bom: true, delimiter: ';' })
    const [heads = [], ...lines] = rows
    assert.equal(lines.length, referralPolicy.activities.length)
    const cell = (activity: string, head: string) =>
      lines.find((row) => row[heads.indexOf('activity')] === activity)?.[heads.indexOf(head)] ?? ''
    assert.equal(cell('referral.course', 'maximum'), 'P6M')
    assert.equal(cell('referral.course', 'warnings'), 'duty-outlasts-promise:P10Y duty-outlasts-promise:P5Y')
    assert.match(cell('referral.course', 'Læg mærke til'), /mindst 10 år/)
    assert.match(
      cell('referral.appointment', 'Databehandleraftaler'),
      /Eksempel Beskeder ApS, Danmark, 2026-10-01: Tvungen TLS/,
    )
    assert.match(cell('referral.course', 'Dataansvarlige, vi arbejder for'), new RegExp(cast.bakken.name))
    assert.doesNotMatch(cell('referral.course', 'Dataansvarlige, vi arbejder for'), new RegExp(cast.nordlys.name))
  })

  test('comes as a Word file that says what the page says, in the reader’s language', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    for (const language of ['da', 'en'] as const) {
      await browser.post('/language', { language, returnTo: '/article-30' })
      const file = await browser.get('/article-30.docx')
      assert.match(file.headers.get('content-type') ?? '', /wordprocessingml/)
      assert.match(file.headers.get('content-disposition') ?? '', /article-30-referral-1\.docx/)
      const { text, headings } = readWord(file.bytes)
      const document = recordDocument(referralPolicy, language, [])
      for (const { heading, parts = [] } of document.parts)
        for (const said of [heading, ...parts.map((part) => part.heading)]) assert.ok(headings.includes(said), said)
      for (const { sentence } of referralPolicy.activities) assert.ok(text.includes(sentence[language]))
      assert.ok(text.includes(cast.bakken.name))
    }
  })

  test('is there for the public site too, which has no staff of its own (R2.11)', async () => {
    const browser = await world.browser({ userId: cast.dorte.userId })
    assert.match((await browser.get('/article-30')).text, /href="\/article-30\?site=marketing"/)
    const text = plain((await browser.get('/article-30?site=marketing')).text)
    for (const { name, sentence } of marketingPolicy.activities)
      assert.ok(text.includes(name.da) && text.includes(sentence.da), name.da)
    assert.match((await browser.get('/article-30.csv?site=marketing')).text, /;marketing\.contact;/)
    assert.match(readWord((await browser.get('/article-30.docx?site=marketing')).bytes).text, /Den offentlige side/)
    assert.equal((await browser.get('/article-30?site=none')).status, 404)
  })

  test('is for staff: a visitor is sent to log in, a patient is refused', async () => {
    const visitor = await world.browser()
    const { personId } = await openCaseFor(world, cast.mette, cast.ana)
    const patient = await world.browser({ personId })
    for (const path of ['/article-30', '/article-30.csv', '/article-30.docx']) {
      assert.equal((await visitor.get(path)).status, 303)
      assert.equal((await patient.get(path)).status, 403)
    }
  })
})
