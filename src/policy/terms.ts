import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { PolicyModel } from './model.ts'
import type { PolicyVersion } from './version.ts'
import type { ActionName } from './vocabulary.ts'

/** SHA-256 over the canonical JSON (RFC 8785) of the terms: which text somebody accepted. */
export function termsHashOf({ terms }: Pick<PolicyModel, 'terms'>): Buffer {
  const text = canonicalize(terms)
  if (text === undefined) throw new Error('Terms are plain data')
  return createHash('sha256').update(text).digest()
}

/** The newest version that asks to be accepted: the first one, or one with an important change (T19.5). */
export function versionToAccept(versions: readonly PolicyVersion[]): PolicyVersion {
  const asking = versions
    .filter(({ model }) => !model.change || model.change.important)
    .toSorted((a, b) => Number(b.version) - Number(a.version))
  const [newest] = asking
  if (!newest) throw new Error('A site has no version of its policy')
  return newest
}

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
