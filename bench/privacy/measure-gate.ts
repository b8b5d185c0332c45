import type { Database, Tx } from '#platform/db/database.ts'
import type { Decision, Gate } from '#policy/gate.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import type { OwnDatabase } from '../own-database.ts'
import { medianOf, openCaseViews } from './case-views.ts'
import type { Planted } from './product-world.ts'

export const gateAim = 0.1

/** The page of a case with the decision and its log, and the same page without, request by request in turns. */
export async function measureGate(database: OwnDatabase, viewed: readonly Planted[], requests: number) {
  const on = await openCaseViews(database.requestUrl)
  const off = await openCaseViews(database.requestUrl, { database: withoutLog, gate: withoutDecision })
  const undecided = await openCaseViews(database.requestUrl, { gate: withoutDecision })
  const sites = [on, off, undecided]
  const times: number[][] = [[], [], []]
  try {
    for (let at = 0; at < 60; at++) for (const site of sites) await site.view(viewed[at % viewed.length]!)
    for (let at = 0; at < requests; at++)
      for (let turn = 0; turn < sites.length; turn++) {
        const which = (at + turn) % sites.length
        times[which]!.push(await sites[which]!.view(viewed[at % viewed.length]!))
      }
  } finally {
    await Promise.all(sites.map((site) => site.close()))
  }
  const [onMs, offMs, undecidedMs] = times.map(medianOf) as [number, number, number]
  return { requests, onMs, offMs, cost: onMs / offMs - 1, ofTheDecision: onMs / undecidedMs - 1 }
}

/** Lets everything else through. */
function withoutLog(database: Database): Database {
  const mute = (tx: Tx): Tx => ({
    ...tx,
    run: (query) => (query.text.includes('append_audit_event') ? Promise.resolve(0) : tx.run(query)),
  })
  return { ...database, transaction: (actor, work, kind) => database.transaction(actor, (tx) => work(mute(tx)), kind) }
}

/** Decides once for each action, and never again. */
function withoutDecision(gate: Gate): Gate {
  const decided = new Map<ActionName, Decision<ActionName>>()
  return {
    ...gate,
    decide(action, actor, facts, touches) {
      const decision = decided.get(action) ?? gate.decide(action, actor, facts, touches)
      if (decision.kind === 'allowed') decided.set(action, decision)
      return decision as ReturnType<typeof gate.decide<typeof action>>
    },
  }
}
