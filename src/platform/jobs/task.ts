import type { Tx } from '#platform/db/database.ts'
import type { AuditResult } from '#platform/http/audit.ts'
import type { PersonalData } from '#policy/categories.ts'
import type { Facts } from '#policy/facts.ts'
import type { Permit, Touches } from '#policy/permit.ts'
import type { ActionName } from '#policy/vocabulary.ts'

export type JobTools = { readonly attempt: number }

export type Job<Name extends ActionName = ActionName> = JobTools & {
  /** Ids only. */
  readonly payload: unknown
  /** What the gate gave the system for this job before it began. */
  readonly permit: Permit<Name>
  /** Asks the gate about one person, case or object within the job, over what the job touches or less. Throws `JobRefused`, which undoes the transaction and parks the job. */
  readonly permitFor: (tx: Tx, facts: Facts, touches?: Touches) => Promise<Permit<Name>>
}

export type Told = {
  /** From `permitFor`, where the event is about one person or object; otherwise the job's own. */
  readonly permit?: Permit
  readonly result?: AuditResult
  /** Ids, counts and names of our own. Never content. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export type NotedJob<Name extends ActionName = ActionName> = Job<Name> & {
  /** Writes an event with the activity and the purpose into the trail, in the transaction that does what it tells of. */
  readonly note: (tx: Tx, told: Told) => Promise<void>
}

/** Whether the run left an event in the trail, or there was nothing to do and so nothing to tell. */
export type Trail = 'noted' | 'nothing-done'

/**
 * What a job does, and what the gate is asked before it does it. A job that touches people's data must say at each end whether the trail tells
 * of it; one that touches nobody's says so, and is given no way to write an event.
 */
export type Task<Name extends ActionName = ActionName> = NotedTask<Name> | UnnotedTask<Name>

type NotedTask<Name extends ActionName> = {
  readonly asks: Name
  /** The categories of data that it reads, sends, changes or erases. */
  readonly touches: readonly [PersonalData, ...PersonalData[]]
  readonly touchesNobody?: never
  perform(job: NotedJob<Name>): Promise<Trail>
}

type UnnotedTask<Name extends ActionName> = {
  readonly asks: Name
  readonly touches?: never
  readonly touchesNobody: true
  perform(job: Job<Name>): Promise<void>
}

/** Where the permit's name matters to what the job calls: `asks` types it. Elsewhere a plain `Task` does. */
export const task = <Name extends ActionName>(definition: Task<Name>): Task => definition
