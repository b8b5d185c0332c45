import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { consentOf, organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { keepWords, saveMarks } from './consent.sql.ts'
import type { Marking } from './consent.ts'

/** As `markConsent` for many cases at once, each with its own permit. The marks come in the order given. */
export async function markConsents(
  tx: Tx,
  markings: readonly { readonly permit: Permit<'case.mark-consent'>; readonly marking: Marking }[],
): Promise<Id<'consent-mark'>[]> {
  const marks = markings.map(({ permit, marking }) => ({
    ...marking,
    id: newId<'consent-mark'>(),
    textVersion: permit.policyVersion,
    textHash: consentOf(permit).hash,
    organisationId: organisationOf(permit),
    markedBy: userOf(permit),
  }))
  const wordings = new Map(markings.map(({ permit }) => [consentOf(permit).hash, consentOf(permit)]))
  for (const asked of wordings.values()) await keepWords(tx, asked)
  await saveMarks(tx, marks)
  return marks.map(({ id }) => id)
}
