import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { crowd } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { rightsTasks } from './carry-out-erasures.ts'

describe('an erasure that was granted', () => {
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
    await rightsTasks(workerServices(world, { now }), openGate(referralPolicy))['carry-out-erasures']?.(
      {},
      { attempt: 1 },
    )
  }
  const exists = async (caseId: string) => (await world.sql('select from cases where id = $1', [caseId])).length > 0
  const grant = async (whose: Awaited<ReturnType<typeof openCaseFor>>) => {
    const { 'Nordlys Sundhed': id = '' } = await askAs(world, whose, 'erasure')
    const mette = await world.browser(cast.mette)
    const path = routes.rights.answer.href({ rightsRequestId: id })
    await mette.postAndFollow(path, {
      decision: 'grant',
      note: 'Vi sletter sagen. Klinikkens journal bliver hos klinikken.',
    })
    return id
  }

  test('closes the case at once and tells what stays and why, in the three days before it is gone (T5.3)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const id = await grant(whose)
    await run(1)
    assert.equal(await exists(whose.caseId), true)
    assert.equal((await (await world.browser(cast.sara)).get(routes.clinic.case.href(whose))).status, 404)
    const mine = await (await world.browser(whose)).get(routes.my.rights.show.href({ rightsRequestId: id }))
    assert.match(plain(mine.text), /Klinikkens egen journal bliver hos klinikken: mindst 5 år .*autorisationsloven/)
    await run(4)
    assert.equal(await exists(whose.caseId), false)
    const [key] = await world.sql<{ wrapped: Buffer | null }>('select wrapped from person_keys where person_id = $1', [
      whose.personId,
    ])
    assert.equal(key?.wrapped, null)
  })

  test('leaves of the request that it was answered, when and how, and nothing of whom it was about (T5.3)', async () => {
    const [left] = await world.sql(
      `select r.person_id, r.case_id, r.text_sealed, array_agg(s.state order by s.at) filter (where s.state in ('granted', 'carried-out')) as states
       from rights_requests r join rights_request_states s on s.request_id = r.id where r."right" = 'erasure' group by r.id`,
    )
    assert.deepEqual(left, { person_id: null, case_id: null, text_sealed: null, states: ['granted', 'carried-out'] })
  })

  test('waits for the clinic to take its journal over (T5.3)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    await (await world.browser(cast.sara)).post(routes.clinic.note.href(whose), { text: 'Fremgang' })
    await grant(whose)
    await run(4)
    assert.equal(await exists(whose.caseId), true)
    const lone = await world.browser(cast.lone)
    assert.match(plain((await lone.get(routes.rights.list.href({}))).text), /sagen skal slettes; overtag jeres journal/)
    const journal = await lone.get(routes.handover.take.href(whose))
    assert.match(journal.text, /Fremgang/)
    await lone.postAndFollow(routes.handover.confirm.href(whose))
    await run(4)
    assert.equal(await exists(whose.caseId), false)
  })

  test('waits while a legal hold stands', async () => {
    const [somebody] = crowd(1)
    const whose = await openCaseFor(world, cast.mette, somebody!)
    await grant(whose)
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) insert into legal_holds (id, case_id, reason) select gen_random_uuid(), $1, 'claim' from logged`,
      [whose.caseId],
    )
    await run(4)
    assert.equal(await exists(whose.caseId), true)
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) update legal_holds set lifted_at = now() from logged where case_id = $1`,
      [whose.caseId],
    )
    await run(4)
    assert.equal(await exists(whose.caseId), false)
  })

  test('is not held up by a restriction that the person had asked for before (T5.3)', async () => {
    const [, somebody] = crowd(2)
    const whose = await openCaseFor(world, cast.mette, somebody!)
    const { 'Nordlys Sundhed': id = '' } = await askAs(world, whose, 'restriction', { text: 'Jeg er uenig' })
    const mette = await world.browser(cast.mette)
    await mette.postAndFollow(routes.rights.answer.href({ rightsRequestId: id }), { decision: 'grant', note: 'Ja' })
    await grant(whose)
    await run(4)
    assert.equal(await exists(whose.caseId), false)
  })

  test('is forgotten as a request when five years have passed, as the policy says', async () => {
    await run(5 * 366)
    const left = await world.sql(`select from rights_requests where "right" = 'erasure'`)
    assert.equal(left.length, 0)
  })
})
