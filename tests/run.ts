// The runner behind bin/test. Every step runs, whatever the earlier ones said; the last line is the verdict.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dayOf, Temporal } from '#kernel/time.ts'
import { reportOn } from './runner/promises.ts'
import { checkPublished } from './runner/publish-promises.ts'
import { checkStep, refusal, type StepOutcome, testStep } from './runner/steps.ts'
import { listTestFiles, selectTestFiles, type TestFiles } from './runner/test-files.ts'

type Step = { name: string; run: () => Promise<StepOutcome> }

const words = process.argv.slice(2).map((word) => word.replace(/^\.\//, ''))
const all = listTestFiles()
const steps = words.length === 0 ? everything(all) : selected(selectTestFiles(all, words))
await runAll(steps)

function everything(files: TestFiles): Step[] {
  return [
    { name: 'format', run: () => checkStep('biome', 'check', '--error-on-warnings', '.') },
    { name: 'lint', run: () => checkStep('oxlint', '--type-aware', '--deny-warnings', '.') },
    { name: 'types', run: () => checkStep('tsc', '--noEmit', '-p', '.') },
    ...testSteps(files),
  ]
}

function selected(files: TestFiles): Step[] {
  const chosen = testSteps(files).filter((_, index) => [files.architecture, files.unit, files.journeys][index]?.length)
  if (chosen.length > 0) return chosen
  const output = `No test file has a path with ${words.join(' or ')} in it.\n`
  return [{ name: 'tests', run: () => Promise.resolve(refusal(output)) }]
}

function testSteps(files: TestFiles): Step[] {
  const atMost = Math.min(2, availableParallelism())
  const shards = Math.max(1, Math.min(atMost, Math.floor(files.unit.length / 40)))
  // A browser waits much of its time; two of them fill the machine. One for a few journeys.
  const browsers = Math.max(1, Math.min(atMost, Math.floor(files.journeys.length / 4)))
  return [
    { name: 'architecture', run: () => testStep('architecture', files.architecture) },
    { name: 'unit and HTTP', run: () => testStep('unit', files.unit, shards) },
    { name: 'browser journeys', run: () => testJourneys(files.journeys, browsers) },
  ]
}

function testJourneys(files: readonly string[], browsers: number): Promise<StepOutcome> {
  if (process.env['CHROMIUM']) return testStep('journeys', files, browsers)
  return Promise.resolve(refusal('There is no browser on this machine; what to install is said above.\n'))
}

async function runAll(list: readonly Step[]): Promise<void> {
  const report: { name: string; durationMs: number; outcome: StepOutcome }[] = []
  for (const { name, run } of list) {
    const startedMs = performance.now()
    const outcome = await run()
    const durationMs = Math.round(performance.now() - startedMs)
    report.push({ name, durationMs, outcome })
    process.stdout.write(`${outcome.output}${stepLine(name, durationMs, outcome)}\n`)
  }
  if (words.length === 0) report.push({ name: 'promises', durationMs: 0, outcome: promiseStep(report) })
  saveResults(
    report.map(({ name, durationMs, outcome: { output: _, ...figures } }) => ({ name, durationMs, ...figures })),
  )
  const sum = (pick: (outcome: StepOutcome) => number) =>
    report.reduce((total, { outcome }) => total + pick(outcome), 0)
  const failed = sum((outcome) => outcome.failed)
  process.stdout.write(`${sum((outcome) => outcome.passed)} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** Every promise is kept or declared open, and published so; the results of this very run decide. */
function promiseStep(report: readonly { outcome: StepOutcome }[]): StepOutcome {
  const { lines, gaps: unkept } = reportOn(report.flatMap(({ outcome }) => outcome.tests))
  const gaps = [...unkept, ...checkPublished(lines, dayOf(Temporal.Now.instant()).toString())]
  const kept = lines.filter(({ status }) => status === 'kept').length
  const output = [`${kept} promises kept, ${lines.length - kept} open\n`, ...gaps.map((gap) => `✖ ${gap}\n`)].join('')
  process.stdout.write(output)
  return { passed: gaps.length === 0 ? 1 : 0, failed: gaps.length, skipped: 0, output: '', tests: [] }
}

function stepLine(name: string, durationMs: number, { passed, failed, skipped }: StepOutcome): string {
  const figures = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
  const seconds = (durationMs / 1000).toFixed(1).padStart(6)
  return `${failed === 0 ? '✔' : '✖'} ${name.padEnd(18)}${seconds} s   ${figures.filter(Boolean).join(', ')}`
}

/** For tools that ask which named tests passed, such as the promise report. */
function saveResults(list: readonly object[]): void {
  mkdirSync('.cache', { recursive: true })
  writeFileSync(
    '.cache/test-results.json',
    `${JSON.stringify({ complete: words.length === 0, steps: list }, null, 1)}\n`,
  )
}
