import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('withdrawing a consent', () => {
  let world: World
  let cast: Cast
  const people = crowd(5)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  async function booked() {
    const whose = await openCaseFor(world, cast.mette, people.pop()!, { clinics: [cast.bakken] })
    const [time] = await timesAt(world, cast.bakken, 1)
    const appointmentId = await appointmentFor(world, whose, time!)
    const path = `/my/cases/${whose.caseId}/consent-withdrawal`
    return { ...whose, appointmentId, path, ana: await world.browser({ personId: whose.personId }) }
  }

  test('tells beforehand which clinic loses sight and which times are cancelled', async () => {
    const { ana, path } = await booked()
    const page = await ana.get(path)
    const text = plain(page.text)
    assertAccessible(page.text)
    assert.match(text, /Klinikken på Bakken kan ikke længere se sagen her/)
    assert.match(text, /Din kommende tid bliver aflyst: \w+dag den/)
    assert.match(text, /Nordlys Sundhed har skrevet til klinikken om dig, og bilagene bliver slettet/)
    assert.match(text, /beholder den journalen og det, den har modtaget/)
  })

  test('takes the clinic’s sight at once and releases the times, with the sessions given back (T5.7, R3.2)', async () => {
    const { ana, path, caseId, appointmentId } = await booked()
    const sara = await world.browser(cast.sara)
    assert.equal((await sara.get(`/clinic/cases/${caseId}`)).status, 200)
    const page = await ana.postAndFollow(path)
    assert.match(plain(page.text), /Dit samtykke er trukket tilbage/)
    assert.match(
      plain(page.text),
      /Samtykket til at dele oplysninger om din behandling \(fysioterapi\) er trukket tilbage/,
    )
    assert.equal((await sara.get(`/clinic/cases/${caseId}`)).status, 404)
    const [row] = await world.sql<{ reason: string; session_given_back: boolean }>(
      'select reason, session_given_back from appointment_cancellations where appointment_id = $1',
      [appointmentId],
    )
    assert.deepEqual(row, { reason: 'consent-withdrawn', session_given_back: true })
    assert.deepEqual(await world.sql('select from occupancies where appointment_id = $1', [appointmentId]), [])
  })

  test('leaves the clinic its own journal, which it can take over at once: that duty is the law’s (T5.7, R3.2)', async () => {
    const { ana, path, caseId } = await booked()
    const peter = await world.browser(cast.peter)
    await peter.post(`/clinic/cases/${caseId}/notes`, { text: 'Planted-Journal-Line' })
    await ana.postAndFollow(path)
    assert.equal((await peter.get(`/clinic/cases/${caseId}`)).status, 404)
    assert.match((await peter.get(`/clinic/handovers/${caseId}/journal`)).text, /Planted-Journal-Line/)
    assert.equal((await (await world.browser(cast.tove)).get(`/clinic/handovers/${caseId}/journal`)).status, 404)
  })

  test('tells the patient, the insurer and the clinic', async () => {
    const { ana, path, caseId } = await booked()
    await ana.postAndFollow(path)
    const told = await world.sql<{ to: string | null }>(
      `select organisation_id as to from notifications where case_id = $1 and template = 'consent-withdrawn' and channel = 'mail'`,
      [caseId],
    )
    assert.deepEqual(new Set(told.map(({ to }) => to)), new Set([null, cast.nordlys.id, cast.bakken.id]))
  })

  test('happens once, however often the button is pressed', async () => {
    const { ana, path, caseId } = await booked()
    const answers = await Promise.all([ana.post(path), ana.post(path), ana.post(path)])
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]))
    assert.equal((await world.sql('select from consent_withdrawals where case_id = $1', [caseId])).length, 1)
    assert.match(plain((await ana.get(path)).text), /Der er ikke noget samtykke at trække tilbage/)
  })
})
