import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('cancelling an appointment', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const strangers = crowd(8)
  const booked = async () => {
    const whose = await openCaseFor(world, cast.mette, strangers.pop()!, { sessions: 2 })
    const [time] = await timesAt(world, cast.bakken, 1)
    assert.ok(time)
    const id = await appointmentFor(world, whose, time)
    const browser = await world.browser({ personId: whose.personId })
    return { ...whose, id, browser, path: `/my/appointments/${id}/cancellation` }
  }
  const withNoticeOf = async <Value>(hours: number, work: () => Promise<Value>) => {
    await world.sql(`update treatment_types set cancellation_hours = $1 where code = 'physiotherapy'`, [hours])
    const value = await work()
    await world.sql(`update treatment_types set cancellation_hours = 24 where code = 'physiotherapy'`)
    return value
  }

  test('says beforehand that the session comes back, and gives it back (R2.3)', async () => {
    const { browser, path, id } = await booked()
    const form = await browser.get(path)
    assertAccessible(form.text)
    assert.match(plain(form.text), /Du aflyser i god tid.*Behandlingen kan bookes igen/)
    const done = await browser.postAndFollow(path, { reason: 'ill', note: 'Jeg har feber' })
    assert.match(plain(done.text), /Din tid er aflyst, og behandlingen kan bookes igen.*Du aflyste den/)
    const [row] = await world.sql<{ reason: string; note_sealed: Buffer; session_given_back: boolean }>(
      'select x.reason, n.note_sealed, x.session_given_back from appointment_cancellations x join cancellation_notes n using (appointment_id) where x.appointment_id = $1',
      [id],
    )
    assert.deepEqual([row?.reason, row?.session_given_back], ['ill', true])
    assert.doesNotMatch(row?.note_sealed.toString() ?? '', /feber/)
    assert.equal((await world.sql('select 1 from session_uses where appointment_id = $1', [id])).length, 0)
    assert.match((await browser.get(`/my/appointments/${id}/calendar.ics`)).text, /METHOD:CANCEL/)
  })

  test('says beforehand that a late cancellation uses the session, and keeps it used', async () => {
    const { browser, path, id } = await booked()
    const { form, done } = await withNoticeOf(168, async () => ({
      form: await browser.get(path),
      done: await browser.postAndFollow(path, { reason: 'work' }),
    }))
    assert.match(plain(form.text), /Aflyser du nu, er behandlingen brugt.*Aflys, selv om behandlingen så er brugt/)
    assert.match(plain(done.text), /Fristen var overskredet, så behandlingen er brugt/)
    assert.equal((await world.sql('select 1 from session_uses where appointment_id = $1', [id])).length, 1)
  })

  test('asks for a reason', async () => {
    const { browser, path } = await booked()
    const answer = await browser.post(path, { reason: '' })
    assert.equal(answer.status, 422)
    assertAccessible(answer.text)
  })

  test('cannot be done twice, and says so', async () => {
    const { browser, path } = await booked()
    await browser.post(path, { reason: 'better' })
    const again = await browser.post(path, { reason: 'better' })
    assert.equal(again.status, 409)
    assert.match(plain(again.text), /allerede flyttet eller aflyst/)
    assert.equal((await browser.get(path)).status, 409)
  })

  test('is nobody else’s to do', async () => {
    const [mine, other] = [await booked(), await booked()]
    assert.equal((await other.browser.get(mine.path)).status, 404)
    assert.equal((await other.browser.post(mine.path, { reason: 'ill' })).status, 404)
  })
})
