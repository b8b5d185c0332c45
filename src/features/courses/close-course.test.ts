import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the end of a course', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('tells the insurer the outcome and leaves the case to be read only (R2.5)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const path = `/clinic/cases/${caseId}`
    const browser = await world.browser(cast.peter)
    await browser.get(`${path}/closure`)
    const page = await browser.postAndFollow(`${path}/closure`, { outcome: 'improved', summary: 'Kan gå ture igen' })
    const words = plain(page.text)
    assert.match(words, /Forløbet er afsluttet Det blev afsluttet den .* af Peter Testersen\./)
    assert.match(words, /Udfald: Bedre Opsummering: Kan gå ture igen/)
    assert.doesNotMatch(words, /Nyt notat|Book en tid/)
    const [ledger] = await world.sql<{ fields: string[] }>(
      `select fields from disclosures where direction = 'to-insurer' and case_id = $1`,
      [caseId],
    )
    assert.deepEqual(ledger?.fields, ['outcome', 'summary'])
    assert.equal((await browser.post(`${path}/notes`, { text: 'For sent' })).status, 409)
    assert.equal((await browser.post(`${path}/closure`, { outcome: 'worse' })).status, 409)
    assert.equal((await browser.post(`${path}/session-request`, { sessions: '1', reason: 'x' })).status, 409)
    assert.match(plain((await browser.get('/clinic/cases?state=closed')).text), /Ana Prøvesen/)
  })

  test('waits until no visit is ahead', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    const startsAt = world.clock.now().add({ hours: 24 })
    await bookVisit(world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    const browser = await world.browser(cast.sara)
    assert.match(
      plain((await browser.get(`/clinic/cases/${caseId}/closure`)).text),
      /en tid hos jer, der ikke er gennemført/,
    )
    assert.equal((await browser.post(`/clinic/cases/${caseId}/closure`, { outcome: 'recovered' })).status, 409)
  })

  test('needs an outcome', async () => {
    const { caseId } = await openCaseFor(world, cast.jonas, cast.bo, { clinics: [cast.bakken] })
    const browser = await world.browser(cast.sara)
    assertAccessible((await browser.get(`/clinic/cases/${caseId}/closure`)).text)
    assert.equal((await browser.post(`/clinic/cases/${caseId}/closure`, {})).status, 422)
  })

  test('is not for another clinic or for the administrator', async () => {
    const { caseId } = await openCaseFor(world, cast.jonas, cast.ana, { clinics: [cast.bakken] })
    assert.equal((await (await world.browser(cast.tove)).get(`/clinic/cases/${caseId}/closure`)).status, 404)
    assert.equal((await (await world.browser(cast.lone)).get(`/clinic/cases/${caseId}/closure`)).status, 403)
  })
})
