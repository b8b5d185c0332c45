import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { dateIn } from '#tests/cast/place-hold.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a hold on a case', () => {
  let world: World
  let cast: Cast
  let whose: Awaited<ReturnType<typeof openCaseFor>>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
  })
  after(() => world.close())

  const page = () => routes.legalHold.show.href(whose)
  const inDays = (days: number) => dateIn(world, 'reviewOn', days)
  const typed = (days = 90) => ({ reason: 'claim', why: 'Krav om erstatning <J-17>', ...inDays(days) })
  const place = async (fields: Record<string, string> = typed()) =>
    (await world.browser(cast.birthe)).post(routes.legalHold.place.href(whose), fields)
  const heldBy = () =>
    world.sql<{ id: Id<'legal-hold'> }>(
      `select id from legal_holds where case_id = $1 and lifted_at is null and reason = 'claim' order by placed_at`,
      [whose.caseId],
    )

  test('asks for a ground, a reason and a day to look again, and comes back with what was typed', async () => {
    const answer = await place({ why: 'Krav' })
    assert.equal(answer.status, 422)
    assertAccessible(answer.text)
    assert.match(plain(answer.text), /Vælg, hvad sagen holdes for.*Skriv, hvornår I ser på det igen/)
    assert.match(answer.text, />Krav<\/textarea>/)
  })

  test('cannot stand longer than the policy says before somebody looks again, nor end before it began', async () => {
    const tooLate = await place(typed(250))
    assert.equal(tooLate.status, 422)
    assert.match(plain(tooLate.text), /Senest den \d/)
    assert.match(plain((await place(typed(0))).text), /Vælg en dag, der ikke er gået/)
    assert.equal((await heldBy()).length, 0)
  })

  test('is placed by the insurer’s administrator, and everybody concerned can read why the case is kept', async () => {
    const birthe = await world.browser(cast.birthe)
    const placed = await birthe.postAndFollow(routes.legalHold.place.href(whose), typed())
    assertAccessible(placed.text)
    assert.match(
      plain(placed.text),
      /Slettestoppet er sat.*Retskrav.*Krav om erstatning <J-17>.*artikel 17.*Birthe Bestyrer/,
    )
    const handled = plain((await (await world.browser(cast.mette)).get(routes.case.show.href(whose))).text)
    assert.match(handled, /Slettestop: Retskrav, sat .*Ses efter/)
    assert.doesNotMatch(handled, /J-17/)
    const mine = await (await world.browser({ personId: whose.personId })).get(routes.my.case.href(whose))
    assertAccessible(mine.text)
    assert.match(
      plain(mine.text),
      /Derfor slettes sagen ikke endnu .*fordi der er rejst et krav.*Brug dine rettigheder/,
    )
    assert.doesNotMatch(mine.text, /J-17/)
    const [stored] = await world.sql<{ row: string }>('select legal_holds::text as row from legal_holds')
    assert.doesNotMatch(stored?.row ?? '', /J-17/, 'what was written lies sealed')
  })

  test('is in the patient’s copy with its reason (T5.1)', async () => {
    const copy = await (await world.browser({ personId: whose.personId })).get(routes.my.download.file.href({}))
    assert.match(copy.text, /Krav om erstatning <J-17>/)
  })

  test('is for the controller’s administrator alone', async () => {
    for (const who of [cast.mette, cast.sara, cast.lone, cast.omar, cast.dorte]) {
      const browser = await world.browser(who)
      for (const path of [page(), routes.legalHold.list.href({})])
        assert.ok([403, 404].includes((await browser.get(path)).status), path)
      assert.ok([403, 404].includes((await browser.post(routes.legalHold.place.href(whose), typed())).status))
    }
    const ana = await world.browser({ personId: whose.personId })
    assert.ok([403, 404].includes((await ana.get(page())).status))
    assert.equal((await heldBy()).length, 1)
  })

  test('is refused by the database without a reason, in another’s name, or for what comes by itself', async () => {
    const { userId, organisationId } = cast.birthe
    const attempt = (columns: string, reason: string, by: string, why: Buffer | null) =>
      world.request
        .transaction({ kind: 'staff', userId, organisationId }, (tx) =>
          tx.run(sql`insert into legal_holds (id, case_id, reason, placed_by, why_sealed)
            values (gen_random_uuid(), ${whose.caseId}, ${reason}, ${by}, ${why})`),
        )
        .then(
          () => `${columns} was stored`,
          (error: Error & { constraint?: string }) => error.constraint ?? error.message,
        )
    assert.equal(await attempt('no reason', 'claim', userId, null), 'hold_by_hand_says_why')
    assert.match(await attempt('another’s name', 'claim', cast.mette.userId, Buffer.from('x')), /row-level security/)
    assert.match(await attempt('an answer', 'open-request', userId, Buffer.from('x')), /row-level security/)
  })

  test('keeps the database itself from erasing the case, whichever job asks', async () => {
    const erase = world.worker.transaction({ kind: 'system' }, (tx) =>
      tx.run(
        sql`select append_audit_event('test', '{}', null, null, null), erase_case(${whose.caseId}, 'request', null)`,
      ),
    )
    await assert.rejects(erase, { constraint: 'no_erasure_under_a_hold' })
    assert.equal((await world.sql('select from cases where id = $1', [whose.caseId])).length, 1)
  })
})
