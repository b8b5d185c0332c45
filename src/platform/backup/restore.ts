import { createReadStream } from 'node:fs'
import type pg from 'pg'
import { type Tx, transactionOn } from '#platform/db/database.ts'
import { copyIn } from './copy.ts'
import { BackupRefused, type CopiedTable, fileOf, type Manifest, readManifest } from './manifest.ts'
import { ownerClient } from './owner-client.ts'
import { noteRestore } from './replay.sql.ts'
import {
  auditHeads,
  begin,
  clearForLoading,
  commit,
  copyInto,
  countRows,
  endLoading,
  isEmpty,
  letGoOfHolds,
  migrationsOf,
  productConnections,
  rollback,
  setSequence,
  type TableRow,
  tablesToCopy,
} from './tables.sql.ts'

export type RestoreFrom = {
  readonly ownerUrl: string
  readonly folder: string
  /** Epochs of the key-encryption keys that are at hand. */
  readonly epochs: readonly number[]
}

/**
 * Loads a backup into a migrated, empty database, whole or not at all, and leaves it marked: nobody is served before `replayErasures`.
 * Throws `BackupRefused` when the backup is damaged, of another schema, or wrapped under a key that is gone.
 */
export async function restore({ ownerUrl, folder, epochs }: RestoreFrom): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const gone = manifest.keyEpochs.filter((epoch) => !epochs.includes(epoch))
  if (gone.length > 0) {
    throw new BackupRefused(
      `This backup lies under key epoch ${gone.join(', ')}, which is not in the secrets file; without that key nobody can read it`,
    )
  }
  const client = await ownerClient(ownerUrl)
  const tx = transactionOn(client)
  try {
    await begin(tx)
    await refuseUnfit(tx, manifest)
    await load(client, tx, { folder, manifest })
    await commit(tx)
    return manifest
  } catch (error) {
    await rollback(tx).catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function refuseUnfit(tx: Tx, manifest: Manifest): Promise<void> {
  const applied = new Map((await migrationsOf(tx)).map(({ file, checksum }) => [file, checksum]))
  const same = ({ file, checksum }: { file: string; checksum: string }) => applied.get(file) === checksum
  if (applied.size !== manifest.migrations.length || !manifest.migrations.every(same)) {
    const newest = manifest.migrations.at(-1)?.file ?? 'no migration'
    throw new BackupRefused(
      `This backup has another schema (its newest is ${newest}). Restore it with the release that made it, then update`,
    )
  }
  if (!(await isEmpty(tx))) throw new BackupRefused('The database is not empty; a backup is restored into an empty one')
  if ((await productConnections(tx)) > 0) throw new BackupRefused('Klinikbro runs on this database. Stop it first')
}

type What = { readonly folder: string; readonly manifest: Manifest }

async function load(client: pg.Client, tx: Tx, { folder, manifest }: What): Promise<void> {
  const copied = new Map(manifest.tables.map((table) => [table.name, table]))
  const present = (await tablesToCopy(tx)).filter(({ name }) => name !== 'schema_migrations')
  const names = present.map(({ name }) => name)
  await clearForLoading(tx, names)
  for (const { name } of inOrderOfReference(present)) {
    const table = copied.get(name)
    if (table) await loadTable(client, tx, { folder, table })
  }
  for (const sequence of manifest.sequences) await setSequence(tx, sequence)
  await endLoading(tx, names)
  await letGoOfHolds(tx)
  await noteRestore(tx, manifest.takenAt)
}

async function loadTable(client: pg.Client, tx: Tx, from: { folder: string; table: CopiedTable }): Promise<void> {
  const { name, columns, rows } = from.table
  await copyIn(client, copyInto(name, columns), createReadStream(fileOf(from.folder, name)))
  const loaded = await countRows(tx, name)
  if (loaded !== rows) throw new BackupRefused(`${name} should have ${rows} rows and got ${loaded}`)
}

/** What others refer to comes first, so that every foreign key is checked as it is loaded. Throws on a circle. */
function inOrderOfReference(tables: readonly TableRow[]): TableRow[] {
  const ordered: TableRow[] = []
  const placed = new Set<string>()
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ name, refersTo }) => !placed.has(name) && refersTo.every((one) => placed.has(one)))
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle')
    for (const table of ready) placed.add(table.name)
    ordered.push(...ready)
  }
  return ordered
}

/** Where the audit trail of a database ends now. */
export async function trailEnds(ownerUrl: string): Promise<Manifest['auditHeads']> {
  const client = await ownerClient(ownerUrl)
  try {
    return await auditHeads(transactionOn(client))
  } finally {
    await client.end()
  }
}
