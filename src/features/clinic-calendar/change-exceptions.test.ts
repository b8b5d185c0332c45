import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf, daysOfWeek, startOfDay, type Temporal } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an exception from opening hours', () => {
  let world: World
  let cast: Cast
  let monday: Temporal.PlainDate
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    monday = daysOfWeek(dayOf(world.clock.now()).add({ days: 7 }))[0]
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const startsAt = startOfDay(monday).add({ hours: 10 })
    await bookVisit(world, { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => world.close())

  const on = (days: number) => ({ date: monday.add({ days }).toString() })
  const post = async (fields: Record<string, string>, who = cast.sara) => {
    const browser = await world.browser(who)
    await browser.get('/clinic/practitioners')
    const answer = await browser.post('/clinic/exceptions', fields)
    if (answer.text !== '') assertAccessible(answer.text)
    return { ...answer, words: plain(answer.text) }
  }
  const openOn = async (days: number, practitioner = cast.peterAtWork) =>
    (
      await world.sql<{ open: string }>(
        `select open::text from practitioner_days where practitioner_id = $1 and on_date = $2`,
        [practitioner, monday.add({ days })],
      )
    )[0]?.open

  test('closes the whole clinic for a day, at once for those who search', async () => {
    assert.equal((await post({ whom: 'clinic', kind: 'closed', ...on(1), reason: 'Kursus' })).status, 303)
    assert.equal(await openOn(1), '{}')
    assert.equal(await openOn(1, cast.sofieAtWork), '{}')
    const page = await (await world.browser(cast.sara)).get('/clinic/practitioners')
    assert.match(plain(page.text), /Hele klinikken Lukket hele dagen Kursus/)
  })

  test('closes part of one practitioner’s day', async () => {
    const whom = `practitioner:${cast.sofieAtWork}`
    await post({ whom, kind: 'closed', ...on(2), opens: '12:00', closes: '13:00' })
    assert.equal((await openOn(2, cast.sofieAtWork))?.match(/\[/g)?.length, 2)
    assert.equal((await openOn(2))?.match(/\[/g)?.length, 1)
  })

  test('opens extra hours on a Saturday and asks for the clock', async () => {
    const whom = `practitioner:${cast.peterAtWork}`
    assert.match((await post({ whom, kind: 'open', ...on(5) })).words, /Skriv fra og til/)
    assert.match(
      (await post({ whom: 'clinic', kind: 'open', ...on(5), opens: '9.00', closes: '12.00' })).words,
      /én behandler/,
    )
    assert.equal((await post({ whom, kind: 'open', ...on(5), opens: '9.00', closes: '12.00' })).status, 303)
    assert.notEqual(await openOn(5), '{}')
  })

  test('shows who is booked before it closes, for a practitioner and for a room', async () => {
    for (const whom of [`practitioner:${cast.peterAtWork}`, `room:${cast.room}`]) {
      const answer = await post({ whom, kind: 'closed', ...on(0) })
      assert.equal(answer.status, 409)
      assert.match(answer.words, /1 booket patient.*Ana Prøvesen/)
    }
    assert.equal(
      (await post({ whom: `room:${cast.room}`, kind: 'closed', ...on(0), opens: '12:00', closes: '14:00' })).status,
      303,
    )
    const accepted = await post({ whom: `practitioner:${cast.peterAtWork}`, kind: 'closed', ...on(0), accepted: 'yes' })
    assert.equal(accepted.location, '/clinic/practitioners?notice=exception-saved')
  })

  test('is taken back, and the hours return', async () => {
    const [row] = await world.sql<{ id: string }>(
      `select id from opening_exceptions where practitioner_id is null and room_id is null`,
    )
    const browser = await world.browser(cast.lone)
    await browser.get('/clinic/practitioners')
    await browser.postAndFollow(`/clinic/exceptions/${row!.id}/removal`)
    assert.notEqual(await openOn(1), '{}')
    assert.equal((await browser.post(`/clinic/exceptions/${row!.id}/removal`)).status, 404)
  })

  test('is refused when it lies in the past or says half a clock', async () => {
    assert.match(
      (await post({ whom: 'clinic', kind: 'closed', date: '2026-01-05' })).words,
      /i dag eller en senere dag/,
    )
    assert.match((await post({ whom: 'clinic', kind: 'closed', ...on(3), opens: '12:00' })).words, /både fra og til/)
  })

  test('is not for a practitioner to make, nor for another clinic’s people or rooms', async () => {
    assert.equal((await post({ whom: 'clinic', kind: 'closed', ...on(3) }, cast.peter)).status, 403)
    assert.equal((await post({ whom: `room:${cast.room}`, kind: 'closed', ...on(3) }, cast.tove)).status, 422)
    const [row] = await world.sql<{ id: string }>(`select id from opening_exceptions limit 1`)
    const tove = await world.browser(cast.tove)
    await tove.get('/clinic/day')
    assert.equal((await tove.post(`/clinic/exceptions/${row!.id}/removal`)).status, 404)
  })
})
