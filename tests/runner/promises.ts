import { readFileSync } from 'node:fs'
import { type PromiseReport, promiseReport } from '#policy/promise-report.ts'
import { promises } from '#policy/promises.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import type { TestResult } from './reporter.ts'

/** The report over the promises, from the results of a whole test run. Skipped tests show nothing. */
export function reportOn(results: readonly TestResult[]): PromiseReport {
  const tests = results
    .filter(({ outcome }) => outcome !== 'skipped')
    .map(({ name, outcome }) => ({ name, passed: outcome === 'passed' }))
  return promiseReport({ promises, models: [referralPolicy, marketingPolicy], open: openPromises(), tests })
}

/** The promises that are declared open: not built yet. The list may only shrink. */
const openPromises = () => JSON.parse(readFileSync('docs/open-promises.json', 'utf8')) as string[]
