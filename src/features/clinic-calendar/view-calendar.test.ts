import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf, daysOfWeek, startOfDay, type Temporal } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { weekText } from './calendar-days.ts'

describe('the clinic’s calendar', () => {
  let world: World
  let cast: Cast
  let wednesday: Temporal.PlainDate
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    wednesday = daysOfWeek(dayOf(world.clock.now()).add({ days: 7 }))[2]
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const startsAt = startOfDay(wednesday).add({ hours: 10 })
    await bookVisit(world, { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => world.close())

  const at = async (path: string, who = cast.sara) => {
    const page = await (await world.browser(who)).get(path)
    if (page.status === 200) assertAccessible(page.text)
    return { status: page.status, words: plain(page.text), html: page.text }
  }
  const week = () => weekText(wednesday)

  test('shows a practitioner’s week with visits and the free time around them', async () => {
    const { words, html } = await at(`/clinic/calendar?practitioner=${cast.peterAtWork}&week=${week()}`)
    assert.match(words, new RegExp(`Kalender: uge ${Number(week().slice(-2))}`))
    assert.match(words, /08\.00–10\.00 Ledig 10\.00–10\.45 Ana Prøvesen Fysioterapi 10\.45–16\.00 Ledig/)
    assert.match(words, /Forrige uge Denne uge Næste uge/)
    assert.doesNotMatch(words, /lørdag/)
    assert.match(html, /data-calendar/)
  })

  test('has a free week of the colleague beside it', async () => {
    const { words } = await at(`/clinic/calendar?practitioner=${cast.sofieAtWork}&week=${week()}`)
    assert.doesNotMatch(words, /Ana Prøvesen/)
    assert.match(words, /08\.00–16\.00 Ledig/)
  })

  test('shows the desk everybody on one day, and a practitioner the own week', async () => {
    const desk = await at(`/clinic/calendar?date=${wednesday}`)
    assert.match(desk.words, /Alle behandlere onsdag den/)
    assert.match(desk.words, /Ana Prøvesen.*Sofie Testersen Fysioterapi 08\.00–16\.00 Ledig/)
    assert.match((await at('/clinic/calendar', cast.peter)).words, /Peter Testersen, \d+\. \p{L}+ – \d+\. \p{L}+/u)
    assert.match((await at('/clinic/calendar')).words, /Alle behandlere/)
  })

  test('marks today and closed days', async () => {
    const { html } = await at(`/clinic/calendar?practitioner=${cast.peterAtWork}`)
    const today = dayOf(world.clock.now())
    if (today.dayOfWeek <= 5) assert.match(html, /calendar-now/)
    const sunday = daysOfWeek(wednesday)[6]
    assert.match((await at(`/clinic/calendar?date=${sunday}`)).words, /08\.00–16\.00 Lukket/)
  })

  test('takes an odd week or practitioner for none', async () => {
    assert.equal((await at('/clinic/calendar?week=2026-W99&practitioner=nobody')).status, 200)
  })

  test('shows another clinic’s people to nobody', async () => {
    const { words } = await at(`/clinic/calendar?practitioner=${cast.peterAtWork}&week=${week()}`, cast.tove)
    assert.doesNotMatch(words, /Ana Prøvesen|Peter Testersen/)
    assert.equal((await at('/clinic/calendar', cast.mette)).status, 403)
  })
})
