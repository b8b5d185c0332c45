import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { dateIn } from '#tests/cast/place-hold.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { columnsWith, writingsOf } from '#tests/harness/search-everywhere.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { holdTasks } from './remind-of-reviews.ts'

describe('a hold whose day has come', () => {
  let world: World
  let cast: Cast
  let whose: Awaited<ReturnType<typeof openCaseFor>>
  let legalHoldId: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana)
    const birthe = await world.browser(cast.birthe)
    const typed = { reason: 'complaint', why: 'Ankenævnet, j.nr. 7', ...inDays(10) }
    await birthe.postAndFollow(routes.legalHold.place.href(whose), typed)
    const [hold] = await world.sql<{ id: string }>('select id from legal_holds')
    legalHoldId = hold?.id ?? ''
    world.clock.advance({ hours: 24 * 11 })
  })
  after(() => world.close())

  const inDays = (days: number) => dateIn(world, 'reviewOn', days)
  const remind = async () => {
    const services = workerServices(world, { now: world.clock.now })
    await holdTasks(services, openGate(referralPolicy))['remind-of-holds']?.({}, { attempt: 1 })
  }
  const mails = () =>
    world.sql(`select from notifications where template = 'hold-review' and organisation_id = $1`, [cast.nordlys.id])
  const list = async (who = cast.birthe) => (await world.browser(who)).get(routes.legalHold.list.href({}))

  test('is told to the insurer once by mail', async () => {
    await remind()
    await remind()
    assert.equal((await mails()).length, 1)
  })

  test('may be kept until a further day, and is told of anew when that comes', async () => {
    const birthe = await world.browser(cast.birthe)
    const form = await birthe.get(routes.legalHold.show.href(whose, { review: legalHoldId }))
    assertAccessible(form.text)
    assert.match(plain(form.text), /Behold slettestoppet: Klage.*Ankenævnet/)
    const path = routes.legalHold.review.href({ ...whose, legalHoldId })
    const late = await birthe.post(path, inDays(400))
    assert.equal(late.status, 422)
    assertAccessible(late.text)
    assert.match(plain(late.text), /Senest den/)
    assert.match(plain((await birthe.postAndFollow(path, inDays(30))).text), /bliver stående til den nye dag/)
    assert.doesNotMatch(plain((await list()).text), /skal ses efter nu/)
    await remind()
    assert.equal((await mails()).length, 1)
    world.clock.advance({ hours: 24 * 31 })
    await remind()
    assert.equal((await mails()).length, 2)
  })

  test('is lifted with a reason alone, also in the database', async () => {
    const birthe = await world.browser(cast.birthe)
    const form = await birthe.get(routes.legalHold.show.href(whose, { lift: legalHoldId }))
    assertAccessible(form.text)
    assert.match(plain(form.text), /Ophæv slettestoppet: Klage.*Ankenævnet.*Hvorfor ophæves det\?/)
    const empty = await birthe.post(routes.legalHold.lifting.href({ ...whose, legalHoldId }), { why: ' ' })
    assert.equal(empty.status, 422)
    assertAccessible(empty.text)
    assert.match(plain(empty.text), /Skriv hvorfor/)
    const { userId, organisationId } = cast.birthe
    const silent = world.request.transaction({ kind: 'staff', userId, organisationId }, (tx) =>
      tx.run(sql`update legal_holds set lifted_at = now(), lifted_by = ${userId} where id = ${legalHoldId}`),
    )
    await assert.rejects(silent, { constraint: 'lifting_by_hand_says_why' })
    assert.match(plain((await list()).text), /Klage/)
  })

  test('is lifted by who may, once and for all', async () => {
    const path = routes.legalHold.lifting.href({ ...whose, legalHoldId })
    const why = { why: 'Plantet-Afgjort 7' }
    assert.equal((await (await world.browser(cast.mette)).post(path, why)).status, 403)
    const birthe = await world.browser(cast.birthe)
    const lifted = await birthe.postAndFollow(path, why)
    assertAccessible(lifted.text)
    assert.match(plain(lifted.text), /Slettestoppet er ophævet.*Sagen har intet slettestop/)
    assert.match(
      plain(lifted.text),
      new RegExp(
        `Tidligere slettestop .*Ophævet [^.]+\\. .* af ${cast.birthe.name} Hvorfor det blev ophævet ${why.why}`,
      ),
    )
    assert.equal((await birthe.post(path, why)).status, 404)
    assert.deepEqual(await columnsWith(world.database.ownerUrl, writingsOf('Plantet-Afgjort')), [], 'nowhere in clear')
    const [row] = await world.sql<{ sealed: boolean }>(
      'select lifted_why_sealed is not null as sealed from legal_holds where id = $1',
      [legalHoldId],
    )
    assert.equal(row?.sealed, true)
    assert.match(plain((await list()).text), /Ingen sager holdes/)
    const revived = world.worker.transaction({ kind: 'system' }, (tx) =>
      tx.run(sql`update legal_holds set lifted_at = null`),
    )
    await assert.rejects(revived)
    await assert.rejects(
      world.sql(
        `with logged as (select append_audit_event('test', '{}', null, null, null)) update legal_holds set lifted_at = null from logged`,
      ),
      { constraint: 'lifted_hold_stays_lifted' },
    )
  })

  test('of a request is not lifted by hand: it goes with the answer', async () => {
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) insert into legal_holds (id, case_id, reason) select gen_random_uuid(), $1, 'open-request' from logged`,
      [whose.caseId],
    )
    const [hold] = await world.sql<{ id: string }>(`select id from legal_holds where reason = 'open-request'`)
    const path = routes.legalHold.lifting.href({ ...whose, legalHoldId: hold?.id ?? '' })
    assert.equal((await (await world.browser(cast.birthe)).post(path)).status, 404)
    const { userId, organisationId } = cast.birthe
    const lifted = await world.request.transaction({ kind: 'staff', userId, organisationId }, (tx) =>
      tx.run(sql`update legal_holds set lifted_at = now(), lifted_by = ${userId}`),
    )
    assert.equal(lifted, 0, 'nor in the database')
  })
})
