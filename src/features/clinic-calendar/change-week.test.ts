import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf, daysOfWeek, startOfDay, type Temporal } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a practitioner’s weekly hours', () => {
  let world: World
  let cast: Cast
  let monday: Temporal.PlainDate
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    monday = daysOfWeek(dayOf(world.clock.now()).add({ days: 7 }))[0]
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const startsAt = startOfDay(monday).add({ hours: 15 })
    await bookVisit(world, { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => world.close())

  const page = () => `/clinic/practitioners/${cast.peterAtWork}`
  const from = () => ({
    'validFrom-day': `${monday.day}`,
    'validFrom-month': `${monday.month}`,
    'validFrom-year': `${monday.year}`,
  })
  const openOn = async (day: Temporal.PlainDate) =>
    (
      await world.sql<{ open: string }>(
        `select open::text from practitioner_days where practitioner_id = $1 and on_date = $2`,
        [cast.peterAtWork, day],
      )
    )[0]?.open

  test('are told in a line and can be changed from a day on', async () => {
    const { text } = await (await world.browser(cast.lone)).get(page())
    assert.match(plain(text), /Åbningstider for Peter Testersen Fysioterapi.*mandag–fredag 8\.00–16\.00/)
    assertAccessible(text)
    assert.match(text, /value="8\.00–16\.00"/)
  })

  test('are told what cannot be read, with everything else as it was typed', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(page())
    const answer = await browser.post(`${page()}/hours`, {
      monday: 'hele dagen',
      tuesday: '12-8',
      friday: '9-14',
      ...from(),
    })
    assert.equal(answer.status, 422)
    assert.match(plain(answer.text), /Skriv tiderne som 8-12 og 13-16.*Sluttiden skal ligge efter starttiden/)
    assert.match(answer.text, /value="9-14"/)
  })

  test('show who would fall outside before anything is saved', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(page())
    const before = await openOn(monday)
    const answer = await browser.post(`${page()}/hours`, { monday: '8-12', ...from() })
    assert.equal(answer.status, 409)
    assert.match(plain(answer.text), /1 booket patient falder uden for.*Ana Prøvesen mandag den .* kl\. 15\.00/)
    assertAccessible(answer.text)
    assert.match(answer.text, /name="monday" value="8-12"/)
    assert.equal(await openOn(monday), before)
  })

  test('are saved when the desk accepts that, and the patient stays booked', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(page())
    const fields = { monday: '8-12 og 13-14', accepted: 'yes', ...from() }
    const answer = await browser.postAndFollow(`${page()}/hours`, fields)
    assert.match(plain(answer.text), /Tiderne er gemt\..*Fra mandag den .* mandag 8\.00–12\.00 og 13\.00–14\.00/)
    assert.equal((await openOn(monday))?.split(',').length, 4)
    assert.equal(await openOn(monday.add({ days: 1 })), '{}')
    assert.equal((await world.sql(`select from appointment_cancellations`)).length, 0)
  })

  test('cannot be changed for the past', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(page())
    const past = { 'validFrom-day': '1', 'validFrom-month': '1', 'validFrom-year': '2026' }
    assert.match(plain((await browser.post(`${page()}/hours`, { monday: '8-12', ...past })).text), /en senere dag/)
  })

  test('are read by a practitioner and changed by secretary and administrator only', async () => {
    const peter = await world.browser(cast.peter)
    assert.doesNotMatch(plain((await peter.get(page())).text), /Gem tiderne/)
    assert.equal((await peter.post(`${page()}/hours`, { monday: '8-12', ...from() })).status, 403)
  })

  test('do not exist for another clinic', async () => {
    const tove = await world.browser(cast.tove)
    assert.equal((await tove.get(page())).status, 404)
    assert.equal((await tove.post(`${page()}/hours`, { monday: '8-12', ...from() })).status, 404)
    assert.equal((await tove.get('/clinic/practitioners/none')).status, 404)
  })
})
