import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { backUp } from '#platform/backup/backup.ts'
import { ledgerIn, noteErasures } from '#platform/backup/ledger.ts'
import { readSecrets } from '#platform/config/secrets-file.ts'
import { openKeyring } from '#platform/crypto/keyring.ts'
import { unwrapPersonKey } from '#platform/crypto/person-key.ts'
import { rotateKeys } from '#platform/crypto/rotate.ts'
import { openAccessLog } from '#platform/log/access-log.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import {
  type PlantedPerson,
  planted,
  plantedCpr,
  plantedCprIndex,
  plantedNumbers,
  plantPerson,
} from '#tests/cast/plant-person.ts'
import { cluster } from '#tests/harness/cluster.ts'
import { columnsWith, filesWith, tablesWithout, writingsOf, writingsOfBytes } from '#tests/harness/search-everywhere.ts'
import { openWorld, testSecrets, type World } from '#tests/harness/world.ts'

const told = Object.values(planted).flatMap(writingsOf)
const numbers = Object.values(plantedNumbers).flatMap(writingsOf)

/** Ids, times and reasons from a list; and the erasure's own ledger. */
const tellsNothing = [
  'case_restrictions',
  'consent_withdrawals',
  'erasure_orders',
  'erasures',
  'holds',
  'journal_enclosures',
  'journal_handovers',
  'legal_holds',
  'referral_erasures',
  'terms_notices',
]

describe('an erased person', () => {
  let world: World
  let cast: Cast
  let person: PlantedPerson
  let folder: string
  let secretsFile: string
  let began: number
  let wrapped: Buffer
  let marks: Buffer[]

  before(async () => {
    began = Date.now() - 60_000
    world = await openWorld()
    cast = await settle(world)
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-proof-'))
    secretsFile = writeSecrets(folder)
    person = await plantPerson(world, cast)
    const [key] = await world.sql<{ wrapped: Buffer }>('select wrapped from person_keys where person_id = $1', [
      person.personId,
    ])
    wrapped = key?.wrapped ?? assert.fail('no key')
    marks = [wrapped, plantedCprIndex(world)].flatMap(writingsOfBytes)
    await visit(world, folder)
  })
  after(async () => {
    await world.close()
    rmSync(folder, { recursive: true })
  })
  const inTables = (writings: readonly Buffer[]) => columnsWith(world.database.ownerUrl, writings)
  const inFreshBackup = async (name: string, writings: readonly Buffer[]) => {
    await backUp(world.database.ownerUrl, join(folder, name), world.clock.now())
    return filesWith(join(folder, name), writings)
  }

  test('was told of in every table that knows cases or persons, save where nothing is told (T5.3)', async () => {
    const empty = await tablesWithout(world.database.ownerUrl, [person.personId, ...person.caseIds])
    assert.deepEqual(
      empty.filter((table) => !tellsNothing.includes(table)),
      [],
      'plant something there, or say that it tells nothing',
    )
    const files = await world.sql('select from case_import_files')
    assert.equal(files.length, 1)
  })

  test('was found by this search before, where nothing is sealed, and nowhere else (T5.3)', async () => {
    assert.deepEqual((await inTables(numbers)).sort(), ['public.cases.case_number', 'public.idempotency_keys.key'])
    assert.ok((await inTables(marks)).includes('public.person_keys.wrapped'))
    assert.deepEqual(await inTables(told), ['graphile_worker._private_jobs.last_error'])
    assert.ok((await inFreshBackup('before', [...numbers, ...marks])).length >= 3)
  })

  test('is in no column of any table, the queue’s included (T5.3)', async () => {
    await erase(world, person)
    assert.deepEqual(await inTables([...told, ...numbers, ...marks]), [])
  })

  test('is named by ids only where the erasure itself is told of (T5.3)', async () => {
    const ids = [person.personId, ...person.caseIds].flatMap(writingsOf)
    assert.deepEqual(await inTables(ids), [
      'public.erasures.case_id',
      'public.erasures.person_id',
      'public.person_keys.person_id',
      'public.persons.id',
    ])
  })

  test('is in no fresh backup, and neither is their key (T5.3, X4)', async () => {
    assert.deepEqual(await inFreshBackup('after', [...told, ...numbers, ...marks]), [])
  })

  test('is in no file beside the database: access log, erasure ledger (T5.3)', async () => {
    await noteErasures(world.worker, ledgerIn(join(folder, 'data')))
    assert.deepEqual(filesWith(join(folder, 'data'), [...told, ...numbers, ...marks]), [])
  })

  test('was never readable in the database’s own files: tables, write-ahead log, server log (T5.3)', async () => {
    const dataFolder = await clusterAfterVacuum(world)
    const sealed = Object.entries(planted).filter(([name]) => name !== 'email')
    const writings = sealed.flatMap(([, value]) => writingsOf(value))
    assert.deepEqual(filesWith(dataFolder, writings, began), [])
    assert.ok(
      filesWith(dataFolder, writingsOf(cast.nordlys.name), began).length > 0,
      'the search finds what is readable',
    )
  })

  test('cannot be read from what the database’s files still hold, once the epoch is rotated (T5.3, X4)', async () => {
    await rotateKeys(world.database.ownerUrl, secretsFile, { waitSeconds: 0 })
    const { secrets } = readSecrets(secretsFile)
    const keyring = openKeyring(secrets ?? assert.fail('no secrets'))
    for (const epoch of [1, keyring.currentEpoch]) {
      assert.throws(() => unwrapPersonKey(keyring, { personId: person.personId, wrapped, epoch }))
    }
  })

  test('has a key that is never made again, and with the same CPR is somebody new (T5.3)', async () => {
    const revive = world.sql('update person_keys set wrapped = $1, destroyed_at = null where person_id = $2', [
      wrapped,
      person.personId,
    ])
    await assert.rejects(revive, { constraint: 'destroyed_key_stays_destroyed' })
    const remake = world.sql('insert into person_keys (person_id, epoch, wrapped) values ($2, 2, $1)', [
      wrapped,
      person.personId,
    ])
    await assert.rejects(remake, { constraint: 'person_keys_pkey' })
    const { secrets } = readSecrets(secretsFile)
    const keyring = openKeyring(secrets ?? assert.fail('no secrets'))
    const now = { ...world, services: { ...world.services, keyring } }
    const again = await openCaseFor(now, cast.mette, { cpr: plantedCpr(), name: 'Xaverine igen' })
    assert.notEqual(again.personId, person.personId)
    const browser = await world.browser({ personId: again.personId })
    assert.equal((await browser.get(`/my/cases/${person.caseIds[0]}`)).status, 404)
  })
})

function writeSecrets(folder: string): string {
  const text = (bytes: Buffer) => bytes.toString('base64url')
  const keyEncryption = testSecrets.keyEncryption.map(({ epoch, key }) => ({ epoch, key: text(key) }))
  const { index, session } = testSecrets
  const path = join(folder, 'secrets.json')
  writeFileSync(
    path,
    JSON.stringify({ keyEncryption, index: text(index), session: text(session), roles: text(session) }),
  )
  return path
}

/** A page that was asked for with things in its address that do not belong there. */
async function visit(world: World, folder: string): Promise<void> {
  const log = openAccessLog(join(folder, 'data', 'access-log'), assert.fail)
  log.write({
    ip: '198.51.100.7',
    route: '/my/cases/:caseId',
    status: 200,
    bytes: 1,
    answeredAt: world.clock.now(),
    userAgent: 'Mozilla/5.0',
    referrer: `https://example.dk/?q=${planted.phone}`,
    acceptLanguage: 'da',
  })
  await log.close()
}

const erase = async (world: World, { caseIds }: PlantedPerson) => {
  for (const caseId of caseIds) {
    await world.sql(
      `with audited as (select append_audit_event('test', '{}', null, null, null)) select erase_case($1, 'request', null) from audited`,
      [caseId],
    )
  }
}

/** The folder of the test's PostgreSQL after everything that is due has been written and cleaned up. */
async function clusterAfterVacuum(world: World): Promise<string> {
  const { embedded } = await cluster()
  const asSuperuser = async (text: string, database = 'postgres') => {
    const client = new pg.Client({ connectionString: embedded.url('postgres', database) })
    await client.connect()
    try {
      return (await client.query<{ folder: string }>(text)).rows
    } finally {
      await client.end()
    }
  }
  await asSuperuser('vacuum full', world.database.name)
  for (const step of ['checkpoint', 'select pg_switch_wal()', 'checkpoint']) await asSuperuser(step)
  const [at] = await asSuperuser(`select current_setting('data_directory') as folder`)
  return at?.folder ?? assert.fail('no data folder')
}
