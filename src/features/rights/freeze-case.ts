import { cancelAllAhead } from '#features/appointments/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Permit } from '#policy/permit.ts'
import { saveRestriction } from './ask.sql.ts'

type Freezing = {
  readonly tx: Tx
  readonly permit: Permit<'my-rights.request'> | Permit<'rights-request.register'> | Permit<'rights-request.answer'>
  readonly now: Temporal.Instant
}

/**
 * An objection freezes its case until it is decided (T5.6): stored only, coming visits called off. The database refuses it for somebody whom
 * nobody has made sure of (T3.1): a letter in a stranger's name takes no visit from anybody.
 */
export async function freezeCase(
  { tx, permit, now }: Freezing,
  { caseId, requestId }: { readonly caseId: Id<'case'>; readonly requestId: Id<'rights-request'> },
): Promise<void> {
  await saveRestriction(tx, { id: newId(), caseId, requestId, because: 'objection', now })
  await cancelAllAhead({ tx, now }, permit, caseId, 'case-restricted')
}
