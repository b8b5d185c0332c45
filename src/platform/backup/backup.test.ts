import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { cluster, type TestDatabase } from '#tests/harness/cluster.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { backUp } from './backup.ts'
import { BackupRefused, type Manifest } from './manifest.ts'
import { restore } from './restore.ts'

const epochs = [1]

describe('a backup', () => {
  let world: World
  let cast: Cast
  let folder: string
  let manifest: Manifest
  const opened: TestDatabase[] = []
  const freshDatabase = async () => {
    const database = await (await cluster()).newDatabase()
    opened.push(database)
    return database
  }
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await openCaseFor(world, cast.mette, people.ana, { details: { complaint: 'Æ, "citat",\t\\ og\nny linje' } })
    // Many rows, and one that is larger than what is read at a time.
    await world.sql(
      `insert into log_sweeps (swept_at, files_erased, files_kept) select now(), n, n * 7 from generate_series(1, 8000) n`,
    )
    const large = 'æ'.repeat(700_000)
    await world.sql(`select append_audit_event('test', $1, null, null, null)`, [JSON.stringify({ large })])
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-backup-'))
    manifest = await backUp(world.database.ownerUrl, join(folder, 'one'), world.clock.now())
  })
  after(async () => {
    rmSync(folder, { recursive: true })
    for (const database of opened) await database.drop()
    await world.close()
  })
  const refusal = async (from: string, given: Partial<Parameters<typeof restore>[0]> = {}) => {
    const { ownerUrl } = await freshDatabase()
    const error = await restore({ ownerUrl, folder: from, epochs, ...given }).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    assert.ok(error instanceof BackupRefused, String(error))
    return error.message
  }

  test('restores every row of every table as it was, and the numbering goes on (X4)', async () => {
    const { ownerUrl } = await freshDatabase()
    await restore({ ownerUrl, folder: join(folder, 'one'), epochs })
    const [was, is] = [await contents(world.database.ownerUrl), await contents(ownerUrl)]
    assert.ok((was.get('cases')?.length ?? 0) > 0)
    assert.equal(is.get('restores')?.length, 1)
    for (const [table, rows] of was) if (!notBroughtBack.includes(table)) assert.deepEqual(is.get(table), rows, table)
    assert.deepEqual(
      [...was.keys()].filter((table) => !is.has(table)),
      [],
    )
  })

  test('brings no log-in back, and no number of another cluster’s transactions', async () => {
    await world.browser({ userId: cast.mette.userId })
    const { ownerUrl } = await freshDatabase()
    await restore({ ownerUrl, folder: join(folder, 'one'), epochs })
    assert.equal((await contents(ownerUrl)).get('web_sessions')?.length, 0)
    const [later] = await ask(
      ownerUrl,
      'select from audit_events where written_in > pg_current_xact_id() union all select from audit_chains where grown_in is not null and length > 0 and grown_in > pg_current_xact_id()',
    )
    assert.equal(later, undefined)
  })

  test('lets the rules for new rows rest only while it is loaded', async () => {
    const { ownerUrl } = await freshDatabase()
    await restore({ ownerUrl, folder: join(folder, 'one'), epochs })
    const resting = await ask(ownerUrl, "select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'")
    assert.deepEqual(resting, [])
    await assert.rejects(ask(ownerUrl, 'delete from audit_events'), /append-only/)
  })

  test('is for the account that made it only, and never overwrites another', async () => {
    assert.equal(statSync(join(folder, 'one')).mode & 0o077, 0)
    assert.equal(statSync(join(folder, 'one', 'person_keys.copy')).mode & 0o077, 0)
    await assert.rejects(backUp(world.database.ownerUrl, join(folder, 'one'), world.clock.now()), /is not empty/)
  })

  test('is refused when a byte of it changed, when it was cut, and when it has no manifest', async () => {
    const from = join(folder, 'changed')
    await backUp(world.database.ownerUrl, from, world.clock.now())
    appendFileSync(join(from, 'organisations.copy'), '\n')
    assert.match(await refusal(from), /organisations\.copy is not what was written/)
    rmSync(join(from, 'organisations.copy'))
    assert.match(await refusal(from), /cannot be read/)
    rmSync(join(from, 'manifest.json'))
    assert.match(await refusal(from), /holds no backup/)
  })

  test('is refused by a database that is not empty, is served, or has another schema, and leaves it as it was', async () => {
    const one = join(folder, 'one')
    assert.match(await refusal(one, { ownerUrl: world.database.ownerUrl }), /not empty/)
    const { ownerUrl, urls } = await freshDatabase()
    const served = new pg.Client({ connectionString: urls.request })
    await served.connect()
    assert.match(await refusal(one, { ownerUrl }), /Stop it first/)
    await served.end()

    const other = join(folder, 'other')
    await backUp(world.database.ownerUrl, other, world.clock.now())
    const path = join(other, 'manifest.json')
    const changed = { ...manifest, migrations: manifest.migrations.slice(0, -1) }
    writeFileSync(path, JSON.stringify({ ...changed, tables: JSON.parse(readFileSync(path, 'utf8')).tables }))
    assert.match(await refusal(other), /another schema/)
  })

  test('is refused when the key that it lies under is destroyed (T5.3)', async () => {
    assert.match(await refusal(join(folder, 'one'), { epochs: [2] }), /key epoch 1, which is not in the secrets file/)
  })
})

const notBroughtBack = ['restores', 'web_sessions', 'eid_attempts', 'password_resets', 'schema_migrations']

async function ask(ownerUrl: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** Each table's rows as text, sorted, without the transaction numbers. */
async function contents(ownerUrl: string): Promise<Map<string, string[]>> {
  const tables = await ask(ownerUrl, "select tablename as name from pg_tables where schemaname = 'public'")
  const found = new Map<string, string[]>()
  for (const { name } of tables) {
    const rows = await ask(
      ownerUrl,
      `select (to_jsonb(t) - 'written_in' - 'grown_in')::text as row from "${name}" t order by 1`,
    )
    found.set(
      String(name),
      rows.map(({ row }) => String(row)),
    )
  }
  return found
}
