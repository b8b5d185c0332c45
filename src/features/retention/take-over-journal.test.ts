import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { sweepCases } from './sweep-cases.ts'

describe('taking a journal over', () => {
  let world: World
  let cast: Cast
  let caseId: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const today = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
    ;({ caseId } = await openCaseFor(world, cast.mette, people.ana, { clinics: [cast.bakken], validUntil: today }))
    const peter = await world.browser({ userId: cast.peter.userId })
    await peter.get(`/clinic/cases/${caseId}`)
    await peter.post(`/clinic/cases/${caseId}/notes`, { text: 'Planted-Journal-Line' })
    await sweep()
  })
  after(() => world.close())

  const sweep = () => {
    const later = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').add({ months: 7 }).toInstant()
    return sweepCases(workerServices(world, { now: () => later }), openGate(referralPolicy))
  }

  test('is asked for by a mail that names nobody, once', async () => {
    await sweep()
    const told = await world.sql<{ organisation_id: string }>(
      `select organisation_id from notifications where template = 'journal-offered' and case_id = $1`,
      [caseId],
    )
    assert.deepEqual(told, [{ organisation_id: cast.bakken.id }])
  })

  test('cannot be confirmed before it has been fetched', async () => {
    const peter = await world.browser({ userId: cast.peter.userId })
    await peter.get('/clinic/handovers')
    const answer = await peter.post(`/clinic/handovers/${caseId}/receipt`)
    assert.equal(answer.status, 409)
    assert.match(plain(answer.text), /Hent journalen, før du kvitterer/)
  })

  test('gives the clinic what it wrote, and nobody else', async () => {
    const peter = await world.browser({ userId: cast.peter.userId })
    assert.match((await peter.get(`/clinic/handovers/${caseId}/journal`)).text, /Planted-Journal-Line/)
    const tove = await world.browser({ userId: cast.tove.userId })
    assert.notEqual((await tove.get(`/clinic/handovers/${caseId}/journal`)).status, 200)
  })

  test('ends with a receipt, after which the next run erases the case', async () => {
    const peter = await world.browser({ userId: cast.peter.userId })
    await peter.get('/clinic/handovers')
    const page = await peter.postAndFollow(`/clinic/handovers/${caseId}/receipt`)
    assert.match(plain(page.text), /Journalen er overtaget/)

    await peter.post(`/clinic/cases/${caseId}/notes`, { text: 'Planted-Later-Line' })
    await sweep()
    assert.equal(
      (await world.sql('select from cases where id = $1', [caseId])).length,
      1,
      'nobody has the later note yet',
    )
    assert.match((await peter.get(`/clinic/handovers/${caseId}/journal`)).text, /Planted-Later-Line/)
    await peter.postAndFollow(`/clinic/handovers/${caseId}/receipt`)
    await sweep()
    assert.equal((await world.sql('select from cases where id = $1', [caseId])).length, 0)
  })
})
