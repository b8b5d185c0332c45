import { caseRuleOf, journalRuleOf, type KeptUntil } from '#features/retention/index.ts'
import type { Temporal } from '#kernel/time.ts'
import type { PolicyModel } from '#policy/model.ts'

type Remaining = {
  readonly leftOn: Temporal.PlainDate
  readonly accessUntil: Temporal.PlainDate
  readonly contactsErased: boolean
  readonly journals: number
  readonly requests: number
  /** An insurer's own, those under a hold among them; a clinic's cases are the insurers'. */
  readonly cases: number
  readonly held: number
}

/** What is still here of somebody who leaves or has left: how much, because of what, and until when at the latest. */
export function keptOf(model: PolicyModel, r: Remaining): KeptUntil[] {
  const access = r.accessUntil.toString()
  const byLaw = r.leftOn.add(journalRuleOf(model).longer).toString()
  const courseEnds = r.leftOn.add({ months: caseRuleOf(model).months }).toString()
  const all: KeptUntil[] = [
    r.contactsErased
      ? { because: 'journal-by-law', count: r.journals, until: byLaw }
      : { because: 'journal', count: r.journals, until: access },
    { because: 'request', count: r.contactsErased ? 0 : r.requests, until: access },
    { because: 'course', count: r.cases - r.held, until: courseEnds },
    { because: 'hold', count: r.held, until: null },
  ]
  return [...all.filter(({ count }) => count > 0), { because: 'audit', count: 1, until: null }]
}
