/**
 * The one place where jobs ask the gate. The worker runs nothing that did not come through here: an `AskedTask` cannot be made elsewhere. The
 * actor is the system, under the name of the job. What the policy refuses is written into the trail and parked where staff see it.
 */
import type { Database, Tx } from '#platform/db/database.ts'
import { writeAudit, writeDenial } from '#platform/http/audit.ts'
import { restrictionsOf } from '#platform/http/restriction.sql.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import type { Gate, Refusal } from '#policy/gate.ts'
import type { Permit, Touches } from '#policy/permit.ts'
import type { Job, JobTools, NotedJob, Task, Trail } from './task.ts'
import type { WorkerServices } from './worker-services.ts'

declare const asked: unique symbol

/** A task that asks the gate before it does anything. */
export type AskedTask = ((payload: unknown, tools: JobTools) => Promise<void>) & {
  readonly [asked]: true
  readonly asks: Task['asks']
  readonly touches: Touches
  readonly gate: Gate
}
export type AskedTasks = Readonly<Record<string, AskedTask>>

/** Trying again does not help: the policy, or what the job is about, must change first. */
export class JobRefused extends Error {
  override name = 'JobRefused'
  readonly refusal: Refusal
  readonly facts: Facts
  constructor(refusal: Refusal, facts: Facts) {
    super(`The policy does not grant ${refusal.action} to the system`)
    this.refusal = refusal
    this.facts = facts
  }
}

type Services = Pick<WorkerServices, 'database' | 'now'>

/** The same tasks, each asking the gate of the site whose data it works on. */
export const askFirst = (services: Services, gate: Gate, tasks: Readonly<Record<string, Task>>): AskedTasks =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => {
      const actor = { kind: 'system', task: name } as const
      const perform = (payload: unknown, { attempt }: JobTools) =>
        performAsked({ services, gate, actor, task }, { payload, attempt }).catch(async (error: unknown) => {
          if (error instanceof JobRefused) await noteRefusal(services, actor, error)
          throw error
        })
      const touches: Touches = task.touches ?? []
      return [name, Object.assign(perform, { asks: task.asks, touches, gate }) as AskedTask]
    }),
  )

type Asking = { readonly services: Services; readonly gate: Gate; readonly actor: Actor; readonly task: Task }

async function performAsked({ services, gate, actor, task }: Asking, given: Pick<Job, 'payload' | 'attempt'>) {
  const all: Touches = task.touches ?? []
  const ask = (facts: Facts, touches: Touches): Permit => {
    const decision = gate.decide(task.asks, actor, facts, touches)
    if (decision.kind === 'refused') throw new JobRefused(decision, facts)
    return decision.permit
  }
  const permitFor: Job['permitFor'] = async (tx, facts, touches = all) => ask(await withRestriction(tx, facts), touches)
  const job: Job = { ...given, permit: ask({}, all), permitFor }
  if (task.touchesNobody) return task.perform(job)
  const trail = trailOf(job.permit, services)
  trail.holds(await task.perform({ ...job, note: trail.note }))
}

async function withRestriction(tx: Tx, facts: Facts): Promise<Facts> {
  if (!facts.caseId) return facts
  const { restricted } = await restrictionsOf(tx, { caseId: facts.caseId, account: null, asker: null })
  return { ...facts, restricted }
}

function trailOf(own: Permit, { now }: Services) {
  let notes = 0
  const note: NotedJob['note'] = async (tx, { permit = own, result = 'done', detail }) => {
    await writeAudit(tx, { permit, result, now: now(), ...(detail && { detail }) })
    notes += 1
  }
  const holds = (said: Trail) => {
    if ((said === 'noted') !== notes > 0) throw new Error(`${own.action}: ${notes} events and "${said}" contradict`)
  }
  return { note, holds }
}

/** The job's own transaction is undone; that it was refused is written in one of its own. */
const noteRefusal = (
  { database, now }: { database: Database; now: Services['now'] },
  actor: Actor,
  error: JobRefused,
) =>
  database.transaction({ kind: 'system' }, (tx) =>
    writeDenial(tx, { refusal: error.refusal, actor, facts: error.facts, now: now() }),
  )
