import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf, daysOfWeek, startOfDay, type Temporal } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a practitioner who changes', () => {
  let world: World
  let cast: Cast
  let monday: Temporal.PlainDate
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    monday = daysOfWeek(dayOf(world.clock.now()).add({ days: 14 }))[0]
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const startsAt = startOfDay(monday).add({ hours: 10 })
    await bookVisit(world, { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => world.close())

  const peters = (what = '') => `/clinic/practitioners/${cast.peterAtWork}${what}`
  const on = (day: Temporal.PlainDate) => ({
    'lastDay-day': `${day.day}`,
    'lastDay-month': `${day.month}`,
    'lastDay-year': `${day.year}`,
  })
  const openDays = async (after: Temporal.PlainDate) => {
    const [row] = await world.sql<{ count: number }>(
      `select count(*)::integer as count from practitioner_days where practitioner_id = $1 and on_date > $2 and not isempty(open)`,
      [cast.peterAtWork, after],
    )
    return row?.count ?? 0
  }

  test('gives other treatments of the same profession, at least one', async () => {
    await world.sql(`update practitioners set profession = 'doctor' where id = $1`, [cast.sofieAtWork])
    const sara = await world.browser(cast.sara)
    const path = `/clinic/practitioners/${cast.sofieAtWork}`
    assertAccessible((await sara.get(path)).text)
    const none = await sara.post(`${path}/services`)
    assert.equal(none.status, 422)
    assert.match(plain(none.text), /Vælg mindst én behandling/)
    assert.equal((await sara.post(`${path}/services`, { services: 'physiotherapy' })).status, 422)
    const page = await sara.postAndFollow(`${path}/services`, { services: 'pain-specialist' })
    assert.match(plain(page.text), /Behandlingerne er gemt\..*Sofie Testersen Smertelæge/)
  })

  test('leaves only once the patients booked later have been seen', async () => {
    const sara = await world.browser(cast.sara)
    await sara.get(peters())
    const lastDay = monday.subtract({ days: 3 })
    const seen = await sara.post(peters('/departure'), on(lastDay))
    assert.equal(seen.status, 409)
    assertAccessible(seen.text)
    assert.match(plain(seen.text), /1 booket patient falder uden for.*Ana Prøvesen/)
    assert.ok((await openDays(lastDay)) > 0)
    const page = await sara.postAndFollow(peters('/departure'), { ...on(lastDay), accepted: 'yes' })
    assert.match(plain(page.text), /Den sidste dag er gemt\..*Sidste dag/)
    assert.equal(await openDays(lastDay), 0)
    assert.equal((await world.sql('select from appointment_cancellations')).length, 0)
  })

  test('stays after all when the day is left empty', async () => {
    const sara = await world.browser(cast.sara)
    await sara.get(peters())
    assert.equal((await sara.post(peters('/departure'))).status, 303)
    assert.ok((await openDays(monday)) > 0)
  })

  test('never left in the past, and is each clinic’s own', async () => {
    const sara = await world.browser(cast.sara)
    const wrong = await sara.post(peters('/departure'), on(dayOf(world.clock.now()).subtract({ days: 1 })))
    assert.equal(wrong.status, 422)
    assert.match(plain(wrong.text), /Vælg i dag eller en senere dag/)
    for (const what of ['/departure', '/services'])
      assert.equal((await (await world.browser(cast.tove)).post(peters(what))).status, 404)
    assert.equal((await (await world.browser(cast.peter)).post(peters('/departure'))).status, 403)
  })
})
