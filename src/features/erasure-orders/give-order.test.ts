import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { crowd } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

type Opened = Awaited<ReturnType<typeof openCaseFor>>

describe('an order to erase a case', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const typed = { reason: 'not-needed', sure: 'yes' }
  const order = async (whose: Opened, fields: Record<string, string> = typed) =>
    (await world.browser(cast.birthe)).post(routes.erasureOrder.create.href(whose), fields)
  const ordersOn = ({ caseId }: Opened) => world.sql('select from erasure_orders where case_id = $1', [caseId])

  test('says first what it means, and asks for a reason and a yes (R1.10)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await (await world.browser(cast.sara)).post(routes.clinic.note.href(whose), { text: 'Fremgang' })
    const birthe = await world.browser(cast.birthe)
    const form = await birthe.get(routes.erasureOrder.form.href(whose))
    assertAccessible(form.text)
    assert.match(plain(form.text), /tre dage til at hente en kopi.*Klinikken på Bakken har skrevet i sin journal/)
    assert.doesNotMatch(form.text, /Fremgang/)
    const answer = await order(whose, {})
    assert.equal(answer.status, 422)
    assertAccessible(answer.text)
    assert.match(plain(answer.text), /Vælg, hvorfor sagen skal slettes.*Bekræft, at I ikke har brug for sagen mere/)
    assert.equal((await ordersOn(whose)).length, 0)
  })

  test('closes the case at once for everybody, tells the patient, and can be taken back (R1.10)', async () => {
    const [somebody] = crowd(1)
    const whose = await openCaseFor(world, cast.mette, somebody!, { clinics: [cast.bakken] })
    const [birthe, sara] = [await world.browser(cast.birthe), await world.browser(cast.sara)]
    const given = await birthe.postAndFollow(routes.erasureOrder.create.href(whose), typed)
    assertAccessible(given.text)
    assert.match(plain(given.text), /Ordren er givet.*på vej til at blive slettet Den slettes tidligst/)
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 404)
    const patient = await world.browser({ personId: whose.personId })
    const mine = await patient.get(routes.my.case.href(whose))
    assertAccessible(mine.text)
    assert.match(plain(mine.text), /Sagen bliver slettet Selskabet har bestemt, at sagen slettes.*Hent en kopi/)
    const told = await world.sql(
      `select channel from notifications where template = 'case-erased-soon' and person_id = $1 order by channel`,
      [whose.personId],
    )
    assert.deepEqual(told, [{ channel: 'mail' }, { channel: 'sms' }])
    const back = await birthe.postAndFollow(routes.erasureOrder.withdrawal.href(whose))
    assert.match(plain(back.text), /Ordren er taget tilbage/)
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 200)
    assert.match(
      plain((await birthe.get(routes.erasureOrder.list.href({}))).text),
      /Sagen skal ikke bruges mere.*Fortrudt/,
    )
  })

  test('is not taken while the patient has a visit to come (R1.10)', async () => {
    const [, somebody] = crowd(2)
    const whose = await openCaseFor(world, cast.mette, somebody!, { clinics: [cast.bakken] })
    const startsAt = world.clock.now().add({ hours: 24 * 20 })
    await bookVisit(world, { ...whose, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    const answer = await order(whose)
    assert.equal(answer.status, 409)
    assertAccessible(answer.text)
    assert.match(plain(answer.text), /Sagen kan ikke slettes nu Patienten har en tid, der ikke er gået endnu/)
    assert.equal(await straight(whose), 'no_order_before_a_coming_visit')
  })

  test('is not taken while something holds the case (R1.10)', async () => {
    const [, , somebody] = crowd(3)
    const whose = await openCaseFor(world, cast.mette, somebody!)
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) insert into legal_holds (id, case_id, reason) select gen_random_uuid(), $1, 'claim' from logged`,
      [whose.caseId],
    )
    const answer = await order(whose)
    assert.equal(answer.status, 409)
    assert.match(plain(answer.text), /Noget holder sagen.*Se, hvad der holder sagen/)
    assert.equal(await straight(whose), 'no_order_under_a_hold')
  })

  test('is the controller’s administrator’s alone, and of its own cases (R1.10)', async () => {
    const ours = await openCaseFor(world, cast.mette, cast.bo)
    const theirs = await openCaseFor(world, cast.jonas, cast.bo)
    for (const who of [cast.mette, cast.jonas, cast.sara, cast.lone, cast.omar, cast.dorte]) {
      const answer = await (await world.browser(who)).post(routes.erasureOrder.create.href(ours), typed)
      assert.ok([403, 404].includes(answer.status), who.name)
    }
    assert.equal((await order(theirs)).status, 404)
    assert.equal(
      (await world.sql('select from erasure_orders where case_id = any ($1)', [[ours.caseId, theirs.caseId]])).length,
      0,
    )
  })

  test('is given once: the second click finds it given', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo)
    await order(whose)
    assert.equal((await order(whose)).status, 403)
    assert.equal(await straight(whose), 'one_open_order_a_case')
    assert.equal((await ordersOn(whose)).length, 1)
  })

  /** By SQL, as the administrator's own request would. Tells which constraint refused. */
  const straight = ({ caseId }: Opened) => {
    const { userId, organisationId } = cast.birthe
    return world.request
      .transaction({ kind: 'staff', userId, organisationId }, (tx) =>
        tx.run(sql`insert into erasure_orders (id, organisation_id, case_id, reason, ordered_by)
          values (gen_random_uuid(), ${organisationId}, ${caseId}, 'mistake', ${userId})`),
      )
      .then(
        () => 'stored',
        (error: Error & { constraint?: string }) => error.constraint ?? error.message,
      )
  }
})
