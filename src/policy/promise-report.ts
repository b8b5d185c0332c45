import type { PolicyModel } from './model.ts'
import type { Promised } from './promises.ts'

export type NamedTest = { readonly name: string; readonly passed: boolean }

export type PromiseLine = {
  readonly id: string
  readonly name: string
  /** `kept`: enforced and shown by tests that passed. `open`: not built yet, and on the list that may only shrink. */
  readonly status: 'kept' | 'open'
  readonly enforcedBy: readonly string[]
  readonly tests: readonly NamedTest[]
}

export type PromiseReport = {
  readonly lines: readonly PromiseLine[]
  /** What must not be: a promise that is neither kept nor declared open, or declared open although it is kept. */
  readonly gaps: readonly string[]
}

type Material = {
  readonly promises: readonly Promised[]
  readonly models: readonly PolicyModel[]
  readonly open: readonly string[]
  readonly tests: readonly NamedTest[]
}

/** What the page reads: the report of one whole test run, and its day. The names of promises stand in the code. */
export type PublishedReport = {
  /** ISO date. */
  readonly takenOn: string
  readonly promises: readonly Omit<PromiseLine, 'name'>[]
}

export const publishedReport = (lines: readonly PromiseLine[], takenOn: string): PublishedReport => ({
  takenOn,
  promises: lines.map(({ name: _, tests, ...line }) => ({
    ...line,
    tests: tests.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  })),
})

/** What a published report says otherwise than the run that was just made. Its day does not matter. */
export function outdated(published: PublishedReport | null, lines: readonly PromiseLine[]): string[] {
  if (!published) return ['no report of the promises is published']
  const said = new Map(published.promises.map((line) => [line.id, JSON.stringify(line)]))
  const seen = new Map(publishedReport(lines, '').promises.map((line) => [line.id, JSON.stringify(line)]))
  return [...new Set([...said.keys(), ...seen.keys()])]
    .filter((id) => said.get(id) !== seen.get(id))
    .map((id) => `the published report of ${id} is not what this run saw`)
}

/** Puts promises, policy and test results together. A test shows a promise by carrying its id in its name: "... (R1.7)". */
export function promiseReport({ promises, models, open, tests }: Material): PromiseReport {
  const lines = promises.map(({ id, name, by }): PromiseLine => {
    const activities = models.flatMap(({ site, activities }) =>
      activities.filter((activity) => activity.promises.includes(id)).map((activity) => `${site}: ${activity.id}`),
    )
    const shown = tests.filter(({ name }) => idsIn(name).includes(id))
    const kept = by.length + activities.length > 0 && shown.length > 0 && shown.every(({ passed }) => passed)
    return { id, name, status: kept ? 'kept' : 'open', enforcedBy: [...by, ...activities], tests: shown }
  })
  return { lines, gaps: lines.flatMap((line) => gapsOf(line, open)) }
}

function gapsOf({ id, status, tests }: PromiseLine, open: readonly string[]): string[] {
  const failed = tests.filter(({ passed }) => !passed)
  if (failed.length > 0) return failed.map(({ name }) => `${id} is broken: ${name}`)
  if (status === 'open' && !open.includes(id))
    return [`${id} is not kept: it lacks ${tests.length === 0 ? 'a test' : 'what enforces it'}`]
  if (status === 'kept' && open.includes(id)) return [`${id} is kept now: take it off the list of open promises`]
  return []
}

/** The promise ids that a test's name carries in parentheses. */
const idsIn = (name: string): readonly string[] =>
  [...name.matchAll(/\(([TRX]\d+(?:\.\d+)?(?:, ?[TRX]\d+(?:\.\d+)?)*)\)/g)].flatMap(([, ids = '']) => ids.split(/, ?/))
