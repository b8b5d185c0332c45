import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the clinic’s list of cases', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], caseNumber: 'NY-1' })
    const { caseId } = await openCaseFor(world, cast.jonas, cast.bo, { clinics: [cast.bakken], caseNumber: 'GANG-2' })
    const startsAt = world.clock.now().add({ hours: 24 })
    await bookVisit(world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => world.close())

  const at = async (path: string, who = cast.sara) => {
    const page = await (await world.browser(who)).get(path)
    if (page.status === 200) assertAccessible(page.text)
    return { status: page.status, words: plain(page.text), html: page.text }
  }

  test('parts new cases from those in progress, each with its sentence of sessions', async () => {
    const fresh = await at('/clinic/cases')
    assert.match(fresh.words, /Ana Prøvesen.*Fysioterapi.*Nordlys Sundhed.*NY-1.*0 af 6, indtil/)
    assert.doesNotMatch(fresh.words, /Bo Eksempelsen/)
    const active = await at('/clinic/cases?state=active')
    assert.match(active.words, /Bo Eksempelsen.*Havblik Forsikring.*1 af 6, indtil/)
    assert.doesNotMatch(active.words, /Ana Prøvesen/)
  })

  test('counts each tab and marks where one is', async () => {
    const { html, words } = await at('/clinic/cases')
    assert.match(words, /Nye 1 I gang 1 Afsluttede 0/)
    assert.match(html, /aria-current="page">Nye/)
  })

  test('finds a patient of any insurer by part of the name, in any tab', async () => {
    assert.match((await at('/clinic/cases?q=eksemp')).words, /1 sag passer på “eksemp”.*Bo Eksempelsen.*I gang/)
    assert.match((await at('/clinic/cases?q=ANA')).words, /Ana Prøvesen/)
  })

  test('finds a case by the beginning of its number', async () => {
    const { words } = await at('/clinic/cases?q=gang')
    assert.match(words, /Bo Eksempelsen/)
    assert.doesNotMatch(words, /Ana Prøvesen/)
  })

  test('says so when nothing matches, and takes odd characters as they are', async () => {
    assert.match((await at('/clinic/cases?q=%25')).words, /Ingen sager passer/)
    assert.equal((await at('/clinic/cases?page=-3&state=nonsense')).status, 200)
  })

  test('logs whose cases were shown', async () => {
    await at('/clinic/cases?q=ny-1')
    const events = await world.sql<{ person_id: string | null; event: string }>(
      `select person_id, event from audit_events where action = 'clinic-case.list' order by at desc limit 1`,
    )
    assert.ok(events[0]?.person_id)
    assert.doesNotMatch(events[0].event, /ny-1|Prøvesen/i)
  })

  test('shows a hospital that got nothing nothing', async () => {
    assert.match((await at('/clinic/cases', cast.tove)).words, /Ingen nye sager/)
    assert.match((await at('/clinic/cases?q=ana', cast.tove)).words, /Ingen sager passer/)
  })

  test('is open to secretary, practitioner and administrator, and to no insurer', async () => {
    assert.equal((await at('/clinic/cases', cast.peter)).status, 200)
    assert.equal((await at('/clinic/cases', cast.lone)).status, 200)
    assert.equal((await at('/clinic/cases', cast.mette)).status, 403)
  })
})
