import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type pg from 'pg'
import type { Temporal } from '#kernel/time.ts'
import { type Tx, transactionOn } from '#platform/db/database.ts'
import { copyOut } from './copy.ts'
import { BackupRefused, type CopiedTable, fileOf, type Manifest, writeManifest } from './manifest.ts'
import { ownerClient } from './owner-client.ts'
import {
  auditHeads,
  beginSnapshot,
  commit,
  copyOutOf,
  countRows,
  keyEpochs,
  migrationsOf,
  sequences,
  type TableRow,
  tablesToCopy,
} from './tables.sql.ts'

/** Log-ins under way are not brought back: one that was ended after the backup would be valid again. */
const leftOut = ['schema_migrations', 'web_sessions', 'eid_attempts', 'password_resets']

/**
 * Writes every table as it stood at one moment, while the product goes on, with a manifest of counts and hashes. The job queue is not
 * part of it: what waited there has been done since, or must not be done twice. Throws `BackupRefused` when the folder is taken.
 */
export async function backUp(ownerUrl: string, folder: string, now: Temporal.Instant): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0) throw new BackupRefused(`${folder} is not empty`)
  const client = await ownerClient(ownerUrl)
  try {
    const tx = transactionOn(client)
    await beginSnapshot(tx)
    const tables: CopiedTable[] = []
    const present = await tablesToCopy(tx)
    if (present.length === 0) throw new BackupRefused('This database is empty; there is nothing to back up')
    for (const table of present) {
      if (!leftOut.includes(table.name)) tables.push(await copyTable({ client, tx, folder }, table))
    }
    const content = { ...(await surroundings(tx)), takenAt: now.toString(), tables }
    await commit(tx)
    writeManifest(folder, content)
    return content
  } finally {
    await client.end()
  }
}

const surroundings = async (tx: Tx) => ({
  kind: 'klinikbro-backup' as const,
  version: 1 as const,
  migrations: await migrationsOf(tx),
  keyEpochs: await keyEpochs(tx),
  auditHeads: await auditHeads(tx),
  sequences: await sequences(tx),
})

type Into = { readonly client: pg.Client; readonly tx: Tx; readonly folder: string }

async function copyTable({ client, tx, folder }: Into, { name, columns }: TableRow): Promise<CopiedTable> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(fileOf(folder, name), 'wx', 0o600)
  try {
    await copyOut(client, copyOutOf(name, columns), async (chunk) => {
      hash.update(chunk)
      bytes += chunk.length
      await file.appendFile(chunk)
    })
    await file.sync()
  } finally {
    await file.close()
  }
  return { name, columns, rows: await countRows(tx, name), bytes, sha256: hash.digest('hex') }
}
