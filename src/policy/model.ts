import type { Texts } from '#kernel/language.ts'
import type { ActorClass } from './actor.ts'
import type { DataCategory, Purpose, SubjectKind } from './categories.ts'
import type { Condition } from './facts.ts'
import type { ActionName } from './vocabulary.ts'

/** Why it is lawful: GDPR art. 6(1), with the national law where one stands behind it. */
export type LegalBasis = {
  readonly article6: 'consent' | 'contract' | 'legal-obligation' | 'legitimate-interests'
  readonly law?: string
}

/** What lifts the ban on sensitive data: GDPR art. 9(2). */
export type Article9 = {
  readonly condition: 'explicit-consent' | 'health-care' | 'legal-claims'
  readonly law?: string
}

/** How long: at least (a duty to keep) and at most (a duty to erase), counted from an event. ISO 8601 durations. */
export type Retention = {
  readonly from: 'course-end' | 'agreement-end' | 'account-end' | 'answered' | 'recorded' | 'last-contact'
  readonly minimum?: { readonly period: string; readonly because: string }
  readonly maximum: { readonly period: string; readonly because: string }
}

/** Who may do one thing, and what must be so about the object. Without `when`, the object does not matter. */
export type Grant = {
  readonly action: ActionName
  readonly to: readonly ActorClass[]
  readonly when: readonly Condition[]
}

/** One processing activity in the sense of GDPR art. 30, from which everything that is published or enforced comes. */
export type Activity = {
  readonly id: string
  /** What a patient reads about it. */
  readonly sentence: Texts<string>
  readonly purpose: Purpose
  readonly role: 'controller' | 'processor'
  readonly basis: LegalBasis
  readonly article9: Article9 | null
  readonly subjects: readonly SubjectKind[]
  readonly data: readonly DataCategory[]
  readonly source: readonly ('patient' | 'insurer' | 'clinic' | 'eid' | 'visitor' | 'operator')[]
  readonly recipients: readonly ('clinic' | 'insurer' | 'patient' | 'authority')[]
  readonly thirdCountries: 'none'
  readonly retention: Retention
  readonly grants: readonly Grant[]
  readonly promises: readonly string[]
}

export type PolicyModel = {
  readonly site: string
  readonly version: string
  readonly validFrom: string
  readonly activities: readonly Activity[]
}

export const activity = (definition: Activity): Activity => definition

/** `grant('case.create', ['insurer:case-handler'])`, or with conditions on the object as further words. */
export const grant = (action: ActionName, to: readonly ActorClass[], ...when: readonly Condition[]): Grant => ({
  action,
  to,
  when,
})

/** Throws when a model contradicts itself: an id used twice, an activity without grants or promise. */
export function policy(model: PolicyModel): PolicyModel {
  const ids = new Set<string>()
  for (const { id, grants, data, article9 } of model.activities) {
    if (ids.has(id)) throw new Error(`Activity ${id} stands twice in the policy of ${model.site}`)
    ids.add(id)
    if (grants.length === 0) throw new Error(`Activity ${id} grants nothing: it is not in use`)
    if (!article9 && data.some((category) => category.startsWith('health'))) {
      throw new Error(`Activity ${id} processes health data without a condition of GDPR art. 9(2)`)
    }
  }
  return Object.freeze(model)
}
