import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { dayOf, endOfDay, startOfDay } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('noting attendance', () => {
  let world: World
  let cast: Cast
  let begun: Id<'appointment'>
  let ahead: Id<'appointment'>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const today = dayOf(world.clock.now())
    const visit = { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room }
    begun = await bookVisit(world, { ...visit, startsAt: startOfDay(today) })
    ahead = await bookVisit(world, { ...visit, startsAt: endOfDay(today).add({ hours: 9 }) })
  })
  after(() => world.close())

  const note = async (id: string, state: string, who = cast.sara) => {
    const browser = await world.browser(who)
    await browser.get('/clinic/day')
    return browser.post(`/clinic/appointments/${id}/attendance`, { state, returnTo: '/clinic/day' })
  }
  const stored = async () =>
    (await world.sql<{ state: string }>(`select state from appointment_attendance order by state`)).map(
      ({ state }) => state,
    )

  test('goes from arrived to completed and comes back to the list', async () => {
    assert.equal((await note(begun, 'arrived')).location, '/clinic/day?notice=noted')
    assert.equal((await note(begun, 'completed', cast.peter)).status, 303)
    assert.deepEqual(await stored(), ['arrived', 'completed'])
    assert.match(plain((await (await world.browser(cast.sara)).get('/clinic/day')).text), /Gennemført/)
  })

  test('refuses what contradicts it and says why', async () => {
    const page = await note(begun, 'no-show')
    assert.equal(page.status, 409)
    assert.match(plain(page.text), /modsiger det/)
    assertAccessible(page.text)
  })

  test('undoes wrong clicks the same day, one at a time', async () => {
    assert.equal((await note(begun, 'undo')).location, '/clinic/day?notice=undone')
    assert.deepEqual(await stored(), ['arrived'])
    await note(begun, 'undo')
    assert.equal((await note(begun, 'no-show')).status, 303)
    assert.deepEqual(await stored(), ['no-show'])
  })

  test('does not happen before the day', async () => {
    assert.match(plain((await note(ahead, 'arrived')).text), /Tiden er ikke begyndt endnu/)
  })

  test('never happens on a cancelled visit, whoever asks the database', async () => {
    await world.sql(
      `with logged as (select append_audit_event('clinic-appointment.cancel', '{}', null, null, null))
       insert into appointment_cancellations (appointment_id, reason, cancelled_by_kind, session_given_back)
       select $1, 'other', 'clinic', true from logged`,
      [ahead],
    )
    assert.match(plain((await note(ahead, 'no-show')).text), /Tiden er aflyst/)
    const direct = world.sql(`insert into appointment_attendance (appointment_id, state) values ($1, 'no-show')`, [
      ahead,
    ])
    await assert.rejects(direct, /cancelled/)
  })

  test('sends nobody to a foreign site afterwards', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get('/clinic/day')
    const answer = await browser.post(`/clinic/appointments/${begun}/attendance`, {
      state: 'undo',
      returnTo: 'https://evil.example/',
    })
    assert.match(answer.location ?? '', /^\/(\?|clinic)/)
  })

  test('is for secretary and practitioner; another clinic finds nothing', async () => {
    assert.equal((await note(begun, 'arrived', cast.lone)).status, 403)
    assert.equal((await note(begun, 'arrived', cast.tove)).status, 404)
  })
})
