import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { quietPool } from '#platform/db/quiet-pool.ts'
import { rolePasswords, roleUrls } from '#platform/db/role-urls.ts'
import { createOwner } from '#platform/postgres/create-owner.sql.ts'
import { type Embedded, startEmbedded } from '#platform/postgres/embedded.ts'

/** One PostgreSQL for the whole test process, with a migrated database to copy. */
export type Cluster = {
  /** A fresh copy of the migrated database, about 50 ms. */
  newDatabase(): Promise<TestDatabase>
  readonly embedded: Embedded
}

export type TestDatabase = {
  readonly name: string
  readonly ownerUrl: string
  readonly urls: { readonly request: string; readonly worker: string; readonly reporting: string }
  drop(): Promise<void>
}

export const rolesSecret = Buffer.alloc(32, 7)
const owner = { owner: 'klinikbro_owner', password: 'for-tests-only' }
const template = 'klinikbro_template'

let started: Promise<Cluster> | undefined

export const cluster = (): Promise<Cluster> => {
  started ??= start()
  return started
}

async function start(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'klinikbro-test-'))
  const embedded = await startEmbedded({ folder, durable: false })
  atExit(async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  await createOwner(embedded, { database: template, ...owner })
  await migrate({ ownerUrl: urlOf(embedded, template), rolePasswords: rolePasswords(rolesSecret) })
  const admin = quietPool({ connectionString: embedded.url('postgres', 'postgres'), max: 2 })
  atExit(() => admin.end())
  return { embedded, newDatabase: () => copyTemplate(embedded, admin) }
}

async function copyTemplate(embedded: Embedded, admin: pg.Pool): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await admin.query(`create database ${name} template ${template} owner ${owner.owner} strategy file_copy`)
  const ownerUrl = urlOf(embedded, name)
  return {
    name,
    ownerUrl,
    urls: roleUrls(ownerUrl, rolesSecret),
    drop: () => dropDatabase(admin, name),
  }
}

/** Closing connections take a moment to be gone; one that is cut off by force would report that as an error of its test. */
async function dropDatabase(admin: pg.Pool, name: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const users = await admin.query('select from pg_stat_activity where datname = $1', [name])
    if (users.rowCount === 0) break
    await setTimeout(25)
  }
  await admin.query(`drop database if exists ${name} with (force)`)
}

const urlOf = (embedded: Embedded, database: string) => {
  const url = new URL(embedded.url(owner.owner, database))
  url.username = owner.owner
  url.password = owner.password
  return url.href
}

// node:test ends a process whose loop is empty; what stops the database must run before that.
const closing: (() => Promise<void>)[] = []
const atExit = (close: () => Promise<void>) => closing.unshift(close)

/** Ends what the tests started. Called once, by the hook in `setup.ts`. */
export async function stopCluster(): Promise<void> {
  for (const close of closing.splice(0)) await close()
}
