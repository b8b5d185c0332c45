import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { csv, type FileRow, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { importTasks } from './index.ts'

describe('an import of cases', () => {
  let world: World
  let cast: Cast
  let mette: Browser
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    mette = await world.browser({ userId: cast.mette.userId })
    await mette.get('/imports/new')
  })
  after(() => world.close())

  const run = (task: 'check-import' | 'import-cases' | 'sweep-imports', importId?: string) =>
    importTasks(workerServices(world), openGate(referralPolicy))[task]!({ importId }, { attempt: 1 })
  const rows = (count: number, from: number, changes: FileRow = {}) =>
    Array.from({ length: count }, (_, at) => fileRow(world.clock, from + at, changes))
  const upload = async (list: readonly FileRow[]) => {
    const answer = await mette.post('/imports', { file: csv(fileOf(list)) })
    assert.equal(answer.status, 303, plain(answer.text))
    return answer.location!.split('/').at(-1)!
  }
  const state = async (id: string) =>
    (await world.sql<{ state: string }>('select state from case_imports where id = $1', [id]))[0]?.state
  const casesFrom = (prefix: string) =>
    world.sql<{ id: string; created_by: string }>(`select id, created_by from cases where case_number like $1`, [
      `${prefix}%`,
    ])
  const ready = async (list: readonly FileRow[]) => {
    const id = await upload(list)
    await run('check-import', id)
    assert.equal(await state(id), 'ready')
    return id
  }

  test('opens each case as a case handler would, tells the patients, and erases the file', async () => {
    const bakken = { klinikker: '26919991' }
    const id = await ready([
      ...rows(3, 100, bakken),
      ...rows(2, 110, { ...bakken, samtykke: 'nej', samtykkedato: '', samtykkemåde: '' }),
    ])
    await mette.post(`/imports/${id}/confirmation`)
    await run('import-cases', id)
    assert.equal(await state(id), 'imported')
    const told = ['referral.referral', 'referral-transfer']
    assert.deepEqual(await jobEvents(world, 'import.check'), [[...told, 'check-import', { wrong: 0 }]])
    assert.deepEqual(await jobEvents(world, 'import.carry-out'), [[...told, 'import-cases', { rows: 5 }]])
    const cases = await casesFrom('FIL-1')
    assert.deepEqual(new Set(cases.map((one) => one.created_by)), new Set([cast.mette.userId]))
    const counted = async (text: string) => (await world.sql<{ n: number }>(text, [cases.map((one) => one.id)]))[0]?.n
    assert.equal(cases.length, 5)
    assert.equal(await counted('select count(*) n from consent_marks where case_id = any ($1)'), 3)
    assert.equal(await counted('select count(*) n from disclosures where case_id = any ($1)'), 3)
    assert.equal(await counted('select count(*) n from notifications where case_id = any ($1)'), 6)
    assert.equal(
      await counted(
        'select count(*) n from approval_sessions s join approvals a on a.id = s.approval_id where case_id = any ($1)',
      ),
      30,
    )
    assert.equal(
      await counted(`select count(*) n from audit_events where action = 'import.confirm' and case_id = any ($1)`),
      5,
    )
    assert.deepEqual(await world.sql('select from case_import_files where import_id = $1', [id]), [])
    assert.match(plain((await mette.get(`/imports/${id}`)).text), /5 sager er oprettet/)
    assert.match(plain((await mette.get(`/cases/${cases[0]?.id}`)).text), /Prøve Eksempelsen/)
  })

  test('confirmed twice, or run twice, opens each case once', async () => {
    const id = await ready(rows(2, 200))
    await Promise.all([mette.post(`/imports/${id}/confirmation`), mette.post(`/imports/${id}/confirmation`)])
    await Promise.all([run('import-cases', id), run('import-cases', id)])
    await run('import-cases', id)
    assert.equal((await casesFrom('FIL-20')).length, 2)
    assert.equal(await state(id), 'imported')
  })

  test('imports nothing when one number was taken meanwhile, and is checked again', async () => {
    const id = await ready(rows(3, 300))
    await ready(rows(1, 302)).then(async (other) => {
      await mette.post(`/imports/${other}/confirmation`)
      await run('import-cases', other)
    })
    await mette.post(`/imports/${id}/confirmation`)
    await run('import-cases', id)
    assert.equal(await state(id), 'checking')
    await run('check-import', id)
    assert.equal(await state(id), 'has-errors')
    assert.equal((await casesFrom('FIL-30')).length, 1)
  })

  test('is refused when whoever confirmed it may no longer open cases', async () => {
    const id = await ready(rows(1, 400))
    await mette.post(`/imports/${id}/confirmation`)
    await world.sql('delete from user_roles where user_id = $1', [cast.mette.userId])
    await run('import-cases', id)
    assert.equal(await state(id), 'not-allowed')
    assert.equal((await casesFrom('FIL-40')).length, 0)
    await world.sql(`insert into user_roles (organisation_id, user_id, role) values ($1, $2, 'case-handler')`, [
      cast.mette.organisationId,
      cast.mette.userId,
    ])
    const ali = await world.browser({ userId: cast.ali.userId })
    assert.match(plain((await ali.get(`/imports/${id}`)).text), /har ikke længere adgang/)
    await ali.post(`/imports/${id}/confirmation`)
    await run('import-cases', id)
    assert.equal((await casesFrom('FIL-40'))[0]?.created_by, cast.ali.userId)
  })

  test('that fails is told on its page, has opened nothing, and can be tried again', async () => {
    const id = await ready(rows(2, 500))
    await mette.post(`/imports/${id}/confirmation`)
    await world.sql(`create function fail_now() returns trigger language plpgsql as $$ begin raise 'planted'; end $$`)
    await world.sql('create trigger planted before insert on approvals for each row execute function fail_now()')
    await assert.rejects(run('import-cases', id), /planted/)
    await world.sql('drop trigger planted on approvals')
    assert.equal(await state(id), 'import-failed')
    assert.match(plain((await mette.get(`/imports/${id}`)).text), /Noget gik galt hos os.*Intet er oprettet.*Prøv igen/)
    assert.equal((await casesFrom('FIL-50')).length, 0)
    await mette.post(`/imports/${id}/retry`)
    await run('import-cases', id)
    assert.equal((await casesFrom('FIL-50')).length, 2)
  })

  test('loses its file after seven days', async () => {
    const id = await ready(rows(1, 600))
    await run('sweep-imports')
    assert.equal(await state(id), 'ready')
    world.clock.advance({ hours: 7 * 24 })
    await run('sweep-imports')
    assert.equal(await state(id), 'expired')
    assert.deepEqual(await world.sql('select from case_import_files where import_id = $1', [id]), [])
    const told = ['referral.referral', 'referral-transfer', 'sweep-imports']
    assert.deepEqual((await jobEvents(world, 'import.sweep'))[0]?.slice(0, 3), told)
    assert.match(plain((await mette.get(`/imports/${id}`)).text), /Filen er slettet/)
    await mette.post(`/imports/${id}/confirmation`)
    assert.equal(await state(id), 'expired')
  })

  test('is forgotten ninety days after it ended, and its cases are not', async () => {
    const id = await ready(rows(1, 700))
    await mette.post(`/imports/${id}/confirmation`)
    await run('import-cases', id)
    world.clock.advance({ hours: 89 * 24 })
    await run('sweep-imports')
    assert.equal(await state(id), 'imported')
    world.clock.advance({ hours: 25 })
    await run('sweep-imports')
    assert.equal(await state(id), undefined)
    assert.equal((await casesFrom('FIL-70')).length, 1)
  })
})
