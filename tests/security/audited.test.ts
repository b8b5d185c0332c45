import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import { people, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

/** Tables that name a person or a case and may change without an event of the trail, each with why. */
const unwatched: Readonly<Record<string, string>> = {
  audit_events: 'it is the trail',
  erasures: 'written by erasing only, which is an event itself',
  holds: 'a time held for some minutes; the booking that may follow is an event',
  idempotency_keys: 'written beside the case that they are about',
  journal_handovers: 'offered by the sweep; taking it over is an event of the request',
  notifications: 'written beside what they tell of',
  person_keys: 'made with the person, destroyed by erasing',
  web_sessions: 'logging in and out are events of the request',
}

describe('a change to what is held about a person', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('asks for an event of the trail in every table that names a person or a case (R1.2)', async () => {
    const tables = await world.sql<{ name: string }>(
      `select distinct c.table_name as name from information_schema.columns c
       join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace and k.relkind = 'r'
       where c.table_schema = 'public' and c.column_name in ('person_id', 'case_id') and not exists (
         select from pg_trigger t where t.tgrelid = k.oid and t.tgname = 'audited' and t.tgenabled = 'O') order by 1`,
    )
    assert.deepEqual(
      tables.map(({ name }) => name),
      Object.keys(unwatched),
    )
  })

  test('is refused as a whole when the event is missing, whoever makes it (R1.2)', async () => {
    const cast = await settle(world)
    const { caseId } = await openCaseFor(world, cast.mette, people.ana, { clinics: [cast.bakken] })
    const { userId, organisationId } = cast.mette
    const silently = world.request.transaction({ kind: 'staff', userId, organisationId }, (tx) =>
      tx.run(sql`insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic)
        values (gen_random_uuid(), ${caseId}, ${organisationId}, 1, current_date, current_date, true)`),
    )
    await assert.rejects(silently, { constraint: 'no_change_without_audit_event' })
    const asOwner =
      world.sql(`insert into case_details (case_id, treatment_type, field, version, value_sealed, entered_by_organisation)
      select case_id, treatment_type, field, 2, value_sealed, entered_by_organisation from case_details where case_id = '${caseId}' limit 1`)
    await assert.rejects(asOwner, { constraint: 'no_change_without_audit_event' })
    assert.equal((await world.sql('select from approvals where case_id = $1', [caseId])).length, 1)
  })
})
