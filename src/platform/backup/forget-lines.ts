import { existsSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { Temporal } from '#kernel/time.ts'
import { type Erased, readLedger } from './ledger.ts'

/** The lines from a moment on: what is older was forgotten by the database too, or will be at its next sweep. */
export const linesSince = (ledger: readonly Erased[], since: Temporal.Instant): readonly Erased[] =>
  ledger.filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), since) >= 0)

/**
 * Takes the lines before a moment out of the ledger, in one step: a crash leaves the old file or the new one. A line that somebody adds
 * meanwhile is written again by the next job that notes erasures.
 */
export async function forgetLines(file: string, before: Temporal.Instant): Promise<number> {
  const all = existsSync(file) ? (readLedger(file) ?? []) : []
  const kept = linesSince(all, before)
  if (kept.length === all.length) return 0
  const beside = `${file}.new`
  const written = await open(beside, 'w', 0o600)
  try {
    await written.writeFile(kept.map((one) => `${JSON.stringify(one)}\n`).join(''))
    await written.sync()
  } finally {
    await written.close()
  }
  await rename(beside, file)
  return all.length - kept.length
}
