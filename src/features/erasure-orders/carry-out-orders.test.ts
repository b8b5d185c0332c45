import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { placeHoldOn } from '#tests/cast/place-hold.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { erasureOrderTasks } from './carry-out-orders.ts'

describe('an order to erase that was given', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  /** What the hourly job does `days` after now. */
  const run = async (days: number) => {
    const now = () => world.clock.now().add({ hours: 24 * days })
    const tasks = erasureOrderTasks(workerServices(world, { now }), openGate(referralPolicy))
    await tasks['carry-out-orders']?.({}, { attempt: 1 })
  }
  const exists = async (caseId: string) => (await world.sql('select from cases where id = $1', [caseId])).length > 0
  const order = async (whose: Awaited<ReturnType<typeof openCaseFor>>) => {
    const birthe = await world.browser(cast.birthe)
    const answer = await birthe.post(routes.erasureOrder.create.href(whose), { reason: 'mistake', sure: 'yes' })
    assert.equal(answer.status, 303)
  }
  const list = async () => (await world.browser(cast.birthe)).get(routes.erasureOrder.list.href({}))

  test('is carried out after the patient’s three days, with the person, and confirmed without naming the case (R1.10)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await order(whose)
    await run(2)
    assert.equal(await exists(whose.caseId), true)
    await run(4)
    assert.equal(await exists(whose.caseId), false)
    const [key] = await world.sql<{ wrapped: Buffer | null }>('select wrapped from person_keys where person_id = $1', [
      whose.personId,
    ])
    assert.equal(key?.wrapped, null)
    const [ledger] = await world.sql('select because from erasures where case_id = $1', [whose.caseId])
    assert.deepEqual(ledger, { because: 'order' })
    const [left] = await world.sql<{ row: string }>('select erasure_orders::text as row from erasure_orders')
    assert.doesNotMatch(left?.row ?? '', new RegExp(`${whose.caseId}|${whose.personId}`))
    const runs = await (await world.browser(cast.dorte)).get(routes.retention.runs.href({}))
    assert.match(plain(runs.text), /Ordre fra et selskab/)
    const confirmed = await list()
    assertAccessible(confirmed.text)
    assert.match(plain(confirmed.text), /slettet Sagen er oprettet ved en fejl .*Birthe Bestyrer Slettet/)
  })

  test('waits until the clinic has taken its journal over, and asks it once (R1.10)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    await (await world.browser(cast.sara)).post(routes.clinic.note.href(whose), { text: 'Planted-Note' })
    await order(whose)
    await run(0)
    await run(4)
    assert.equal(await exists(whose.caseId), true)
    const mails = await world.sql(`select from notifications where template = 'journal-offered' and case_id = $1`, [
      whose.caseId,
    ])
    assert.equal(mails.length, 1)
    assert.match(plain((await list()).text), /Venter på journal hos Klinikken på Bakken/)
    const lone = await world.browser(cast.lone)
    assert.match((await lone.get(routes.handover.take.href(whose))).text, /Planted-Note/)
    await lone.get(routes.handover.list.href({}))
    await lone.postAndFollow(routes.handover.confirm.href(whose))
    await run(4)
    assert.equal(await exists(whose.caseId), false)
  })

  test('yields to a hold that is placed meanwhile (R1.10)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo)
    await order(whose)
    await placeHoldOn(world, cast.birthe, whose)
    await run(4)
    assert.equal(await exists(whose.caseId), true)
    assert.match(
      plain((await (await world.browser(cast.birthe)).get(routes.erasureOrder.form.href(whose))).text),
      /Den venter, fordi noget holder den/,
    )
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) update legal_holds set lifted_at = now() from logged`,
    )
    await run(4)
    assert.equal(await exists(whose.caseId), false)
  })

  test('is forgotten itself after the time that the policy says', async () => {
    await run(5 * 366 + 30)
    assert.equal((await world.sql('select from erasure_orders')).length, 0)
  })
})
