import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { rolePasswords, roleUrls } from '#platform/db/role-urls.ts'
import { createOwner } from '#platform/postgres/create-owner.sql.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'

export type OwnDatabase = {
  readonly requestUrl: string
  readonly workerUrl: string
  /** Past every policy: for those who go without protections, and for looking at what was stored. */
  readonly adminUrl: string
  /** Runs statements as superuser, in order. What nobody may have twice is checked at the end, at once: six times faster than by the row. */
  fill(statements: readonly string[]): Promise<void>
  rows<Row>(text: string): Promise<Row[]>
  stop(): Promise<void>
}

const database = 'bench'
const owner = 'klinikbro_owner'
const rolesSecret = Buffer.alloc(32, 9)

/** A PostgreSQL of its own with everything on that makes it safe, in a folder that is gone afterwards; not durable only where time is not measured. */
export async function openOwnDatabase(durable = true): Promise<OwnDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'klinikbro-bench-'))
  const embedded = await startEmbedded({ folder, durable })
  await createOwner(embedded, { database, owner, password: 'bench' })
  const ownerUrl = new URL(embedded.url(owner, database))
  ownerUrl.password = 'bench'
  await migrate({ ownerUrl: ownerUrl.href, rolePasswords: rolePasswords(rolesSecret) })
  const admin = new pg.Client({ connectionString: embedded.url('postgres', database) })
  await admin.connect()
  const urls = roleUrls(ownerUrl.href, rolesSecret)
  return {
    requestUrl: urls.request,
    workerUrl: urls.worker,
    adminUrl: embedded.url('postgres', database),
    async fill(statements) {
      const exclusions = await exclusionsOf(admin)
      for (const { name } of exclusions) await admin.query(`alter table occupancies drop constraint ${name}`)
      for (const text of [`set maintenance_work_mem = '256MB'`, ...statements]) await admin.query(text)
      for (const { name, definition } of exclusions)
        await admin.query(`alter table occupancies add constraint ${name} ${definition}`)
      await admin.query('analyze')
    },
    rows: async <Row>(text: string) => (await admin.query(text)).rows as Row[],
    async stop() {
      await admin.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const exclusionsOf = async (admin: pg.Client) =>
  (
    await admin.query<{ name: string; definition: string }>(
      `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'occupancies'::regclass and contype = 'x'`,
    )
  ).rows
