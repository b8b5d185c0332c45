/**
 * What was erased and what was ended, written outside the database: a backup from before does not know of it, and this file does. It holds
 * ids, reasons and times.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from '#kernel/time.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import { transactionOn } from '#platform/db/database.ts'
import { appendLines } from '#platform/log/append-lines.ts'
import { ownerClient } from './owner-client.ts'
import {
  type Ended,
  erasuresSince,
  noteReplayed,
  replayErasure,
  replayReferralErasure,
  replayRevocation,
  revocationsSince,
  unknownEntries,
  unreplayedRestores,
} from './replay.sql.ts'
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
  /** Of the case only the referral went, since its consent was withdrawn by this one. */
  readonly referralWithdrawnBy?: string
  /** Nothing was erased, but something ended that a backup would bring back to life. */
  readonly ended?: Ended
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
  const { rows, ends } = await database.transaction(asSystem, async (tx) => ({
    rows: await erasuresSince(tx, since),
    ends: await revocationsSince(tx, since),
  }))
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
      ...(row.referral_withdrawn_by && { referralWithdrawnBy: row.referral_withdrawn_by }),
    }),
  )
  const freshEnds = ends.filter(({ entry }) => !entries.has(entry))
  const endLines = freshEnds.map(({ entry, revoked_at, what, subject, detail }) =>
    line({
      entry,
      caseId: null,
      personId: null,
      at: revoked_at.toString(),
      because: 'ended',
      ended: { what, subject, detail },
    }),
  )
  await appendLines(file, [...lines, ...endLines].join(''))
  return fresh.length + freshEnds.length
}

const line = (erased: Erased) => `${JSON.stringify(erased)}\n`

/**
 * Erases and ends again in a restored database what the ledger tells of, in small transactions; run again after a crash it goes on. Then, and
 * only then, the database may serve. Tells how many erasures the backup did not know; `byHand` is told of each case that was restricted by a
 * request which this database never had.
 */
export async function replayErasures(
  ownerUrl: string,
  ledger: readonly Erased[],
  byHand: (caseId: string) => unknown = () => undefined,
): Promise<number> {
  const client = await ownerClient(ownerUrl)
  try {
    const tx = transactionOn(client)
    let replayed = 0
    for (let at = 0; at < ledger.length; at += erasuresATransaction) {
      await begin(tx)
      for (const one of ledger.slice(at, at + erasuresATransaction)) replayed += (await replay(tx, one, byHand)) ? 1 : 0
      await commit(tx)
    }
    await noteReplayed(tx, replayed)
    return replayed
  } finally {
    await client.end()
  }
}

/** True when something was erased. */
async function replay(tx: Tx, one: Erased, byHand: (caseId: string) => unknown): Promise<boolean> {
  const { entry, caseId, at, ended, referralWithdrawnBy: by } = one
  if (ended) {
    if ((await replayRevocation(tx, entry, at, ended)) === 'by-hand') byHand(ended.subject)
    return false
  }
  return by ? replayReferralErasure(tx, { entry, caseId, by, at }) : replayErasure(tx, one)
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
  return `The ledger tells of ${unknown.length} erasures or ends that this database does not know: it came back from before them`
}
