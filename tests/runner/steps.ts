import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runCommand } from './command.ts'
import type { TestResult } from './reporter.ts'

export type StepOutcome = { passed: number; failed: number; skipped: number; output: string; tests: TestResult[] }

/** A tool that is silent or not: one point, and its output only when it objects. */
export async function checkStep(command: string, ...args: string[]): Promise<StepOutcome> {
  const { code, output } = await runCommand(command, args)
  const failed = code === 0 ? 0 : 1
  return { passed: 1 - failed, failed, skipped: 0, output: failed === 0 ? '' : output, tests: [] }
}

/** Test files in one process each shard: isolation between files would cost more than the tests themselves. */
export async function testStep(name: string, files: readonly string[], shards = 1): Promise<StepOutcome> {
  if (files.length === 0) return refusal('No test files were found for this step.\n')
  const parts = Array.from({ length: shards }, (_, shard) => files.filter((_, index) => index % shards === shard))
  const outcomes = await Promise.all(parts.map((part, shard) => runShard(`${name}-${shard}`, part, shard)))
  return outcomes.reduce(addOutcomes)
}

export function refusal(output: string): StepOutcome {
  return { passed: 0, failed: 1, skipped: 0, output, tests: [] }
}

async function runShard(name: string, files: readonly string[], shard: number): Promise<StepOutcome> {
  mkdirSync('.cache', { recursive: true })
  const results = `.cache/test-results-${name}.json`
  rmSync(results, { force: true })
  const setup = './tests/harness/setup.ts'
  const { code, output } = await runCommand(
    process.execPath,
    [
      '--import=./src/platform/tsx-hook.mjs',
      ...(existsSync(setup) ? [`--import=${setup}`] : []),
      '--test',
      '--test-isolation=none',
      '--test-timeout=300000', // a test that hangs must fail, not keep everybody waiting
      '--test-force-exit', // an open socket must not keep the verdict back
      '--test-reporter=./tests/runner/reporter-entry.mjs',
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { KLINIKBRO_RESULTS: results, KLINIKBRO_SHARD: String(shard) },
  )
  const tests = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as TestResult[]) : []
  rmSync(results, { force: true })
  return tally(tests, code, output)
}

/** A process that fails without a failing test (a crash, a file that does not load) counts as one failure. */
function tally(tests: TestResult[], code: number, output: string): StepOutcome {
  const count = (outcome: TestResult['outcome']) => tests.filter((test) => test.outcome === outcome).length
  const silent = tests.length === 0 || (code !== 0 && count('failed') === 0)
  const failed = count('failed') + (silent ? 1 : 0)
  const shown = failed === 0 ? '' : `${output}${silent ? `The test process ended with code ${code}.\n` : ''}`
  return { passed: count('passed'), failed, skipped: count('skipped'), output: shown, tests }
}

function addOutcomes(one: StepOutcome, other: StepOutcome): StepOutcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    output: one.output + other.output,
    tests: [...one.tests, ...other.tests],
  }
}
