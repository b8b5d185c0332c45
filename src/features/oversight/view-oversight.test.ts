import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { oversightTasks } from './index.ts'

const path = routes.operator.privacy.href({})

describe('the operator’s view of privacy', () => {
  let world: World
  let cast: Cast
  const shown = async (who: 'omar' | 'dorte' = 'dorte') => (await world.browser(cast[who])).get(path)
  const countDays = () =>
    oversightTasks(workerServices(world), openGate(referralPolicy))['count-days']?.({}, { attempt: 1 })
  const figures = (figure: string) =>
    world.sql<{ day: string; subject: string; count: number }>(
      'select day::text, subject, count from day_counts where figure = $1 order by day, subject',
      [figure],
    )

  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('says what is going on while nothing has happened yet', async () => {
    const page = await shown()
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    const text = plain(page.text)
    assert.match(text, /ikke talt endnu/)
    assert.match(text, /Ingen har givet eller taget et samtykke tilbage/)
    assert.match(text, /Der har ikke været en kørsel endnu.*Næste kørsel begynder/)
    assert.match(text, /Sporet er sidst kontrolleret ikke endnu/)
    assert.ok(!page.text.includes('class="chart"'), 'there is nothing to draw')
  })

  test('is for administrators and the data protection officer of the operator alone, also in the database (R2.4)', async () => {
    for (const who of [cast.mette, cast.birthe, cast.lone])
      assert.equal((await (await world.browser(who)).get(path)).status, 403)
    for (const kind of ['staff', 'anonymous', 'patient'] as const) {
      const actor = { kind, userId: cast.birthe.userId, organisationId: cast.birthe.organisationId }
      const seen = await world.request.transaction(actor, (tx) =>
        tx.rows(
          sql`select 1 from day_counts union all select 1 from audit_checks union all select 1 from rights_answers('2020-01-01')`,
        ),
      )
      assert.deepEqual(seen, [])
    }
  })

  test('counts a day once it is over: consents, answers about cookies, decisions; and never who (R2.4)', async () => {
    const ana = await openCaseFor(world, cast.mette, cast.ana)
    await openCaseFor(world, cast.jonas, cast.bo)
    const patient = await world.browser(ana)
    await patient.postAndFollow(routes.my.withdrawal.create.href({ caseId: ana.caseId }), { sure: 'yes' })
    assert.equal((await patient.get('/cases')).status, 403)
    const visitor = new Browser(world.fetch, marketingUrl)
    for (const answer of ['all', 'none'])
      await visitor.post('/cookies/choice', { answer, means: 'banner', returnTo: '/' })
    await countDays()
    assert.deepEqual(await figures('consent-given'), [], 'the day is not over')
    world.clock.advance({ hours: 24 })
    await countDays()
    const counts = async (figure: string) => (await figures(figure)).map(({ count, subject }) => [subject, count])
    assert.deepEqual(await counts('consent-given'), [['', 2]])
    assert.deepEqual(await counts('consent-withdrawn'), [['', 1]])
    assert.deepEqual(await counts('cookies-accepted'), [['marketing', 1]])
    assert.deepEqual(await counts('cookies-refused'), [['marketing', 1]])
    assert.deepEqual(await counts('decision-refused'), [
      ['case.list', 1],
      ['oversight.view', 3],
    ])
    assert.ok((await counts('decision-allowed')).some(([action, count]) => action === 'case.create' && count === 2))
  })

  test('keeps the counts of what is erased, and counts no day twice', async () => {
    await world.sql('update audit_events set event = null, salt = null, person_id = null, case_id = null')
    const before = await world.sql('select * from day_counts order by day, figure, subject')
    await countDays()
    assert.deepEqual(await world.sql('select * from day_counts order by day, figure, subject'), before)
    await assert.rejects(world.sql('update day_counts set count = count + 1'), /append-only/)
    await assert.rejects(
      world.worker.transaction({ kind: 'system' }, (tx) => tx.run(sql`delete from day_counts`)),
      /permission denied/,
    )
  })

  test('makes up for nights that were missed', async () => {
    world.clock.advance({ hours: 72 })
    await countDays()
    const today = dayOf(world.clock.now())
    const [last] = await world.sql<{ day: string; n: number }>(
      'select max(day)::text as day, count(*)::int as n from counted_days',
    )
    assert.deepEqual([last?.day, last?.n], [today.subtract({ days: 1 }).toString(), 4])
  })

  test('shows consents and cookie answers as pictures with the same figures as tables, without a name', async () => {
    const page = await shown('omar')
    assertAccessible(page.text)
    const text = plain(page.text)
    assert.match(text, /er 2 samtykker givet og 1 taget tilbage/)
    assert.match(text, /1 har sagt ja til noget, og 1 har sagt nej til alt/)
    assert.match(page.text, /<svg class="chart"[^>]*aria-hidden="true"/)
    assert.ok(!/ style="/.test(page.text))
    assert.match(text, /Måned Givet Taget tilbage .* 2 1 /)
    for (const secret of ['Prøvesen', 'Eksempelsen', 'SAG-']) assert.ok(!page.text.includes(secret), secret)
  })

  test('shows what was allowed and refused under each activity, and leads to the record', async () => {
    const page = await shown()
    for (const { id, name } of referralPolicy.activities)
      assert.ok(
        page.text.includes(`href="/article-30#${id.replaceAll('.', '-')}"`) && plain(page.text).includes(name.da),
        id,
      )
    assert.match((await (await world.browser(cast.dorte)).get('/article-30')).text, /id="operation-oversight"/)
    const refusedRow = /<tr>(?:(?!<tr>)[\s\S])*?cell-end[^>]*data-label="Afvist"[^>]*><div>1<\/div>/
    assert.match(page.text, refusedRow)
  })

  test('shows processors with their agreements, and which third parties are in use', async () => {
    const text = plain((await shown()).text)
    assert.match(text, /Eksempel Datacenter A\/S Driver de servere, som alt ligger på DK 01\.10\.2026/)
    assert.match(text, /Eksempel Statistik ApS .* den offentlige side/)
    assert.match(text, /Statistik over besøg i brug Eksempel Statistik ApS \(stats\.klinikbro\.localhost\)/)
    assert.match(text, /Måling af adfærd ikke i brug/)
  })

  test('shows requests by the days that are left, the late ones, and whether answers were in time (R2.7)', async () => {
    const asked = await openCaseFor(world, cast.mette, { ...cast.bo })
    await askAs(world, asked, 'access')
    const [first] = Object.values(await askAs(world, asked, 'restriction', { text: 'Hemmelig grund' }))
    assert.match(plain((await shown()).text), /2 anmodninger venter på svar; 0 er over fristen/)
    await answered(world, first ?? '', cast.mette.userId)
    const late = `update %s set %s = now() - interval '50 days' where %s in (select id from rights_requests where "right" = 'access')`
    for (const [table, column, key] of [
      ['rights_requests', 'received_at', 'id'],
      ['rights_identity_checks', 'checked_at', 'request_id'],
    ] as const)
      await world.sql(late.replace('%s', table).replace('%s', column).replace('%s', key))
    const page = await shown()
    assert.match(plain(page.text), /Fristen er overskredet 1 anmodning skulle have været besvaret/)
    assert.match(plain(page.text), /1 af 1 svar i de seneste 12 måneder kom til tiden/)
    assert.ok(!page.text.includes('Hemmelig'))
  })

  test('shows what each run erased and kept because of what, and that logs were cleared (T6.3)', async () => {
    await world.sql(
      `insert into retention_runs (id, started_at, ended_at, due, erased, kept)
       values (gen_random_uuid(), now(), now(), 9, 6, '{"legal-hold": 2, "journal-not-handed-over": 1}')`,
    )
    await world.sql(`insert into log_sweeps (swept_at, files_erased, files_kept) values (now(), 3, 14)`)
    const text = plain((await shown()).text)
    assert.match(text, /har slettet 6 sager\. Den sidste kørsel beholdt 3/)
    assert.match(text, /åben anmodning Beholdt: journal ikke overtaget .* 6 2 1 /)
    assert.match(text, /Loggen over besøg er sidst ryddet .*3 dage slettet, 14 dage tilbage/)
  })
})

/** The controller grants a request, past the page: what is told here is only when. */
const answered = (world: World, requestId: string, userId: string) =>
  world.sql(
    `with given as (insert into rights_request_states (request_id, state, by_kind, by_user) values ($1, 'granted', 'staff', $2) returning 1)
     select append_audit_event('scene', '{}', null, null, null) from given`,
    [requestId, userId],
  )
