// What node:test tells us, kept short: a failing test in full, a passing one only in the figures.
// The list of all results goes to the file named by KLINIKBRO_RESULTS.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

type Outcome = 'passed' | 'failed' | 'skipped'
export type TestResult = { name: string; file: string; outcome: Outcome; durationMs: number }

type Finished = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>

export async function* reporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const results: TestResult[] = []
  const path: string[] = []
  for await (const event of source) {
    if (event.type === 'test:start') {
      path.length = event.data.nesting
      path.push(event.data.name)
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    path.length = event.data.nesting
    const result = readResult(event, path)
    if (result === undefined) continue
    results.push(result)
    if (result.outcome === 'failed') yield failureText(result, event)
  }
  const target = process.env['KLINIKBRO_RESULTS']
  if (target !== undefined) writeFileSync(target, JSON.stringify(results))
}

/** Undefined for what only groups tests: a suite, or a test whose sole fault is that one inside it failed. */
function readResult(event: Finished, parents: readonly string[]): TestResult | undefined {
  const { data } = event
  const failed = event.type === 'test:fail'
  if (failed && failureType(event) === 'subtestsFailed') return undefined
  if (!failed && data.details.type === 'suite') return undefined
  const unrun = data.skip !== undefined || data.todo !== undefined
  return {
    name: [...parents, data.name].join(' > '),
    file: relative(process.cwd(), data.file ?? ''),
    outcome: failed ? 'failed' : unrun ? 'skipped' : 'passed',
    durationMs: Math.round(data.details.duration_ms),
  }
}

function failureType(event: Finished): unknown {
  const error: unknown = 'error' in event.data.details ? event.data.details.error : undefined
  return error instanceof Error && 'failureType' in error ? error.failureType : undefined
}

function failureText(result: TestResult, event: Finished): string {
  const error: unknown = 'error' in event.data.details ? event.data.details.error : undefined
  const shown = error instanceof Error && error.cause !== undefined ? error.cause : error
  const line = event.data.line === undefined ? '' : `:${event.data.line}`
  return `\n✖ ${result.name}\n  ${result.file}${line}\n${indent(inspect(shown, { depth: 8 }))}\n`
}

const indent = (text: string): string => text.replaceAll(/^/gm, '    ')
