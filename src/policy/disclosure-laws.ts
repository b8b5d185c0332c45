import type { Texts } from '#kernel/language.ts'
import { type DataCategory, dataOfACase } from './categories.ts'

/** What a law can reach of a case: all but what its patient asked for by a right, and who has looked. */
export const dataWithinReach = dataOfACase.filter(
  (category) => category !== 'health.request' && category !== 'access-history',
)

/** A law by which an authority can demand data, with its section: without one of these, no authority is told anything (T8.1, R1.14). */
export type DisclosureLaw = {
  /** Stands in the ledger for good: never given to another law. The database knows the same ids. */
  readonly id: string
  readonly law: Texts<string>
  /** Who may ask by it. */
  readonly authority: Texts<string>
  /** What must be so, in words that a patient can read. */
  readonly when: Texts<string>
  /** Whom it binds. */
  readonly binds: readonly ('insurer' | 'clinic')[]
  /** The most that it can be about. */
  readonly data: readonly DataCategory[]
}

type Disclosing = {
  readonly id: string
  readonly recipients: readonly string[]
  readonly basis: { readonly article6: string }
  readonly data: readonly DataCategory[]
  readonly laws?: readonly DisclosureLaw[]
}

/** The laws of a model that bind this kind of controller, in the model's order. */
export const lawsThatBind = (
  { activities }: { readonly activities: readonly Pick<Disclosing, 'laws'>[] },
  kind: 'insurer' | 'clinic',
): readonly DisclosureLaw[] => activities.flatMap(({ laws = [] }) => laws.filter(({ binds }) => binds.includes(kind)))

/** What of a model's disclosures to authorities does not hold: an authority without a law, or a law that is not said whole. */
export function lawProblems(activities: readonly Disclosing[]): string[] {
  const ids = activities.flatMap(({ laws = [] }) => laws.map(({ id }) => id))
  return [
    ...activities.flatMap(problemsOf),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Law ${id} stands twice`),
  ]
}

function problemsOf({ id, recipients, basis, data, laws = [] }: Disclosing): string[] {
  const toAuthorities = recipients.includes('authority')
  const said: string[] = []
  if (toAuthorities && laws.length === 0) said.push(`Activity ${id} tells authorities and names no law (T8.1)`)
  if (!toAuthorities && laws.length > 0) said.push(`Activity ${id} names laws and tells no authority`)
  if (laws.length > 0 && basis.article6 !== 'legal-obligation')
    said.push(`Activity ${id} names laws and does not rest on them (T8.1)`)
  return [...said, ...laws.flatMap((law) => wordingProblems(law, { id, data }))]
}

function wordingProblems(one: DisclosureLaw, activity: Pick<Disclosing, 'id' | 'data'>): string[] {
  const words = [one.law, one.authority, one.when].flatMap(({ da, en }) => [da, en])
  const isWhole = words.every((text) => text?.trim()) && one.law.da.includes('§')
  const isWithin = one.data.length > 0 && one.data.every((category) => activity.data.includes(category))
  return [
    ...(isWhole ? [] : [`Law ${one.id} lacks words or its section`]),
    ...(one.binds.length > 0 ? [] : [`Law ${one.id} binds nobody`]),
    ...(isWithin ? [] : [`Law ${one.id} is about more or less than activity ${activity.id}`]),
  ]
}
