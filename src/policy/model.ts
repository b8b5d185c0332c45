import type { Texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { ActorClass } from './actor.ts'
import type { DataCategory, DataSource, Purpose, RecipientKind, SubjectKind } from './categories.ts'
import { withdrawalProblems } from './consent-alone.ts'
import { type ConsentForm, consentProblems } from './consent-form.ts'
import type { Cookie } from './cookies.ts'
import { type DisclosureLaw, lawProblems } from './disclosure-laws.ts'
import type { Condition } from './facts.ts'
import { holdProblems } from './hold-grounds.ts'
import { isInEea, type Processor } from './processors.ts'
import { type Retention, retentionProblems } from './retention.ts'
import type { ThirdParty } from './third-parties.ts'
import { thirdPartyProblems } from './third-party-rules.ts'
import type { ActionName } from './vocabulary.ts'

/**
 * Why it is lawful: GDPR art. 6(1), with the national law where one stands behind it. A consent has its form, and nothing else has one; a
 * legitimate interest is named (art. 13(1)(d)).
 */
export type LegalBasis =
  | { readonly article6: 'consent'; readonly form: ConsentForm; readonly law?: Texts<string> }
  | { readonly article6: 'contract' | 'legal-obligation'; readonly law?: Texts<string> }
  | { readonly article6: 'legitimate-interests'; readonly interest: Texts<string>; readonly law?: Texts<string> }

/** What lifts the ban on sensitive data: GDPR art. 9(2). A consent that no form here asks for says whom it is given to. */
export type Article9 =
  | { readonly condition: 'explicit-consent'; readonly givenTo?: 'insurer' | 'clinic'; readonly law?: Texts<string> }
  | { readonly condition: 'health-care' | 'legal-claims' | 'public-interest'; readonly law?: Texts<string> }

/** Whether we decide ourselves, or act for others: then the record says for whom (GDPR art. 30(2)(a)). */
export type Responsibility =
  | { readonly role: 'controller' }
  | { readonly role: 'processor'; readonly onBehalfOf: readonly ('insurer' | 'clinic')[] }

/** Who may do one thing, and what must be so about the object. Without `when`, the object does not matter. */
export type Grant = {
  readonly action: ActionName
  readonly to: readonly ActorClass[]
  readonly when: readonly Condition[]
}

/** One processing activity in the sense of GDPR art. 30, from which everything that is published or enforced comes. */
export type Activity = Responsibility & {
  readonly id: string
  /** What it is called, in a few words. */
  readonly name: Texts<string>
  /** What a patient reads about it. */
  readonly sentence: Texts<string>
  readonly purpose: Purpose
  readonly basis: LegalBasis
  readonly article9: Article9 | null
  readonly subjects: readonly SubjectKind[]
  readonly data: readonly DataCategory[]
  /** Which of those another activity keeps: they are shown or erased here, and that is no reason to keep them. */
  readonly keptElsewhere?: readonly DataCategory[]
  readonly source: readonly DataSource[]
  readonly recipients: readonly RecipientKind[]
  /** Who works on it for us, by the ids of the declared processors; those of its third parties come by themselves. */
  readonly processors: readonly string[]
  /** `none`: none of its processors may be outside the EU/EEA. */
  readonly thirdCountries: 'none' | 'with-basis'
  readonly retention: Retention
  /** The activity whose consent is taken, and taken back, here. */
  readonly takesConsentFor?: string
  /** By which laws authorities are told; every activity with an authority among its recipients names them. */
  readonly laws?: readonly DisclosureLaw[]
  readonly grants: readonly Grant[]
  readonly promises: readonly string[]
}

/** Who answers for it and who advises on it, as every page's foot, the policy and the Article 30 record name them (T2.1). */
export type Controller = {
  readonly name: string
  readonly address: string
  readonly cvr: string
  readonly email: string
  readonly dataProtectionOfficer: { readonly name: string; readonly email: string }
}

/** A technical or organisational measure in general words (GDPR art. 30(1)(g) and 32), with the promises that it keeps. */
export type Measure = {
  readonly heading: Texts<string>
  readonly text: Texts<string>
  readonly promises: readonly string[]
}

/** One part of the terms of use. */
export type Term = { readonly heading: Texts<string>; readonly text: Texts<string> }

/** What a version says otherwise than the one before. An important change is told by mail, and asks everybody to accept the terms anew (T19.5). */
export type PolicyChange = { readonly important: boolean; readonly summary: Texts<string> }

export type PolicyModel = {
  readonly site: string
  /** Whole numbers from 1 on. */
  readonly version: string
  readonly validFrom: string
  /** Null for the first version. */
  readonly change: PolicyChange | null
  readonly controller: Controller
  /** What applies to those who use the site; versioned with the rest (R5.1). */
  readonly terms: readonly Term[]
  readonly measures: readonly Measure[]
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
  const timed = model.activities.filter(({ retention }) => isPeriod(retention?.maximum?.period))
  const said = [
    ...versionProblems(model),
    ...activityProblems(model),
    ...nobodyProblems(model),
    ...consentProblems(model),
    ...lawProblems(model.activities),
    ...(timed.length === model.activities.length ? periodProblems(model) : []),
    ...withdrawalProblems(timed),
    ...processorProblems(model),
    ...cookieProblems(model),
    ...thirdPartyProblems(model),
    ...holdProblems(model),
  ]
  if (said.length > 0) throw new Error(`The policy of ${model.site} does not hold:\n${said.join('\n')}`)
  return Object.freeze(model)
}

const periodProblems = (model: PolicyModel) =>
  model.activities.some(({ retention }) => retention.minimum?.some(({ period }) => !isPeriod(period)))
    ? []
    : retentionProblems(model.activities, handsOver(model))

function versionProblems({ version, change }: PolicyModel): string[] {
  if (!/^[1-9]\d*$/.test(version)) return [`Version ${version} is not a whole number`]
  if (version === '1') return change ? ['The first version changes nothing'] : []
  const isSaid = change && change.summary.da.trim() !== '' && change.summary.en.trim() !== ''
  return isSaid ? [] : [`Version ${version} does not say what changed (T19.5)`]
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
    if (retention?.minimum?.some(({ period }) => !isPeriod(period)))
      said.push(`Activity ${id} has a minimum that is no period`)
  }
  return said
}

/** What is about nobody has no data, and is not logged; so the two may not disagree. */
const nobodyProblems = ({ activities }: PolicyModel) =>
  activities
    .filter(({ subjects, data }) => {
      const isEmpty = data.includes('none')
      return subjects.includes('nobody') !== isEmpty || (isEmpty && data.length > 1)
    })
    .map(({ id }) => `Activity ${id} does not say whether it is about nobody: then it has no data, and is not logged`)

/** Types promise a period; a start does not check types. */
function isPeriod(text: string | undefined): boolean {
  try {
    return text !== undefined && Temporal.Duration.from(text).sign >= 0
  } catch {
    return false
  }
}

/** Whether clinics can take over what is theirs before it is erased. */
const handsOver = ({ activities }: PolicyModel) =>
  activities.some(({ grants }) => grants.some(({ action }) => action === 'handover.confirm'))

/** The declared processors that work on an activity, by its own word and by its third parties'. */
export const processorsOf = ({ processors, thirdParties }: PolicyModel, activity: Activity): readonly Processor[] => {
  const calling = thirdParties.filter((one) => one.activity === activity.id).map(({ processor }) => processor)
  const named = new Set([...activity.processors, ...calling])
  return processors.filter(({ id }) => named.has(id))
}

function processorProblems(model: PolicyModel): string[] {
  const { processors, thirdCountries } = model
  const unbound = processors.filter(({ agreedOn }) => !/^\d{4}-\d\d-\d\d$/.test(agreedOn))
  const abroad = processors
    .filter(({ country }) => !isInEea(country))
    .flatMap(({ id, country, transferBasis }) => {
      if (thirdCountries === 'none')
        return [`Processor ${id} is in ${country}, and this site promises no third countries (R1.15)`]
      return transferBasis ? [] : [`Processor ${id} is in ${country} and names no basis for the transfer (T18.1)`]
    })
  return [
    ...unbound.map(({ id }) => `Processor ${id} has no agreement (T4.3)`),
    ...abroad,
    ...assignmentProblems(model),
  ]
}

/** Everybody who works for us works on something that the record names, and nobody works on it who is not declared. */
function assignmentProblems(model: PolicyModel): string[] {
  const declared = new Set(model.processors.map(({ id }) => id))
  const busy = new Set(model.activities.flatMap((one) => processorsOf(model, one).map(({ id }) => id)))
  return [
    ...model.activities.flatMap((one) => [
      ...one.processors
        .filter((id) => !declared.has(id))
        .map((id) => `Activity ${one.id} names ${id}, who is no declared processor (T4.3)`),
      ...processorsOf(model, one)
        .filter(({ country }) => one.thirdCountries === 'none' && !isInEea(country))
        .map(
          ({ id, country }) => `Activity ${one.id} stays in the EEA, and its processor ${id} is in ${country} (R1.15)`,
        ),
    ]),
    ...[...declared].filter((id) => !busy.has(id)).map((id) => `Processor ${id} works on no activity`),
  ]
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
