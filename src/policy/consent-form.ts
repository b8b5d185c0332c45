import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Texts } from '#kernel/language.ts'

/**
 * What somebody is asked to say yes to: the one purpose of its activity, in words of its own, never ticked in advance, with what follows from
 * taking it back (GDPR art. 7). The cookie question is put together from the register; see `cookie-question.ts`.
 */
export type ConsentForm =
  | { readonly kind: 'statement'; readonly statement: Texts<string>; readonly withdrawing: Texts<string> }
  /** The same yes as for another activity of the same purpose. */
  | { readonly kind: 'same-as'; readonly activity: string }
  | { readonly kind: 'cookie-question' }

/** A statement to be shown and agreed to, as one version of a policy words it. */
export type AskedConsent = {
  /** The activity that rests on it. */
  readonly activity: string
  readonly statement: Texts<string>
  readonly withdrawing: Texts<string>
  /** Canonical JSON (RFC 8785) of what is agreed to, in both languages, and its SHA-256 in hex: the ledger keeps both. */
  readonly words: string
  readonly hash: string
}

type Basis = { readonly article6: string; readonly form?: ConsentForm }
type Asking = {
  readonly id: string
  readonly purpose: string
  readonly basis: Basis
  readonly article9: { readonly condition: string; readonly givenTo?: string } | null
  readonly takesConsentFor?: string
  readonly grants: readonly { readonly action: string }[]
}
type Asked = {
  readonly site: string
  readonly activities: readonly Asking[]
  readonly thirdParties: readonly Waiting[]
}
type Waiting = { readonly activity: string; readonly waitsFor?: string }

/** The statement that an activity rests on; null where it rests on something else. */
export function consentAskedFor(
  { site, activities }: Pick<Asked, 'site' | 'activities'>,
  id: string,
): AskedConsent | null {
  const form = activities.find((one) => one.id === id)?.basis.form
  if (form?.kind !== 'statement') return null
  const { statement, withdrawing } = form
  const words = canonicalize({ site, activity: id, statement, withdrawing }) ?? ''
  return { activity: id, statement, withdrawing, words, hash: createHash('sha256').update(words).digest('hex') }
}

/** The statement that is taken by an action. Throws when the action takes none: then nothing could be marked by it. */
export function consentTakenBy(model: Pick<Asked, 'site' | 'activities'>, action: string): AskedConsent {
  const taking = model.activities.find(({ grants }) => grants.some((grant) => grant.action === action))
  const asked = taking?.takesConsentFor ? consentAskedFor(model, taking.takesConsentFor) : null
  if (!asked) throw new Error(`The policy of ${model.site} takes no consent by ${action}`)
  return asked
}

/** What of a model's consents does not hold: a consent without words, words without a consent, or words that nobody is ever asked. */
export function consentProblems(model: Asked): string[] {
  return [
    ...model.activities.flatMap(formProblems),
    ...model.activities.flatMap(({ id, basis }) =>
      basis.form?.kind === 'cookie-question' && !model.thirdParties.some((one) => one.activity === id && one.waitsFor)
        ? [`Activity ${id} is asked for with the cookies, and no third party of it waits for the answer`]
        : [],
    ),
    ...takingProblems(model),
    ...model.activities.flatMap((one) => sharingProblems(one, model.activities)),
  ]
}

function formProblems(asking: Asking): string[] {
  const { id, basis } = asking
  const { article6, form } = basis
  const said: string[] = []
  if (article6 === 'consent' && !form) said.push(`Activity ${id} rests on consent and has no consent form`)
  if (article6 !== 'consent' && form) said.push(`Activity ${id} has a consent form and does not rest on consent`)
  if (form?.kind === 'statement' && !isWorded(form))
    said.push(`The consent form of activity ${id} lacks words in one of the languages`)
  return [...said, ...explicitProblems(asking)]
}

function explicitProblems({ id, basis: { form }, article9 }: Asking): string[] {
  if (article9?.condition !== 'explicit-consent') return []
  const isGivenHere = form?.kind === 'statement' || form?.kind === 'same-as'
  return isGivenHere === Boolean(article9.givenTo)
    ? [`Activity ${id} needs explicit consent: either its own form asks, or it says to whom else it is given`]
    : []
}

/** One yes covers one purpose (GDPR recital 32): what shares it has the same, and the words stand with the other. */
function sharingProblems({ id, purpose, basis: { form } }: Asking, all: readonly Asking[]): string[] {
  if (form?.kind !== 'same-as') return []
  const other = all.find((one) => one.id === form.activity)
  if (other?.basis.form?.kind !== 'statement')
    return [`Activity ${id} shares the consent of ${form.activity}, which has no words`]
  return other.purpose === purpose
    ? []
    : [`Activity ${id} shares the consent of ${form.activity}, which has another purpose`]
}

const isWorded = (form: Extract<ConsentForm, { kind: 'statement' }>) =>
  [form.statement, form.withdrawing].every(({ da, en }) => da?.trim() && en?.trim())

/** Each statement is taken in one place, which takes that one and no other: one tick never covers two. */
function takingProblems({ activities }: Asked): string[] {
  const stated = activities.filter(({ basis }) => basis.form?.kind === 'statement').map(({ id }) => id)
  const taken = activities.flatMap(({ takesConsentFor }) => takesConsentFor ?? [])
  return [
    ...stated.filter((id) => !taken.includes(id)).map((id) => `The consent to ${id} is taken nowhere`),
    ...taken.filter((id) => !stated.includes(id)).map((id) => `Consent is taken for ${id}, which asks for none`),
    ...taken
      .filter((id, at) => taken.indexOf(id) !== at)
      .map((id) => `The consent to ${id} is taken in more than one place`),
  ]
}
