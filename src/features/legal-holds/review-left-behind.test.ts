import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { dateIn, placeHoldOn } from '#tests/cast/place-hold.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { columnsWith, writingsOf } from '#tests/harness/search-everywhere.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { holdTasks } from './remind-of-reviews.ts'

const { leftBehind } = routes.legalHold

describe('a hold of an insurer whose agreement has ended', () => {
  let world: World
  let cast: Cast
  let whose: Awaited<ReturnType<typeof openCaseFor>>
  let legalHoldId: Awaited<ReturnType<typeof placeHoldOn>>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana)
    legalHoldId = await placeHoldOn(world, cast.birthe, whose, {
      reason: 'complaint',
      why: 'Ankenævnet, j.nr. 7',
      days: 10,
    })
  })
  after(() => world.close())

  const inDays = (days: number) => dateIn(world, 'reviewOn', days)
  const pageFor = async (who: Pick<Cast['dorte'], 'userId'>) =>
    (await world.browser(who)).get(leftBehind.show.href({ legalHoldId }))
  const remind = async () => {
    const services = workerServices(world, { now: world.clock.now })
    await holdTasks(services, openGate(referralPolicy))['remind-of-holds']?.({}, { attempt: 1 })
  }
  const mailsTo = async ({ id }: { id: string }) =>
    (
      await world.sql<{ template: string }>(
        `select template from notifications where template like 'hold-%' and organisation_id = $1 order by id`,
        [id],
      )
    ).map(({ template }) => template)
  /** What somebody of the operator reaches in the rows, past every page. */
  const reached = ({ userId }: Pick<Cast['dorte'], 'userId'>) =>
    world.request.transaction({ kind: 'operator', userId, organisationId: cast.operator.id }, async (tx) => ({
      holds: (await tx.rows(sql`select from legal_holds`)).length,
      reviews: (await tx.rows(sql`select from legal_hold_reviews`)).length,
      keys: (await tx.rows(sql`select from person_keys`)).length,
      cases: (await tx.rows(sql`select from cases`)).length,
      found: (await tx.rows(sql`select from hold_left_behind(${legalHoldId})`)).length,
    }))
  const nothing = { holds: 0, reviews: 0, keys: 0, cases: 0, found: 0 }
  const lift = ({ userId }: Pick<Cast['dorte'], 'userId'>) =>
    world.request.transaction({ kind: 'operator', userId, organisationId: cast.operator.id }, (tx) =>
      tx.run(sql`
        update legal_holds set lifted_at = now(), lifted_by = ${userId}, lifted_why_sealed = '\\x00' where id = ${legalHoldId}`),
    )
  const keep = ({ userId }: Pick<Cast['dorte'], 'userId'>) =>
    world.request.transaction({ kind: 'operator', userId, organisationId: cast.operator.id }, (tx) =>
      tx.run(sql`
        insert into legal_hold_reviews (hold_id, review_on, decided_by) values (${legalHoldId}, current_date + 90, ${userId})`),
    )

  test('is the insurer’s alone while the agreement stands: neither page nor row is the operator’s', async () => {
    for (const who of [cast.dorte, cast.omar]) {
      const browser = await world.browser(who)
      assert.equal((await browser.get(leftBehind.show.href({ legalHoldId }))).status, 404)
      assert.equal((await browser.post(leftBehind.review.href({ legalHoldId }), inDays(30))).status, 404)
      assert.equal((await browser.post(leftBehind.lifting.href({ legalHoldId }), { why: 'Nej' })).status, 404)
      assert.deepEqual(await reached(who), nothing)
      assert.equal(await lift(who), 0)
      await assert.rejects(keep(who), /row-level security/)
    }
    const list = await (await world.browser(cast.dorte)).get(routes.operator.privacy.href({}))
    assert.doesNotMatch(list.text, /operator\/legal-holds/)
  })

  test('was told of to the insurer, and is told of to the operator once it has left', async () => {
    world.clock.advance({ hours: 24 * 11 })
    await remind()
    assert.deepEqual(await mailsTo(cast.nordlys), ['hold-review'])
    assert.deepEqual(await mailsTo(cast.operator), [])
    world.clock.advance({ hours: 1 })
    const omar = await world.browser(cast.omar)
    const lastDay = dayOf(world.clock.now()).toString()
    const path = routes.operator.organisation.ending.create.href({ organisationId: cast.nordlys.id })
    assert.equal((await omar.post(path, { lastDay, reason: 'closing' })).status, 303)
    world.clock.advance({ hours: 24 })
    await remind()
    await remind()
    assert.deepEqual(await mailsTo(cast.nordlys), ['hold-review'])
    assert.deepEqual(await mailsTo(cast.operator), ['hold-left-behind'])
  })

  test('is reached from the list, and tells what the insurer wrote and not whom it is about', async () => {
    const dorte = await world.browser(cast.dorte)
    const list = await dorte.get(routes.operator.privacy.href({}))
    assertAccessible(list.text)
    assert.ok(list.text.includes(leftBehind.show.href({ legalHoldId })))
    assert.doesNotMatch(list.text, /Ankenævnet, j|Prøvesen|SAG-/)
    const page = await dorte.get(leftBehind.show.href({ legalHoldId }))
    assertAccessible(page.text)
    assert.match(plain(page.text), /Slettestop fra Nordlys Sundhed.*aftale er slut.*Klage.*Ankenævnet, j\.nr\. 7/)
    assert.doesNotMatch(page.text, new RegExp(cast.ana.name))
  })

  test('opens to the data protection officer and the administrator, and to nobody else', async () => {
    assert.equal((await pageFor(cast.omar)).status, 200)
    for (const who of [cast.tove, cast.jonas, cast.lone]) assert.ok([403, 404].includes((await pageFor(who)).status))
    const sofie = { userId: newId<'user'>() }
    await world.sql(
      `insert into users (id, organisation_id, email, name) values ($1, $2, 'sofie@drift.example', 'S')`,
      [sofie.userId, cast.operator.id],
    )
    await world.sql(`insert into user_roles (organisation_id, user_id, role) values ($1, $2, 'support')`, [
      cast.operator.id,
      sofie.userId,
    ])
    assert.equal((await pageFor(sofie)).status, 404)
    assert.deepEqual(await reached(sofie), nothing, 'nor the rows, to the operator’s support')
    const { cases, ...rest } = await reached(cast.dorte)
    assert.equal(cases, 0, 'the case stays closed')
    assert.deepEqual(rest, { holds: 1, reviews: 1, keys: 1, found: 1 })
  })

  test('is kept until a further day, no later than the model says', async () => {
    const dorte = await world.browser(cast.dorte)
    const path = leftBehind.review.href({ legalHoldId })
    assertAccessible((await dorte.get(leftBehind.show.href({ legalHoldId }, { review: legalHoldId }))).text)
    const late = await dorte.post(path, inDays(400))
    assert.equal(late.status, 422)
    assertAccessible(late.text)
    assert.match(plain(late.text), /Senest den/)
    assert.match(plain((await dorte.postAndFollow(path, inDays(30))).text), /bliver stående til den nye dag/)
    await remind()
    assert.deepEqual(await mailsTo(cast.operator), ['hold-left-behind'])
    world.clock.advance({ hours: 24 * 31 })
    await remind()
    assert.deepEqual(await mailsTo(cast.operator), ['hold-left-behind', 'hold-left-behind'])
  })

  test('is lifted with a reason, which stands nowhere in clear', async () => {
    const dorte = await world.browser(cast.dorte)
    const path = leftBehind.lifting.href({ legalHoldId })
    assertAccessible((await dorte.get(leftBehind.show.href({ legalHoldId }, { lift: legalHoldId }))).text)
    const empty = await dorte.post(path, { why: '' })
    assert.equal(empty.status, 422)
    assertAccessible(empty.text)
    assert.match(plain(empty.text), /Skriv hvorfor/)
    const lifted = await dorte.postAndFollow(path, { why: 'Plantet-Klagen er afgjort' })
    assert.match(plain(lifted.text), /Slettestoppet er ophævet.*Ingen sager holdes tilbage fra sletning/)
    assert.deepEqual(await columnsWith(world.database.ownerUrl, writingsOf('Plantet-Klagen')), [])
    assert.equal((await dorte.post(path, { why: 'Igen' })).status, 404)
    assert.deepEqual(await world.sql('select lifted_by from legal_holds'), [{ lifted_by: cast.dorte.userId }])
    const { keys, found } = await reached(cast.dorte)
    assert.deepEqual({ keys, found }, { keys: 0, found: 0 }, 'and the key is out of reach again')
  })
})
