import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf, Temporal } from '#kernel/time.ts'

export type AccessLogSweep = {
  readonly sweptAt: Temporal.Instant
  readonly erased: readonly string[]
  readonly keptCount: number
}

/**
 * Erases access logs so that no line grows older than `keepDays` days (promise T6.3), given that this runs at start and
 * once a day: a file goes one day early, since its first line is from midnight. `record` keeps the proof; it is called
 * also when there was nothing to erase.
 */
export async function sweepAccessLogs(
  folder: string,
  now: Temporal.Instant,
  { keepDays, record }: { readonly keepDays: number; readonly record: (sweep: AccessLogSweep) => Promise<void> },
): Promise<AccessLogSweep> {
  const files = (await filesIn(folder)).filter((name) => dayOfFile(name) !== null).sort()
  const firstKept = dayOf(now).subtract({ days: keepDays - 2 })
  const erased = files.filter((name) => Temporal.PlainDate.compare(dayOfFile(name)!, firstKept) < 0)
  for (const name of erased) await unlink(join(folder, name))
  const sweep = { sweptAt: now, erased, keptCount: files.length - erased.length }
  await record(sweep)
  return sweep
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Null for what is not an access log: the sweep touches nothing else. */
function dayOfFile(name: string): Temporal.PlainDate | null {
  const day = /^(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(name)?.[1]
  try {
    return day ? Temporal.PlainDate.from(day) : null
  } catch {
    return null
  }
}
