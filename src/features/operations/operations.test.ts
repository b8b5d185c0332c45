import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { maskedError } from './masked-error.ts'

describe('the operator’s overview', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const sqlAs = <Row>(member: { userId: string; organisationId: string }, text: string, kind: 'staff' | 'operator') =>
    world.request.transaction({ kind, userId: member.userId, organisationId: member.organisationId }, (tx) =>
      tx.rows<Row>({ text, values: [] }),
    )

  async function park(task: string, error: string): Promise<string> {
    await world.sql('select graphile_worker.add_job($1, $2::json, max_attempts => 1)', [task, '{"id":"geheim"}'])
    const [job] = await world.sql<{ id: string }>(
      `update graphile_worker._private_jobs set attempts = 1, last_error = $1
       where id = (select max(id) from graphile_worker._private_jobs) returning id::text`,
      [error],
    )
    return job?.id ?? ''
  }

  test('shows counts, a picture and the same figures as a table', async () => {
    const page = await (await world.browser(cast.omar)).get('/operator')
    assert.equal(page.status, 200)
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
    assert.deepEqual(await sqlAs(cast.birthe, 'select * from operator_figures()', 'staff'), [])
    const days = `select * from cases_opened_by_day('2026-01-01', '2026-01-02')`
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
      assert.deepEqual(await sqlAs(cast.omar, `select 1 from ${table}`, 'operator'), [], table)
    }
    const insert = `insert into cases (id, insurer_id, case_number, patient_id, person_id, treatment_type)
      select gen_random_uuid(), '${cast.nordlys.id}', '2', '00000000-0000-7000-8000-000000000002',
        '00000000-0000-7000-8000-000000000001', 'physiotherapy'`
    await assert.rejects(sqlAs(cast.omar, insert, 'operator'), { code: '42501' })
    const figures = await sqlAs<{ cases: number }>(cast.omar, 'select cases from operator_figures()', 'operator')
    assert.deepEqual(figures, [{ cases: 1 }])
    assert.match(plain((await omar.get('/operator')).text), /Sager i alt 1 .*flest .* med 1/)
  })

  test('a parked job is shown without what it was about, retried and discarded', async () => {
    const first = await park(
      'send-invitation',
      'No mailbox ida@privat.example for 0201609996\n    at secret (file.ts:1)',
    )
    const omar = await world.browser(cast.omar)
    assert.match(plain((await omar.get('/operator')).text), /1 job er parkeret/)
    const page = plain((await omar.get('/operator/parked-jobs')).text)
    assert.match(page, /send-invitation 1 .* No mailbox …@… for ##########/)
    assert.doesNotMatch(page, /ida@|0201609996|geheim|secret/)
    assert.match(
      plain((await omar.postAndFollow(`/operator/parked-jobs/${first}/retry`)).text),
      /prøves igen nu.*Ingen job/,
    )
    const second = await park('send-lead-answer', 'gone')
    assert.match(plain((await omar.postAndFollow(`/operator/parked-jobs/${second}/discard`)).text), /kasseret/)
    assert.match(
      plain((await omar.postAndFollow(`/operator/parked-jobs/${second}/retry`)).text),
      /ikke længere parkeret/,
    )
    assert.equal((await omar.post('/operator/parked-jobs/drop/retry')).status, 404)
    assert.equal((await (await world.browser(cast.dorte)).post(`/operator/parked-jobs/${first}/discard`)).status, 403)
  })

  test('an error is shown as one short line without digits', () => {
    assert.equal(maskedError('a@b.dk 12\nmore'), '…@… ##')
    assert.equal(maskedError('x'.repeat(500)).length, 120)
  })
})
