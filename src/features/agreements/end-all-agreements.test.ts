import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { eraseReferrals } from '#features/retention/erase-referrals.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { carryOutEndings } from './carry-out-endings.ts'

const gate = openGate(referralPolicy)
const path = '/operator/ending'

describe('ending the service', () => {
  let world: World
  let cast: Cast
  let someone: { caseId: string; personId: string }
  let held: { caseId: string; personId: string }
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const [one, other] = crowd(2)
    const opened = await openCaseFor(world, cast.mette, one!, { clinics: [cast.bakken] })
    someone = opened
    const [time] = await timesAt(world, cast.bakken)
    await appointmentFor(world, opened, time!)
    held = await openCaseFor(world, cast.mette, other!)
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) insert into legal_holds (id, case_id, reason) select gen_random_uuid(), $1, 'complaint' from logged`,
      [held.caseId],
    )
  })
  after(() => world.close())

  const today = () => dayOf(world.clock.now())
  const on = (days: number) => ({ lastDay: today().add({ days }).toString(), sure: 'on' })
  const details = async ({ caseId }: { caseId: string }) =>
    (await world.sql('select from case_details where case_id = $1', [caseId])).length
  const announced = () =>
    world.sql<{ last_day: string }>(
      'select x.last_day::text from agreement_endings x where not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)',
    )

  test('tells in numbers what ends, and asks for a day and a tick (T20.1)', async () => {
    const omar = await world.browser(cast.omar)
    assert.match((await omar.get('/operator/organisations')).text, /\/operator\/ending/)
    const page = await omar.get(path)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /slutter med 2 forsikringsselskaber og 2 behandlingssteder.*2 åbne sager lukkes.*Henvisningernes tekst og bilag slettes.*1 kommende tid aflyses/,
    )
    const unsure = await omar.post(path, { lastDay: today().toString() })
    assert.equal(unsure.status, 422)
    assert.match(plain(unsure.text), /Sæt kryds, hvis du vil lukke tjenesten/)
    assertAccessible(unsure.text)
    assert.equal((await omar.post(path, on(-1))).status, 422)
    assert.deepEqual(await announced(), [])
  })

  test('is announced for all at once, also those who were to leave later, and can be taken back', async () => {
    const omar = await world.browser(cast.omar)
    await omar.post(`/operator/organisations/${cast.havblik.id}/ending`, { ...on(90), reason: 'their-notice' })
    const page = await omar.postAndFollow(path, on(30))
    assert.match(plain(page.text), /Lukningen er noteret for alle.*Tjenesten lukker, når/)
    assertAccessible(page.text)
    const lastDay = on(30).lastDay
    assert.deepEqual(
      (await announced()).map((row) => row.last_day),
      [lastDay, lastDay, lastDay, lastDay],
    )
    await omar.postAndFollow(`${path}/taking-back`)
    assert.deepEqual(await announced(), [])
  })

  test('is for the operator’s administrators alone', async () => {
    for (const who of [cast.dorte, cast.birthe, cast.lone]) {
      const { status } = await (await world.browser(who)).post(path, on(0))
      assert.ok([403, 404].includes(status), `${who.name}: ${status}`)
    }
    assert.deepEqual(await announced(), [])
  })

  test('takes all use, and erases at once what rests on consent; what is held goes when the hold does (T20.1, T19.6)', async () => {
    assert.ok((await details(someone)) > 0)
    const omar = await world.browser(cast.omar)
    const page = await omar.postAndFollow(path, on(0))
    assert.match(plain(page.text), /Tjenesten er lukket.*Der er ingen aftaler at afslutte/)
    await assert.rejects(world.browser(cast.mette), { constraint: 'no_log_in_without_access' })
    const jobs = await world.sql(
      `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'erase-referrals'`,
    )
    assert.equal(jobs.length, 1, 'nobody waits for the clock')
    const services = workerServices(world)
    assert.equal(await eraseReferrals(services, gate), 1)
    assert.equal(await details(someone), 0)
    assert.ok((await details(held)) > 0)
    const patient = await world.browser({ personId: someone.personId as Id<'person'> })
    assert.match(
      plain((await patient.get(`/my/cases/${someone.caseId}`)).text),
      /Det blev slettet den .*, fordi dit forsikringsselskab ikke længere bruger Klinikbro/,
    )
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) update legal_holds set lifted_at = now() from logged`,
    )
    assert.equal(await eraseReferrals(services, gate), 1)
    assert.equal(await details(held), 0)
    await carryOutEndings(services, gate)
    const left = await world.sql(
      `select from users u join organisations o on o.id = u.organisation_id where o.kind <> 'operator' and u.name <> ''`,
    )
    assert.deepEqual(left, [])
  })

  test('tells the ledger outside that it was the end which took the referral, so that a restore takes no consent back', async () => {
    const rows = await world.sql(
      'select distinct referral_withdrawn_by as by from erasures where referral_withdrawn_by is not null',
    )
    assert.deepEqual(rows, [{ by: 'ending' }])
    assert.deepEqual(await world.sql('select from consent_withdrawals'), [])
  })
})
