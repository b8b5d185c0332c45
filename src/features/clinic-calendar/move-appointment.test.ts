import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { dayOf, startOfDay, type Temporal } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { weekText } from './calendar-days.ts'

describe('moving an appointment at the clinic', () => {
  let world: World
  let cast: Cast
  let caseId: Id<'case'>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    caseId = (await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], sessions: 3 })).caseId
  })
  after(() => world.close())

  const offered = (html: string) => [...html.matchAll(/name="time" value="([^"]+)"/g)].map(([, value]) => value ?? '')
  const booked = (startsAt: Temporal.Instant) =>
    bookVisit(world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  const nextWeek = () => startOfDay(dayOf(world.clock.now()).add({ days: 9 })).add({ hours: 5 })

  test('keeps its session, points from the old to the new, and tells the patient', async () => {
    const id = await booked(nextWeek())
    const browser = await world.browser(cast.sara)
    const page = await browser.get(`/clinic/appointments/${id}/times`)
    assert.match(plain(page.text), /Flyt tiden for Ana Prøvesen Tiden er nu .* hos Peter Testersen/)
    const moved = await browser.postAndFollow(`/clinic/appointments/${id}/move`, { time: offered(page.text).at(-8)! })
    assert.match(plain(moved.text), /Tiden er flyttet, og patienten får besked.*Tiden blev flyttet fra/)
    assert.match(plain((await browser.get(`/clinic/appointments/${id}`)).text), /Tiden er flyttet Se den nye tid/)
    assert.equal((await world.sql(`select from session_uses`)).length, 1)
    assert.equal((await browser.post(`/clinic/appointments/${id}/move`, { time: offered(page.text)[4]! })).status, 409)
  })

  test('offers half an hour later, which overlaps the old time, and takes it; a new booking is not offered it', async () => {
    const today = dayOf(world.clock.now())
    const startsAt = startOfDay(today.add({ days: 22 - today.dayOfWeek })).add({ hours: 10 })
    const id = await booked(startsAt)
    const browser = await world.browser(cast.sara)
    const week = `?week=${weekText(dayOf(startsAt))}`
    const later = `${cast.peterAtWork}~${startsAt.add({ minutes: 30 })}`
    const toBook = offered((await browser.get(`/clinic/cases/${caseId}/times${week}`)).text)
    assert.ok(toBook.length > 0 && !toBook.includes(later))
    const toMove = offered((await browser.get(`/clinic/appointments/${id}/times${week}`)).text)
    assert.ok(toMove.includes(later))
    assert.ok(!toMove.includes(`${cast.peterAtWork}~${startsAt}`))
    const moved = await browser.postAndFollow(`/clinic/appointments/${id}/move`, { time: later })
    assert.match(plain(moved.text), /Tiden er flyttet, og patienten får besked/)
  })

  test('after the deadline needs a reason, which is sealed', async () => {
    const id = await booked(world.clock.now().add({ minutes: 90 }))
    const browser = await world.browser(cast.sara)
    const page = await browser.get(`/clinic/appointments/${id}/times`)
    assert.match(plain(page.text), /Det er efter fristen for at flytte/)
    assertAccessible(page.text)
    const time = offered(page.text).at(-1)!
    const without = await browser.post(`/clinic/appointments/${id}/move`, { time })
    assert.equal(without.status, 422)
    assert.match(plain(without.text), /Skriv hvorfor tiden flyttes efter fristen/)
    await browser.postAndFollow(`/clinic/appointments/${id}/move`, { time, reason: 'Toget er aflyst' })
    const [row] = await world.sql<{ note_sealed: Buffer }>(
      `select note_sealed from cancellation_notes where appointment_id = $1`,
      [id],
    )
    assert.doesNotMatch(row!.note_sealed.toString('latin1'), /Toget/)
  })

  test('is not for the administrator, and another clinic finds nothing', async () => {
    const [{ id }] = (await world.sql<{ id: string }>(`select id from appointments limit 1`)) as [{ id: string }]
    const lone = await world.browser(cast.lone)
    await lone.get('/clinic/day')
    assert.equal((await lone.post(`/clinic/appointments/${id}/move`, { time: 'x' })).status, 403)
    const tove = await world.browser(cast.tove)
    assert.equal((await tove.get(`/clinic/appointments/${id}/times`)).status, 404)
  })
})
