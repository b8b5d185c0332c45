/**
 * What was erased, written outside the database: a backup from before an erasure does not know of it, and this file does. It holds ids that
 * mean nothing any more, reasons and times.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from '#kernel/time.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import { transactionOn } from '#platform/db/database.ts'
import { appendLines } from '#platform/log/append-lines.ts'
import { ownerClient } from './owner-client.ts'
import { erasuresSince, noteReplayed, replayErasure, unknownEntries, unreplayedRestores } from './replay.sql.ts'
import { begin, commit } from './tables.sql.ts'

export type Erased = {
  readonly entry: string
  readonly caseId: string | null
  readonly personId: string | null
  /** Of an agreement that ended, and with the last day for taking its journals over. */
  readonly organisationId?: string
  readonly accessUntil?: string
  /** ISO instant. */
  readonly at: string
  readonly because: string
}

const asSystem = { kind: 'system' } as const
const erasuresATransaction = 50
// An erasure may commit after one that began later; none takes as long as this.
const slowestErasure = { hours: 24 }

export const ledgerIn = (dataFolder: string): string => join(dataFolder, 'erasures.jsonl')

/** Every whole line; a last one that a crash cut off was never promised, and is written again. Null when there is no file. */
export function readLedger(file: string): Erased[] | null {
  if (!existsSync(file)) return null
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => lineOf(line) ?? [])
}

function lineOf(text: string): Erased | null {
  try {
    return text === '' ? null : (JSON.parse(text) as Erased)
  } catch {
    return null
  }
}

/** Brings the file up to what the database has committed, and onto the disk. `all` also looks for what is older than the file's last line. */
export async function noteErasures(database: Database, file: string, { all = false } = {}): Promise<number> {
  const known = readLedger(file) ?? []
  const last = known.map(({ at }) => at).reduce((a, b) => (a > b ? a : b), '')
  const since = all || last === '' ? null : Temporal.Instant.from(last).subtract(slowestErasure)
  const rows = await database.transaction(asSystem, (tx) => erasuresSince(tx, since))
  const entries = new Set(known.map(({ entry }) => entry))
  const fresh = rows.filter(({ entry }) => !entries.has(entry))
  const lines = fresh.map((row) =>
    line({
      entry: row.entry,
      caseId: row.case_id,
      personId: row.person_id,
      ...(row.organisation_id && { organisationId: row.organisation_id }),
      ...(row.access_until && { accessUntil: row.access_until.toString() }),
      at: row.erased_at.toString(),
      because: row.because,
    }),
  )
  await appendLines(file, lines.join(''))
  return fresh.length
}

const line = (erased: Erased) => `${JSON.stringify(erased)}\n`

/**
 * Erases again in a restored database what the ledger tells of, in small transactions; run again after a crash it goes on. Then, and only
 * then, the database may serve. Tells how many erasures the backup did not know.
 */
export async function replayErasures(ownerUrl: string, ledger: readonly Erased[]): Promise<number> {
  const client = await ownerClient(ownerUrl)
  try {
    const tx = transactionOn(client)
    let replayed = 0
    for (let at = 0; at < ledger.length; at += erasuresATransaction) {
      await begin(tx)
      for (const one of ledger.slice(at, at + erasuresATransaction)) replayed += (await replayErasure(tx, one)) ? 1 : 0
      await commit(tx)
    }
    await noteReplayed(tx, replayed)
    return replayed
  } finally {
    await client.end()
  }
}

/** Why this database may not serve anyone yet, or null. Holds for databases that came back by other ways than ours, too. */
export async function mustForgetFirst(tx: Tx, ledger: readonly Erased[]): Promise<string | null> {
  const [unfinished] = await unreplayedRestores(tx)
  if (unfinished) {
    return `This database was restored from a backup of ${unfinished.backup_taken_at} and has not forgotten again what was erased since`
  }
  const unknown = await unknownEntries(
    tx,
    ledger.map(({ entry }) => entry),
  )
  if (unknown.length === 0) return null
  return `The ledger tells of ${unknown.length} erasures that this database does not know: it came back from before them`
}
