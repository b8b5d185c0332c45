import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Sql, sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { sweepCases } from './sweep-cases.ts'

const gate = openGate(referralPolicy)

describe('sweeping cases whose time is up', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const sweep = (months: number, days = 0) => {
    const at = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').add({ months }).add({ days }).toInstant()
    return sweepCases(workerServices(world, { now: () => at }), gate)
  }
  const today = () => world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  const exists = async (caseId: string) => (await world.sql('select from cases where id = $1', [caseId])).length === 1

  test('erases a case six months after its approval ran out, and not a day before (R2.9)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { validUntil: today() })
    await sweep(6, -1)
    assert.equal(await exists(caseId), true)
    await sweep(6, 3)
    assert.equal(await exists(caseId), false)
  })

  test('leaves no row with the id of the case or of a person nobody knows any more, in any table', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, people.bo, {
      clinics: [cast.bakken],
      validUntil: today(),
    })
    await sweep(7)
    const remaining = await rowsThatName(world, [caseId, personId])
    assert.deepEqual(remaining.sort(), ['erasures', 'person_keys', 'persons'])
    const [key] = await world.sql<{ wrapped: Buffer | null }>('select wrapped from person_keys where person_id = $1', [
      personId,
    ])
    assert.equal(key?.wrapped, null)
  })

  test('keeps the person while another insurer has a case about them', async () => {
    const short = await openCaseFor(world, cast.mette, people.ana, { validUntil: today() })
    const long = await openCaseFor(world, cast.jonas, people.ana, { validUntil: today().add({ months: 12 }) })
    await sweep(7)
    assert.equal(await exists(short.caseId), false)
    assert.equal(await exists(long.caseId), true)
    assert.deepEqual(
      await rowsThatName(world, [short.caseId]),
      ['erasures'],
      'the trail keeps nothing of the erased case',
    )
    const [key] = await world.sql<{ wrapped: Buffer | null }>('select wrapped from person_keys where person_id = $1', [
      long.personId,
    ])
    assert.notEqual(key?.wrapped, null)
  })

  test('follows the shorter instruction of insurer and clinic (R1.10)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, people.bo, { clinics: [cast.bakken], validUntil: today() })
    await world.sql(
      `insert into retention_instructions (id, organisation_id, months) values (gen_random_uuid(), $1, 2)`,
      [cast.bakken.id],
    )
    await sweep(1)
    assert.equal(await exists(caseId), true)
    await sweep(2, 3)
    assert.equal(await exists(caseId), false)
  })

  const reported = async () =>
    (
      await world.sql<{ kept_until: unknown }>(
        'select kept_until from retention_runs order by started_at desc, id desc',
      )
    )[0]?.kept_until

  test('keeps a case under a legal hold, and says so in the report', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, people.bo, { validUntil: today() })
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) insert into legal_holds (id, case_id, reason) select gen_random_uuid(), $1, 'complaint' from logged`,
      [caseId],
    )
    const report = await sweep(7)
    assert.equal(report.kept['legal-hold'], 1)
    assert.deepEqual(await reported(), [{ because: 'hold', count: 1, until: null }])
    const dorte = await world.browser(cast.dorte)
    const page = plain((await dorte.get('/operator/retention')).text)
    assert.match(page, /1 sag med klage, krav eller åben anmodning, til det er afgjort/)
    assert.equal(await exists(caseId), true)
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) update legal_holds set lifted_at = now() from logged`,
    )
    await sweep(7)
    assert.equal(await exists(caseId), false)
  })

  test('hands a clinic its journal before it erases it', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, people.bo, {
      clinics: [cast.bakken],
      validUntil: today(),
    })
    await world.sql(
      `with noted as (insert into course_notes (id, clinic_id, case_id, person_id, text_sealed) values (gen_random_uuid(), $1, $2, $3, '\\x00'))
       select append_audit_event('test', '{}', null, null, null)`,
      [cast.bakken.id, caseId, personId],
    )
    const report = await sweep(7)
    assert.equal(report.kept['journal-not-handed-over'], 1)
    assert.deepEqual(await reported(), [{ because: 'journal', count: 1, until: null }])
    assert.equal(await exists(caseId), true)
    await world.sql('update journal_handovers set received_at = now() where case_id = $1', [caseId])
    await sweep(7)
    assert.equal(await exists(caseId), false)
  })

  test('leaves the audit chain whole', async () => {
    const broken = await world.sql(
      `select from audit_events e where hash <> sha256(previous || int8send(position) || commitment)
         or (position > 1 and previous <> (select hash from audit_events b where b.chain = e.chain and b.position = e.position - 1))`,
    )
    assert.equal(broken.length, 0)
  })

  test('cannot be done by a request: neither the function nor the rows', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, people.ana)
    const actor = { kind: 'staff', userId: cast.mette.userId, organisationId: cast.nordlys.id } as const
    const attempt = (statement: Sql) =>
      world.request
        .transaction(actor, (tx) => tx.run(statement))
        .then(
          () => 'done',
          (error: Error) => error.message,
        )
    assert.match(await attempt(sql`select erase_case(${caseId}, 'request', null)`), /permission denied/)
    assert.match(await attempt(sql`delete from cases where id = ${caseId}`), /permission denied/)
    assert.match(await attempt(sql`delete from disclosures`), /permission denied/)
  })
})

/** The tables in which any row holds one of these ids, in whatever column. */
async function rowsThatName(world: World, ids: readonly string[]): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await world.sql(`select from "${name}" t where t::text ~ $1 limit 1`, [ids.join('|')])
    if (rows.length > 0) found.push(name)
  }
  return found
}
