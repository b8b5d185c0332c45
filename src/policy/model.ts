import type { Texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { ActorClass } from './actor.ts'
import type { DataCategory, Purpose, SubjectKind } from './categories.ts'
import type { Cookie } from './cookies.ts'
import type { Condition } from './facts.ts'
import { isInEea, type Processor } from './processors.ts'
import type { ThirdParty } from './third-parties.ts'
import { thirdPartyProblems } from './third-party-rules.ts'
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

/** Who answers for it, as every page's foot, the policy and the Article 30 record name them (T2.1). */
export type Controller = {
  readonly name: string
  readonly address: string
  readonly cvr: string
  readonly email: string
}

/** One part of the terms of use. */
export type Term = { readonly heading: Texts<string>; readonly text: Texts<string> }

export type PolicyModel = {
  readonly site: string
  readonly version: string
  readonly validFrom: string
  readonly controller: Controller
  /** What applies to those who use the site; versioned with the rest (R5.1). */
  readonly terms: readonly Term[]
  readonly activities: readonly Activity[]
  readonly cookies: readonly Cookie[]
  readonly processors: readonly Processor[]
  /** What the site's pages or server may call elsewhere, each by its processor's contract; mostly none. */
  readonly thirdParties: readonly ThirdParty[]
  /** `none`: a processor outside the EU/EEA refuses the start (R1.15). */
  readonly thirdCountries: 'none' | 'with-basis'
}

export const activity = (definition: Activity): Activity => definition

/** `grant('case.create', ['insurer:case-handler'])`, or with conditions on the object as further words. */
export const grant = (action: ActionName, to: readonly ActorClass[], ...when: readonly Condition[]): Grant => ({
  action,
  to,
  when,
})

/** Throws when a model contradicts itself, so that a site with such a policy does not start. */
export function policy(model: PolicyModel): PolicyModel {
  const said = [
    ...activityProblems(model),
    ...processorProblems(model),
    ...cookieProblems(model),
    ...thirdPartyProblems(model),
  ]
  if (said.length > 0) throw new Error(`The policy of ${model.site} does not hold:\n${said.join('\n')}`)
  return Object.freeze(model)
}

function activityProblems({ activities, thirdParties }: PolicyModel): string[] {
  const said = repeated(activities.map(({ id }) => id)).map((id) => `Activity ${id} stands twice`)
  for (const { id, grants, data, article9, retention } of activities) {
    const isCalled = thirdParties.some(({ activity }) => activity === id)
    if (grants.length === 0 && !isCalled) said.push(`Activity ${id} grants nothing: it is not in use`)
    if (!article9 && data.some((category) => category.startsWith('health'))) {
      said.push(`Activity ${id} processes health data without a condition of GDPR art. 9(2)`)
    }
    if (!isPeriod(retention?.maximum?.period))
      said.push(`Activity ${id} does not say how long it keeps what it has (T20.2)`)
    if (retention?.minimum && !isPeriod(retention.minimum.period))
      said.push(`Activity ${id} has a minimum that is no period`)
  }
  return said
}

/** Types promise a period; a start does not check types. */
function isPeriod(text: string | undefined): boolean {
  try {
    return text !== undefined && Temporal.Duration.from(text).sign >= 0
  } catch {
    return false
  }
}

function processorProblems({ processors, thirdCountries }: PolicyModel): string[] {
  const unbound = processors.filter(({ agreedOn }) => !/^\d{4}-\d\d-\d\d$/.test(agreedOn))
  const abroad = processors
    .filter(({ country }) => !isInEea(country))
    .flatMap(({ id, country, transferBasis }) => {
      if (thirdCountries === 'none')
        return [`Processor ${id} is in ${country}, and this site promises no third countries (R1.15)`]
      return transferBasis ? [] : [`Processor ${id} is in ${country} and names no basis for the transfer (T18.1)`]
    })
  return [...unbound.map(({ id }) => `Processor ${id} has no agreement (T4.3)`), ...abroad]
}

function cookieProblems({ cookies, processors }: PolicyModel): string[] {
  const known = new Set(['us', ...processors.map(({ id }) => id)])
  return [
    ...repeated(cookies.map(({ name }) => name)).map((name) => `Cookie ${name} stands twice`),
    ...cookies
      .filter(({ setBy }) => !known.has(setBy))
      .map(({ name, setBy }) => `Cookie ${name} is set by ${setBy}, who is no declared processor`),
  ]
}

const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at)
