import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sweepCases } from '#features/retention/sweep-cases.ts'
import { dayOf, startOfDay, type Temporal } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { crowd } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { carryOutEndings } from './carry-out-endings.ts'

const gate = openGate(referralPolicy)

describe('a journal that a clinic left behind', () => {
  let world: World
  let cast: Cast
  let caseId: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const [someone] = crowd(1)
    ;({ caseId } = await openCaseFor(world, cast.mette, someone!, { clinics: [cast.bakken] }))
    const peter = await world.browser(cast.peter)
    await peter.get(`/clinic/cases/${caseId}`)
    await peter.postAndFollow(`/clinic/cases/${caseId}/notes`, { text: 'Fremgang' })
    const lastDay = today().toString()
    await (await world.browser(cast.omar)).post(`/operator/organisations/${cast.bakken.id}/ending`, {
      lastDay,
      reason: 'breach',
    })
  })
  after(() => world.close())

  const today = () => dayOf(world.clock.now())
  const at = (day: Temporal.PlainDate) => workerServices(world, { now: () => startOfDay(day) })
  const isThere = async () => (await world.sql('select from cases where id = $1', [caseId])).length === 1

  test('is waited for three months; then nobody of the clinic is known any more (R1.11)', async () => {
    assert.equal(await carryOutEndings(at(today().add({ months: 3 })), gate), 1)
    assert.equal((await world.browser(cast.lone)).cookies().has('session'), true)
    await carryOutEndings(at(today().add({ months: 3, days: 1 })), gate)
    await assert.rejects(world.browser(cast.lone), { constraint: 'no_log_in_after_the_agreement' })
    assert.deepEqual(
      await world.sql(`select from users where organisation_id = $1 and name <> ''`, [cast.bakken.id]),
      [],
    )
  })

  test('keeps its case for the five years of the law, sealed, and the report says until when (R1.11, R1.10)', async () => {
    const { kept } = await sweepCases(at(today().add({ years: 1 })), gate)
    assert.deepEqual(kept, { 'journal-of-a-clinic-that-left': 1 })
    assert.ok(await isThere())
    const page = plain((await (await world.browser(cast.dorte)).get('/operator/retention')).text)
    const year = today().year + 5
    assert.match(
      page,
      new RegExp(
        `1 journal, som klinikken aldrig hentede; loven gemmer dem 5 eller 10 år, til \\d\\d\\.\\d\\d\\.${year}`,
      ),
    )
    await sweepCases(at(today().add({ years: 5 }).subtract({ days: 1 })), gate)
    assert.ok(await isThere())
    await sweepCases(at(today().add({ years: 5, days: 2 })), gate)
    assert.equal(await isThere(), false)
  })
})
