import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { PolicyChange, PolicyModel } from './model.ts'
import type { PolicyVersion } from './version.ts'
import type { ActionName } from './vocabulary.ts'

/** SHA-256 over the canonical JSON (RFC 8785) of the terms: which text somebody accepted. */
export function termsHashOf({ terms }: Pick<PolicyModel, 'terms'>): Buffer {
  const text = canonicalize(terms)
  if (text === undefined) throw new Error('Terms are plain data')
  return createHash('sha256').update(text).digest()
}

export type TermsToAccept = {
  /** What is enforced now; its text is shown and accepted. */
  readonly served: PolicyVersion
  /** Whoever accepted this version or a later one has nothing more to accept. */
  readonly least: number
}

/** What the model that is served asks of those who log in (T19.5). A file of a later version asks nothing before it is served. */
export function termsToAccept(
  versions: readonly PolicyVersion[],
  { site, version }: Pick<PolicyModel, 'site' | 'version'>,
): TermsToAccept {
  const served = versions.find((one) => one.version === version)
  if (!served) throw new Error(`Version ${version} of the policy of ${site} is served and not published`)
  const until = versions.filter((one) => Number(one.version) <= Number(version))
  return { served, least: Math.max(...until.filter(asksForAcceptance).map((one) => Number(one.version))) }
}

/** The first version, and each with an important change. */
export const asksForAcceptance = ({ model }: PolicyVersion): boolean => !model.change || model.change.important

export type ChangedVersion = PolicyVersion & { readonly model: { readonly change: PolicyChange } }

/** Every change after the version that was accepted, up to the one that is served, the newest first. */
export const changesSince = (
  versions: readonly PolicyVersion[],
  { accepted, served }: { readonly accepted: number; readonly served: PolicyVersion },
): readonly ChangedVersion[] =>
  versions
    .filter((one): one is ChangedVersion => one.model.change !== null)
    .filter(({ version }) => Number(version) > accepted && Number(version) <= Number(served.version))
    .toSorted((a, b) => Number(b.version) - Number(a.version))

/**
 * What stays possible for somebody who has not accepted the terms: reading them, logging out, and everything that is theirs by law, whether they
 * accept or not.
 */
const possible: ReadonlySet<ActionName> = new Set<ActionName>([
  'terms.accept',
  'privacy.view',
  'api.describe',
  'language.choose',
  'cookies.choose',
  'log-in.view',
  'log-in.eid',
  'log-in.staff',
  'log-out',
  'password.reset',
  'invitation.accept',
  'my-rights.view',
  'my-rights.request',
  'my-request.view',
  'my-copy.download',
  'my-case.known-by',
  'my-case.withdraw-consent',
  'case.withdraw-consent',
  'appointment.view',
  'appointment.cancel',
])

/** Whether it can be done without having accepted the terms. What is not named here cannot. */
export const isPossibleBeforeTerms = (action: ActionName): boolean => possible.has(action)
