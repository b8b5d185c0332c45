import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { identifier, type Sql, sql } from '#platform/db/sql.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the operator’s overview', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const sqlAs = <Row>(
    member: { userId: string; organisationId: string },
    statement: Sql<Row>,
    kind: 'staff' | 'operator',
  ) =>
    world.request.transaction({ kind, userId: member.userId, organisationId: member.organisationId }, (tx) =>
      tx.rows(statement),
    )

  test('shows counts, a picture and the same figures as a table', async () => {
    const page = await (await world.browser(cast.omar)).get('/operator')
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Forsikringsselskaber 2 Klinikker og privathospitaler 2/)
    assert.match(plain(page.text), /ingen job er parkeret/)
    assert.equal(page.text.match(/<th scope="row"/g)?.length, 30)
  })

  test('figures are for the operator alone', async () => {
    for (const who of [cast.birthe, cast.lone, cast.mette]) {
      const browser = await world.browser(who)
      assert.equal((await browser.get('/operator')).status, 403)
      assert.equal((await browser.get('/operator/parked-jobs')).status, 403)
    }
    assert.deepEqual(await sqlAs(cast.birthe, sql`select * from operator_figures()`, 'staff'), [])
    const days = sql`select * from cases_opened_by_day('2026-01-01', '2026-01-02')`
    assert.deepEqual(await sqlAs(cast.birthe, days, 'staff'), [])
  })

  test('the operator reads and writes no case, neither by page nor by SQL', async () => {
    const omar = await world.browser(cast.omar)
    for (const path of ['/cases', '/cases/new', '/clinic/cases', '/clinic/calendar', '/my/cases']) {
      assert.ok([403, 404].includes((await omar.get(path)).status), path)
    }
    assert.ok([403, 404].includes((await omar.post('/cases', {})).status))
    await world.sql(`insert into persons (id) values ('00000000-0000-7000-8000-000000000001')`)
    const scene = world.sql(`
      do $$ begin
        perform append_audit_event('test', '{}', null, null, null);
        insert into patients (id, organisation_id, person_id, name_sealed, name_index, cpr_index)
          values ('00000000-0000-7000-8000-000000000002', '${cast.nordlys.id}', '00000000-0000-7000-8000-000000000001', 'x', '{}', 'x');
        insert into cases (id, insurer_id, case_number, patient_id, person_id, treatment_type)
          values ('00000000-0000-7000-8000-000000000003', '${cast.nordlys.id}', '1', '00000000-0000-7000-8000-000000000002',
            '00000000-0000-7000-8000-000000000001', 'physiotherapy');
      end $$`)
    await scene
    for (const table of ['cases', 'patients', 'case_details', 'appointments', 'course_notes', 'attachments']) {
      assert.deepEqual(await sqlAs(cast.omar, sql`select 1 from ${identifier(table)}`, 'operator'), [], table)
    }
    const insert = sql`insert into cases (id, insurer_id, case_number, patient_id, person_id, treatment_type)
      select gen_random_uuid(), ${cast.nordlys.id}, '2', '00000000-0000-7000-8000-000000000002',
        '00000000-0000-7000-8000-000000000001', 'physiotherapy'`
    await assert.rejects(sqlAs(cast.omar, insert, 'operator'), { code: '42501' })
    const figures = await sqlAs(cast.omar, sql<{ cases: number }>`select cases from operator_figures()`, 'operator')
    assert.deepEqual(figures, [{ cases: 1 }])
    assert.match(plain((await omar.get('/operator')).text), /Sager i alt 1 .*flest .* med 1/)
  })
})
