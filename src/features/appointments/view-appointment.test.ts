import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an appointment of one’s own', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const strangers = crowd(5)
  const booked = async () => {
    const whose = await openCaseFor(world, cast.mette, strangers.pop()!)
    const [time] = await timesAt(world, cast.bakken, 1)
    assert.ok(time)
    const id = await appointmentFor(world, whose, time)
    return { ...whose, id, time, browser: await world.browser({ personId: whose.personId }) }
  }

  test('says where, when, with whom, how to prepare, and until when it is free to change (R2.2)', async () => {
    const { id, browser } = await booked()
    const page = await browser.get(`/my/appointments/${id}`)
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /kl\. 08\.00 \(45 minutter\).*Eksempelvej 12, 8000 Aarhus C.*Indgang i gården.*Peter Testersen|Sofie Testersen.*Tag tøj på.*frit indtil.*kl\. 08\.00/,
    )
  })

  test('says what is late once the deadline has passed, and offers no move', async () => {
    const { id, browser } = await booked()
    await world.sql(`update treatment_types set cancellation_hours = 168 where code = 'physiotherapy'`)
    const page = await browser.get(`/my/appointments/${id}`)
    const others = await browser.get(`/my/appointments/${id}/times`)
    await world.sql(`update treatment_types set cancellation_hours = 24 where code = 'physiotherapy'`)
    assert.match(plain(page.text), /Fristen for at flytte er overskredet/)
    assert.doesNotMatch(plain(page.text), /Flyt tiden/)
    assert.match(plain(others.text), /Det er for sent at flytte tiden her/)
  })

  test('can be put in a calendar, without a word of what it is for (T16.1)', async () => {
    const { id, time, browser } = await booked()
    const file = await browser.get(`/my/appointments/${id}/calendar.ics`)
    assert.match(file.headers.get('content-type') ?? '', /^text\/calendar/)
    const utc = time.startsAt.toString().replace(/[-:]/g, '')
    assert.match(file.text, new RegExp(`UID:${id}@[\\s\\S]*SEQUENCE:0[\\s\\S]*DTSTART:${utc}`))
    assert.doesNotMatch(file.text, /ysioterapi/)
  })

  test('is nobody else’s to see', async () => {
    const [mine, other] = [await booked(), await booked()]
    assert.equal((await other.browser.get(`/my/appointments/${mine.id}`)).status, 404)
    assert.equal((await other.browser.get(`/my/appointments/${mine.id}/calendar.ics`)).status, 404)
    assert.equal((await other.browser.get('/my/appointments/nonsense')).status, 404)
  })
})
