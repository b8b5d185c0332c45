import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { backUp } from '#platform/backup/backup.ts'
import { ledgerIn, mustForgetFirst, noteErasures, readLedger, replayErasures } from '#platform/backup/ledger.ts'
import { restore } from '#platform/backup/restore.ts'
import { readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { localSecrets } from '#platform/config/local-secrets.ts'
import { openDatabase } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { serve } from '#src/main.ts'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { askAsOwner } from '#tests/harness/ask-as-owner.ts'
import { cluster, rolesSecret, type TestDatabase } from '#tests/harness/cluster.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { erasureTasks } from './index.ts'

describe('a database restored from before an erasure', () => {
  let world: World
  let cast: Cast
  let folder: string
  let erased: { caseId: string; personId: string }
  let other: { caseId: string; personId: string }
  let restored: TestDatabase
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-restored-'))
    erased = await openCaseFor(world, cast.mette, people.bo)
    other = await openCaseFor(world, cast.mette, people.ana)
    await backUp(world.database.ownerUrl, join(folder, 'backup'), world.clock.now())
    await world.sql(
      `with audited as (select append_audit_event('test', '{}', null, null, null)) select erase_case($1, 'request', null) from audited`,
      [erased.caseId],
    )
    await erasureTasks(workerServices(world, { dataFolder: folder }), openGate(referralPolicy))['note-erasures']?.(
      {},
      { attempt: 1 },
    )
  })
  const bringBack = async () => {
    await restored?.drop()
    restored = await (await cluster()).newDatabase()
    await restore({ ownerUrl: restored.ownerUrl, folder: join(folder, 'backup'), epochs: [1] })
  }
  after(async () => {
    await restored?.drop()
    await world.close()
    rmSync(folder, { recursive: true })
  })
  const ledger = () => readLedger(ledgerIn(folder)) ?? []
  const inRestored = (text: string, values?: readonly unknown[]) => askAsOwner(restored.ownerUrl, text, values)
  const whyNot = async (known = ledger()) => {
    const database = openDatabase(restored.urls.worker, { connections: 1 })
    try {
      return await database.transaction({ kind: 'system' }, (tx) => mustForgetFirst(tx, known))
    } finally {
      await database.close()
    }
  }

  test('is made to forget again whom it brought back, and nobody else (X4)', async () => {
    await bringBack()
    assert.equal((await inRestored('select from cases where id = $1', [erased.caseId])).length, 1)
    assert.equal(await replayErasures(restored.ownerUrl, ledger()), 1)
    assert.equal((await inRestored('select from cases where id = $1', [erased.caseId])).length, 0)
    const keys =
      'select wrapped is null as gone, erased_at is not null as erased from person_keys k join persons p on p.id = k.person_id where p.id = $1'
    assert.deepEqual(await inRestored(keys, [erased.personId]), [{ gone: true, erased: true }])
    assert.deepEqual(await inRestored(keys, [other.personId]), [{ gone: false, erased: false }])
    assert.equal((await inRestored('select from cases where id = $1', [other.caseId])).length, 1)
  })

  test('serves nobody until then (X4)', async () => {
    await bringBack()
    const config = configFor(restored, folder)
    await assert.rejects(serve(config), /was restored from a backup .* Run: bin\/db replay/)
    await replayErasures(restored.ownerUrl, ledger())
    assert.equal(await whyNot(), null)
  })

  test('serves nobody when it came back by another way than ours: the ledger outside knows more than it (X4)', async () => {
    await bringBack()
    await inRestored('delete from restores')
    assert.match((await whyNot()) ?? '', /1 erasures or ends that this database does not know/)
    await replayErasures(restored.ownerUrl, ledger())
    assert.equal(await whyNot(), null)
  })

  test('goes on where a replay was cut off, and does nothing twice (X4)', async () => {
    await bringBack()
    await inRestored(`select replay_erasure($1, $2, $3)`, [ledger()[0]?.entry, erased.caseId, erased.personId])
    assert.notEqual(await whyNot(), null)
    assert.equal(await replayErasures(restored.ownerUrl, ledger()), 0)
    assert.equal(await whyNot(), null)
    assert.equal((await inRestored('select from erasures where person_id = $1', [erased.personId])).length, 1)
  })

  test('forgets a whole person when the ledger names only them (X4)', async () => {
    await bringBack()
    const entry = '0190a000-0000-7000-8000-00000000000d'
    const whole = { entry, caseId: null, personId: other.personId, at: '2026-11-23T10:00:00Z', because: 'request' }
    await replayErasures(restored.ownerUrl, [whole])
    for (const table of ['cases', 'patients', 'consent_marks', 'approvals']) {
      const by = table === 'cases' || table === 'patients' ? 'person_id' : 'case_id'
      const about = by === 'person_id' ? other.personId : other.caseId
      assert.deepEqual(await inRestored(`select from ${table} where ${by} = $1`, [about]), [], table)
    }
    assert.deepEqual(await inRestored('select wrapped from person_keys where person_id = $1', [other.personId]), [
      { wrapped: null },
    ])
  })

  test('makes nobody of a person who came only after the backup', async () => {
    await bringBack()
    const later = {
      entry: '0190a000-0000-7000-8000-00000000000e',
      caseId: null,
      personId: '0190a000-0000-7000-8000-00000000000f',
    }
    await replayErasures(restored.ownerUrl, [...ledger(), { ...later, at: '2026-11-23T10:00:00Z', because: 'request' }])
    assert.equal((await inRestored('select from persons where id = $1', [later.personId])).length, 0)
    assert.equal((await inRestored('select from erasures where entry = $1', [later.entry])).length, 1)
  })

  test('cannot be asked for by a request or a job', async () => {
    const attempt = world.worker.transaction({ kind: 'system' }, (tx) =>
      tx.run(sql`select replay_erasure(gen_random_uuid(), null, null)`),
    )
    await assert.rejects(attempt, /permission denied/)
  })

  test('the ledger outside holds ids, a reason and a time, for its own account only, and each erasure once (X4)', async () => {
    const [line] = ledger()
    assert.deepEqual(Object.keys(line ?? {}), ['entry', 'caseId', 'personId', 'at', 'because'])
    assert.deepEqual([line?.caseId, line?.personId], [erased.caseId, erased.personId])
    assert.equal(statSync(ledgerIn(folder)).mode & 0o077, 0)
    assert.equal(await noteErasures(world.worker, ledgerIn(folder)), 0)
    assert.equal(await noteErasures(world.worker, ledgerIn(folder), { all: true }), 0)
  })

  test('a line of the ledger that a crash cut off is written again (X4)', async () => {
    const torn = mkdtempSync(join(tmpdir(), 'klinikbro-torn-'))
    const whole = readFileSync(ledgerIn(folder), 'utf8')
    writeFileSync(ledgerIn(torn), whole.slice(0, 40))
    assert.equal(await noteErasures(world.worker, ledgerIn(torn)), 1)
    assert.deepEqual(readLedger(ledgerIn(torn)), ledger())
    appendFileSync(ledgerIn(torn), '\n')
    rmSync(torn, { recursive: true })
  })

  test('an erasure asks for its line in the transaction that commits it', async () => {
    const jobs = await world.sql(
      `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'note-erasures'`,
    )
    assert.equal(jobs.length, 1)
  })
})

/** Settings with which the product would serve this database. */
function configFor(database: TestDatabase, folder: string) {
  const own = join(folder, 'data')
  mkdirSync(own, { recursive: true })
  const { secretsFile } = localSecrets(own)
  const secrets = JSON.parse(readFileSync(secretsFile, 'utf8')) as object
  writeFileSync(secretsFile, JSON.stringify({ ...secrets, roles: rolesSecret.toString('base64url') }))
  return readConfig(localEnvironment({ NODE_ENV: 'test', KLINIKBRO_DATA: own, DATABASE_URL: database.ownerUrl }))
}
