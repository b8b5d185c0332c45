import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('cancelling an appointment at the clinic', () => {
  let world: World
  let cast: Cast
  let id: Id<'appointment'>
  let past: Id<'appointment'>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const visit = { ...ana, practitionerId: cast.peterAtWork, roomId: cast.room }
    id = await bookVisit(world, { ...visit, startsAt: world.clock.now().add({ hours: 3 }) })
    past = await bookVisit(world, { ...visit, startsAt: world.clock.now().subtract({ hours: 3 }) })
  })
  after(() => world.close())

  test('needs a reason', async () => {
    const browser = await world.browser(cast.sara)
    const page = await browser.get(`/clinic/appointments/${id}/cancellation`)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Ana Prøvesen.*efter patientens frist.*Behandleren er syg/)
    assert.equal((await browser.post(`/clinic/appointments/${id}/cancellation`, {})).status, 422)
  })

  test('tells the patient and gives the session back, once', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(`/clinic/appointments/${id}/cancellation`)
    const fields = { reason: 'practitioner-ill', note: 'Ringet til patienten' }
    const page = await browser.postAndFollow(`/clinic/appointments/${id}/cancellation`, fields)
    assert.match(plain(page.text), /Tiden er aflyst Klinikken aflyste .* Behandlingen er givet tilbage/)
    assert.equal((await browser.post(`/clinic/appointments/${id}/cancellation`, fields)).status, 409)
    assert.equal((await world.sql(`select from session_uses where appointment_id = $1`, [id])).length, 0)
    assert.doesNotMatch(plain((await browser.get(`/clinic/appointments/${id}`)).text), /Flyt tiden/)
  })

  test('comes too late once the visit has begun', async () => {
    const browser = await world.browser(cast.peter)
    assert.match(plain((await browser.get(`/clinic/appointments/${past}/cancellation`)).text), /Den er begyndt/)
    assert.equal((await browser.post(`/clinic/appointments/${past}/cancellation`, { reason: 'ill' })).status, 409)
  })

  test('is not for the administrator, and another clinic finds nothing', async () => {
    assert.equal((await (await world.browser(cast.lone)).get(`/clinic/appointments/${id}/cancellation`)).status, 403)
    assert.equal((await (await world.browser(cast.tove)).get(`/clinic/appointments/${id}/cancellation`)).status, 404)
  })
})
