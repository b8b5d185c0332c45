import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf, startOfDay, type Temporal } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a room', () => {
  let world: World
  let cast: Cast
  let visitOn: Temporal.PlainDate
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    visitOn = dayOf(world.clock.now()).add({ days: 10 })
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const startsAt = startOfDay(visitOn).add({ hours: 10 })
    await bookVisit(world, { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => world.close())

  const lastDay = (room: string, day: Temporal.PlainDate) => ({
    room,
    'lastDay-day': `${day.day}`,
    'lastDay-month': `${day.month}`,
    'lastDay-year': `${day.year}`,
  })

  test('is added with what it is used for', async () => {
    const tove = await world.browser(cast.tove)
    const wrong = await tove.post('/clinic/rooms', { name: '', kind: 'cellar' })
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
    const page = await tove.postAndFollow('/clinic/rooms', { name: 'Skanner', kind: 'mr' })
    assert.match(plain(page.text), /Lokalet er tilføjet\..*Skanner MR-skanning/)
  })

  test('goes out of use once the patients booked there later have been seen', async () => {
    const lone = await world.browser(cast.lone)
    await lone.get('/clinic/rooms')
    const before = visitOn.subtract({ days: 1 })
    const seen = await lone.post('/clinic/room-closures', lastDay(cast.room, before))
    assert.equal(seen.status, 409)
    assert.match(plain(seen.text), /1 booket patient.*Ana Prøvesen/)
    const page = await lone.postAndFollow('/clinic/room-closures', { ...lastDay(cast.room, before), accepted: 'yes' })
    assertAccessible(page.text)
    assert.match(plain(page.text), /Lokalets sidste dag er gemt\..*Sidste dag er/)
    assert.equal((await lone.post('/clinic/room-closures', { room: cast.room })).status, 303)
    assert.equal((await lone.post('/clinic/room-closures', lastDay(cast.room, visitOn))).status, 303)
  })

  test('is each clinic’s own, and not a practitioner’s to change', async () => {
    const tove = await world.browser(cast.tove)
    await tove.get('/clinic/rooms')
    assert.equal((await tove.post('/clinic/room-closures', lastDay(cast.room, visitOn))).status, 422)
    assert.equal(
      (await (await world.browser(cast.peter)).post('/clinic/rooms', { name: 'Rum 9', kind: 'mr' })).status,
      403,
    )
  })
})
