import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import type { Id } from '#kernel/ids.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

/** Whoever asks the database directly, and in whose name. */
type Asker = {
  readonly role: 'request' | 'worker' | 'reporting' | 'owner'
  readonly organisation?: string
  readonly person?: string
}

describe('without a live mark of consent nothing is transferred', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  /** Runs SQL past the application; tells the constraint that refused it, or PostgreSQL's own code (42501: no right at all). */
  async function refusalOf({ role, organisation, person }: Asker, text: string, values: readonly unknown[]) {
    const url = role === 'owner' ? world.database.ownerUrl : world.database.urls[role]
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query('begin')
      await client.query(
        "select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.actor_kind', 'staff', true)",
        [organisation ?? '', person ?? ''],
      )
      if (role !== 'reporting') await client.query("select append_audit_event('x', '{}', null, null, null)")
      await client.query(text, [...values])
      await client.query('set constraints all immediate')
      return 'not refused'
    } catch (error) {
      return violatedConstraint(error) ?? (error as { code?: string }).code
    } finally {
      await client.query('rollback')
      await client.end()
    }
  }

  const disclosing = `
    insert into disclosures (id, recipient_id, case_id, person_id, direction, consent_mark_id, activity, purpose, basis, fields, disclosed_by_organisation)
    values (gen_random_uuid(), $1, $2, $3, 'to-clinic', $4, 'x', 'x', 'consent', '{contact}', $5)`

  const unmarked = () => openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], consent: null })
  const markOf = async (caseId: Id<'case'>) =>
    (await world.sql<{ id: string }>('select id from consent_marks where case_id = $1', [caseId]))[0]?.id ?? null
  const handOver = (asker: Asker, of: { caseId: string; personId: string }, mark: string | null, to = cast.bakken.id) =>
    refusalOf(asker, disclosing, [to, of.caseId, of.personId, mark, cast.nordlys.id])

  const insurer = (): Asker => ({ role: 'request', organisation: cast.nordlys.id })

  test('a mark of another case does not do', async () => {
    const mark = await markOf((await openCaseFor(world, cast.mette, cast.ana)).caseId)
    const of = await unmarked()
    assert.equal(await handOver(insurer(), of, mark), 'no_transfer_without_consent_mark')
    assert.equal(await handOver({ role: 'owner' }, of, mark), 'no_transfer_without_consent_mark')
  })

  test('a withdrawn mark does not do, not even for the owner of the database', async () => {
    const of = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await (await world.browser({ userId: cast.mette.userId })).post(`/cases/${of.caseId}/consent-withdrawal`)
    const mark = await markOf(of.caseId)
    assert.equal(await handOver(insurer(), of, mark), 'no_transfer_without_live_consent')
    assert.equal(await handOver({ role: 'owner' }, of, mark), 'no_transfer_without_live_consent')
  })

  test('no mark at all does not do', async () => {
    const of = await unmarked()
    assert.equal(await handOver(insurer(), of, null), 'no_transfer_without_live_consent')
    assert.equal(await handOver(insurer(), of, crypto.randomUUID()), 'no_transfer_without_live_consent')
  })

  test('a mark is no use for a clinic that the insurer has not approved, or for what is no clinic (R1.14)', async () => {
    const of = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const mark = await markOf(of.caseId)
    assert.equal(await handOver(insurer(), of, mark, cast.fjorden.id), 'recipient_is_approved')
    assert.equal(await handOver(insurer(), of, mark, cast.havblik.id), 'recipient_is_a_clinic')
  })

  test('nobody but insurer and patient hands over: neither a clinic nor another insurer, worker or reporting', async () => {
    const of = await openCaseFor(world, cast.mette, cast.ana)
    const mark = await markOf(of.caseId)
    assert.equal(await handOver(insurer(), of, mark), 'not refused')
    assert.equal(await handOver({ role: 'request', person: of.personId }, of, mark), 'not refused')
    for (const asker of [
      { role: 'request', organisation: cast.havblik.id },
      { role: 'request', organisation: cast.bakken.id },
      { role: 'request' },
      { role: 'worker' },
      { role: 'reporting' },
    ] as const)
      assert.equal(await handOver(asker, of, mark), '42501', asker.role)
  })

  test('nobody writes a mark for a case that is not their own', async () => {
    const of = await unmarked()
    const marking = `
      insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation)
      values (gen_random_uuid(), $1, current_date, 'oral', 'x', 'x', $2)`
    for (const organisation of [cast.havblik.id, cast.bakken.id])
      assert.equal(await refusalOf({ role: 'request', organisation }, marking, [of.caseId, organisation]), '42501')
    assert.equal(await refusalOf({ role: 'worker' }, marking, [of.caseId, cast.nordlys.id]), '42501')
    assert.equal(await refusalOf({ role: 'reporting' }, marking, [of.caseId, cast.nordlys.id]), '42501')
  })

  test('marks, withdrawals and the ledger cannot be changed or removed afterwards', async () => {
    const of = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    for (const table of ['consent_marks', 'disclosures']) {
      for (const change of [
        `delete from ${table} where case_id = $1`,
        `update ${table} set case_id = case_id where case_id = $1`,
      ]) {
        assert.equal(await refusalOf(insurer(), change, [of.caseId]), '42501')
        assert.equal(await refusalOf({ role: 'owner' }, change, [of.caseId]), 'ledger_is_append_only')
      }
    }
  })

  test('no appointment without a live disclosure to that clinic', async () => {
    const booking = `
      insert into appointments (id, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id, starts_at, ends_at, root_id, booked_by_kind)
      select id, $1, $2, $3, $4, 'physiotherapy', $5, $6, now() + interval '1 day', now() + interval '1 day 45 minutes', id, 'clinic'
      from (select gen_random_uuid() as id) fresh`
    const of = await unmarked()
    const values = [cast.bakken.id, cast.nordlys.id, of.caseId, of.personId, cast.peterAtWork, cast.room]
    const refused = 'no_booking_without_disclosure'
    assert.equal(await refusalOf({ role: 'request', organisation: cast.bakken.id }, booking, values), refused)
    assert.equal(await refusalOf({ role: 'request', person: of.personId }, booking, values), refused)
    assert.equal(await refusalOf({ role: 'owner' }, booking, values), refused)
    assert.equal(await refusalOf({ role: 'worker' }, booking, values), '42501')
    assert.equal(await refusalOf({ role: 'reporting' }, booking, values), '42501')
  })

  test('by the form: a case without the mark reaches no clinic, by whatever page', async () => {
    const of = await unmarked()
    const sara = await world.browser({ userId: cast.sara.userId })
    assert.equal((await sara.get(`/clinic/cases/${of.caseId}`)).status, 404)
    assert.ok(!(await sara.get('/clinic/cases')).text.includes(of.caseId))
    assert.equal((await world.sql('select from disclosures where case_id = $1', [of.caseId])).length, 0)
  })
})
