import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PublishedReport } from '#policy/promise-report.ts'

/** Where a whole test run leaves what it saw of the promises; the same as text lies beside it. */
export const promiseReportFile = fileURLToPath(new URL('../docs/generated/promises.json', import.meta.url))

/** The report that the pages show; null when none has been published. */
export const publishedPromises = (file = promiseReportFile): PublishedReport | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PublishedReport) : null
