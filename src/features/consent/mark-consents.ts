import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { saveMarks } from './consent.sql.ts'
import { transferConsentVersion } from './consent.texts.ts'
import { type Marking, transferConsentHash } from './consent.ts'

/** As `markConsent` for many cases at once, each with its own permit. The marks come in the order given. */
export async function markConsents(
  tx: Tx,
  markings: readonly { readonly permit: Permit<'case.mark-consent'>; readonly marking: Marking }[],
): Promise<Id<'consent-mark'>[]> {
  const marks = markings.map(({ permit, marking }) => ({
    ...marking,
    id: newId<'consent-mark'>(),
    textVersion: transferConsentVersion,
    textHash: transferConsentHash,
    organisationId: organisationOf(permit),
    markedBy: userOf(permit),
  }))
  await saveMarks(tx, marks)
  return marks.map(({ id }) => id)
}
