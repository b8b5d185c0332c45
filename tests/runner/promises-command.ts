import { existsSync, readFileSync } from 'node:fs'
import type { PromiseLine } from '#policy/promise-report.ts'
import { reportOn } from './promises.ts'
import type { TestResult } from './reporter.ts'

const resultsFile = '.cache/test-results.json'

if (!existsSync(resultsFile)) {
  process.stderr.write('No test results yet: run bin/test first.\n')
  process.exit(2)
}
const saved = JSON.parse(readFileSync(resultsFile, 'utf8')) as { complete: boolean; steps: { tests: TestResult[] }[] }
if (!saved.complete)
  process.stderr.write('The last test run was of some tests only; run bin/test for the whole picture.\n')
const { lines, gaps } = reportOn(saved.steps.flatMap(({ tests }) => tests))

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`)
else process.stdout.write([...lines.map(inWords), summary(), ...gaps.map((gap) => `✖ ${gap}`)].join('\n').concat('\n'))
process.exitCode = gaps.length === 0 ? 0 : 1

function inWords({ id, name, status, enforcedBy, tests }: PromiseLine): string {
  const mark = status === 'kept' ? '✔' : '·'
  const details =
    status === 'kept' ? [`    by ${enforcedBy.join(', ')}`, ...tests.map((test) => `    ✔ ${test.name}`)] : []
  return [`${mark} ${id.padEnd(6)} ${name}`, ...details].join('\n')
}

function summary(): string {
  const kept = lines.filter(({ status }) => status === 'kept').length
  return `${kept} kept, ${lines.length - kept} open`
}
