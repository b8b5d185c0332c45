import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrateJobs } from '#platform/jobs/migrate-jobs.ts'
import { appliedMigrations, recordMigration, roleExists, waitForOtherMigrations } from './migrations.sql.ts'

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))

export type MigrateOptions = {
  readonly ownerUrl: string
  readonly rolePasswords: { readonly request: string; readonly worker: string; readonly reporting: string }
}

/**
 * Brings a database to the newest schema: roles first, then the job queue, then each file of db/migrations once, in order, each in its own transaction.
 * Throws when a file that was applied has changed since.
 */
export async function migrate({ ownerUrl, rolePasswords }: MigrateOptions): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await waitForOtherMigrations(client)
    await makeRoles(client, rolePasswords)
    // First, so that functions of the schema can put jobs into the queue.
    await migrateJobs(ownerUrl)
    return { applied: await applyFiles(client) }
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, passwords: MigrateOptions['rolePasswords']) {
  for (const [name, password] of Object.entries(passwords)) {
    const role = pg.escapeIdentifier(`klinikbro_${name}`)
    const verb = (await roleExists(client, `klinikbro_${name}`)) ? 'alter' : 'create'
    await client.query(`${verb} role ${role} login password ${pg.escapeLiteral(password)}`)
  }
}

async function applyFiles(client: pg.Client): Promise<string[]> {
  const checksums = await appliedMigrations(client)
  const applied: string[] = []
  for (const file of migrationFiles()) {
    const text = readFileSync(`${folder}${file}`, 'utf8')
    const checksum = createHash('sha256').update(text).digest('hex')
    const before = checksums.get(file)
    if (before === checksum) continue
    if (before) throw new Error(`Migration ${file} has changed after it was applied; add a new file instead`)
    await client.query('begin')
    await client.query(text)
    await recordMigration(client, { file, checksum })
    await client.query('commit')
    applied.push(file)
  }
  return applied
}

const migrationFiles = () =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z_]+\.sql$/.test(file))
    .sort()
