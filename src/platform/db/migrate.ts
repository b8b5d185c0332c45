import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrateJobs } from '#platform/jobs/migrate-jobs.ts'

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))
const lockKey = 7_204_113

export type MigrateOptions = {
  readonly ownerUrl: string
  readonly rolePasswords: { readonly request: string; readonly worker: string; readonly reporting: string }
}

/**
 * Brings a database to the newest schema: roles first, then each file of db/migrations once, in order, each in its own transaction.
 * Throws when a file that was applied has changed since.
 */
export async function migrate({ ownerUrl, rolePasswords }: MigrateOptions): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await makeRoles(client, rolePasswords)
    const applied = await applyFiles(client)
    await migrateJobs(ownerUrl)
    return { applied }
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, passwords: MigrateOptions['rolePasswords']) {
  for (const [name, password] of Object.entries(passwords)) {
    const role = pg.escapeIdentifier(`klinikbro_${name}`)
    const exists = await client.query('select 1 from pg_roles where rolname = $1', [`klinikbro_${name}`])
    const verb = exists.rowCount ? 'alter' : 'create'
    await client.query(`${verb} role ${role} login password ${pg.escapeLiteral(password)}`)
  }
}

async function applyFiles(client: pg.Client): Promise<string[]> {
  await client.query(`create table if not exists schema_migrations (
    file text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  const done = await client.query<{ file: string; checksum: string }>('select file, checksum from schema_migrations')
  const checksums = new Map(done.rows.map((row) => [row.file, row.checksum]))
  const applied: string[] = []
  for (const file of migrationFiles()) {
    const text = readFileSync(`${folder}${file}`, 'utf8')
    const checksum = createHash('sha256').update(text).digest('hex')
    const before = checksums.get(file)
    if (before === checksum) continue
    if (before) throw new Error(`Migration ${file} has changed after it was applied; add a new file instead`)
    await client.query('begin')
    await client.query(text)
    await client.query('insert into schema_migrations (file, checksum) values ($1, $2)', [file, checksum])
    await client.query('commit')
    applied.push(file)
  }
  return applied
}

export const migrationFiles = () =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z_]+\.sql$/.test(file))
    .sort()
