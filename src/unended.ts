import type { Catalogue, Column, Table } from '#policy/catalogue.ts'
import type { PolicyModel } from '#policy/model.ts'
import { longestAfter, periodOf } from '#policy/retention.ts'
import { type Ending, endings, type Said, type Sweep, sweeps } from './data-endings.ts'

type Known = {
  readonly catalogues: readonly Catalogue[]
  /** Of all sites. */
  readonly models: readonly PolicyModel[]
  /** Lines of crontab. */
  readonly timetable: readonly string[]
  readonly endings?: Readonly<Record<string, Ending>>
  readonly sweeps?: Readonly<Record<string, Sweep>>
}

/** What of the data catalogue nobody would ever take away, and which sweep goes by a period that no model says (T20.2). */
export function unended({ catalogues, models, timetable, ...given }: Known): string[] {
  const ends = given.endings ?? endings
  const tasks = given.sweeps ?? sweeps
  const tables = labelsOf(catalogues)
  return [
    ...[...tables].flatMap(([name, columns]) => problemsOf(name, columns, { ends, tasks })),
    ...Object.keys(ends)
      .filter((name) => !tables.has(name))
      .map((name) => `Table ${name} has an end and is in no data catalogue`),
    ...Object.entries(tasks).flatMap(([task, { says }]) => [
      ...(timetable.some((line) => line.split(' ').includes(task)) ? [] : [`Task ${task} is in no timetable`]),
      ...says
        .filter((said) => !models.some((model) => isSaid(model, said)))
        .map((said) => `Task ${task} goes by a period that no policy says: ${Object.values(said).join()}`),
    ]),
  ]
}

/** All columns of a table, whichever features declare them. */
function labelsOf(catalogues: readonly Catalogue[]): ReadonlyMap<string, readonly Column[]> {
  const found = new Map<string, Column[]>()
  for (const [name, columns] of catalogues.flatMap((tables): [string, Table][] => Object.entries(tables)))
    found.set(name, [...(found.get(name) ?? []), ...Object.values(columns)])
  return found
}

type Register = { readonly ends: Readonly<Record<string, Ending>>; readonly tasks: Readonly<Record<string, Sweep>> }

function problemsOf(name: string, columns: readonly Column[], register: Register): string[] {
  const ending = register.ends[name]
  if (!ending) return [`Table ${name} has no end: nothing ever takes its rows away`]
  if ('stays' in ending) {
    const personal = columns.some(({ subject }) => subject !== 'nobody' && subject !== 'business-contact')
    return personal ? [`Table ${name} stays for ever and is about somebody`] : []
  }
  if ('act' in ending) return []
  if ('with' in ending)
    return endsWell(ending.with, register.ends) ? [] : [`Table ${name} goes with ${ending.with}, which has no end`]
  const sweep = register.tasks[ending.by]
  if (!sweep) return [`Table ${name} is taken away by ${ending.by}, which is no sweep`]
  return [...new Set(columns.map(({ retention }) => retention))]
    .filter((label) => !sweep.carries.includes(label))
    .map((label) => `Table ${name} is kept for: ${label}, which ${ending.by} does not carry out`)
}

/** Whether one that others go with goes itself, by a task or an act, in at most as many steps as there are tables. */
function endsWell(name: string, ends: Readonly<Record<string, Ending>>): boolean {
  let at: string | null = name
  for (let steps = 0; at !== null && steps < Object.keys(ends).length; steps += 1) {
    const ending: Ending | undefined = ends[at]
    if (ending === undefined || 'stays' in ending) return false
    if (!('with' in ending)) return true
    at = ending.with
  }
  return false
}

function isSaid(model: PolicyModel, said: Said): boolean {
  if ('event' in said) return model.activities.some(({ retention }) => retention.from === said.event)
  try {
    return Boolean('part' in said ? periodOf(model, said.part) : longestAfter(model, said.action))
  } catch {
    return false
  }
}
