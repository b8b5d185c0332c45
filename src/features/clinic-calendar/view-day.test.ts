import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf, startOfDay } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the working list of the day', () => {
  let world: World
  let cast: Cast
  let tomorrow: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const day = dayOf(world.clock.now()).add({ days: 1 })
    tomorrow = day.toString()
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const bo = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    await openCaseFor(world, cast.jonas, cast.bo, { clinics: [cast.bakken] })
    const at = (hours: number) => startOfDay(day).add({ hours })
    await bookVisit(world, { ...bo, practitionerId: cast.sofieAtWork, roomId: cast.room, startsAt: at(11) })
    await bookVisit(world, { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt: at(9) })
    await bookVisit(world, {
      ...ana,
      practitionerId: cast.peterAtWork,
      roomId: cast.room,
      startsAt: startOfDay(dayOf(world.clock.now())),
    })
  })
  after(() => world.close())

  const at = async (path: string, who = cast.sara) => {
    const page = await (await world.browser(who)).get(path)
    if (page.status === 200) assertAccessible(page.text)
    return { status: page.status, words: plain(page.text), html: page.text }
  }

  test('stands in the order of the clock with patient, practitioner, room and state', async () => {
    const { words } = await at(`/clinic/day?date=${tomorrow}`)
    assert.match(words, /2 tider: 2 booket\./)
    assert.match(
      words,
      /09\.00 Ana Prøvesen Fysioterapi Peter Testersen, Rum 1 Booket.*11\.00 Bo Eksempelsen .*Sofie Testersen/,
    )
  })

  test('tells how many new cases lack a time', async () => {
    assert.match((await at('/clinic/day')).words, /1 ny sag mangler en tid/)
  })

  test('has buttons on the day that say to a screen reader whose visit they are for', async () => {
    const { words } = await at('/clinic/day')
    assert.match(words, /Ankommet for Ana Prøvesen kl\. 00\.00 Gennemført for Ana Prøvesen kl\. 00\.00 Udeblevet for/)
    assert.doesNotMatch((await at(`/clinic/day?date=${tomorrow}`)).words, /Gennemført for/)
  })

  test('can be read by the administrator, who notes nothing', async () => {
    const { words, status } = await at('/clinic/day', cast.lone)
    assert.equal(status, 200)
    assert.doesNotMatch(words, /Gennemført for/)
  })

  test('takes an odd date for today, and names holidays', async () => {
    assert.match((await at('/clinic/day?date=2026-02-31')).words, /1 tid: 1 booket/)
    assert.match((await at('/clinic/day?date=2026-12-25')).words, /Juledag/)
  })

  test('shows another clinic and an insurer nothing of it', async () => {
    assert.match((await at(`/clinic/day?date=${tomorrow}`, cast.tove)).words, /Tilføj jeres første behandler/)
    assert.equal((await at('/clinic/day', cast.mette)).status, 403)
  })

  test('logs each person whose visit was shown, once', async () => {
    const before = await countViews()
    await at(`/clinic/day?date=${tomorrow}`)
    assert.equal(await countViews(), before + 2)
  })

  const countViews = async () =>
    (await world.sql(`select from audit_events where action = 'clinic-appointment.list' and person_id is not null`))
      .length
})
