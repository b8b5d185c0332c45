import { queueStaffMail } from '#features/notifications/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import { type Permit, personOf } from '#policy/permit.ts'
import { saveIdentityCheck, saveRequest, saveState } from './ask.sql.ts'
import type { Asked } from './ask-form.ts'
import { freezeCase } from './freeze-case.ts'
import { freezesAtOnce, type Right } from './rights.ts'
import type { Destination } from './routing.ts'

type Asking = {
  readonly tx: Tx
  readonly permit: Permit<'my-rights.request'>
  readonly key: PersonKey
  readonly now: Temporal.Instant
}

/** One request to one controller, with the log-in as its identity check (T3.1); an objection freezes the case with it (T5.6). */
export async function passOn(
  asking: Asking,
  right: Right,
  what: { destination: Destination; input: Asked },
): Promise<void> {
  const { tx, permit, key, now } = asking
  const { caseId, controllerId } = what.destination
  const id = newId<'rights-request'>()
  const { field, text, proposal } = what.input
  const isCorrection = right === 'rectification'
  await saveRequest(tx, {
    id,
    caseId,
    controllerId,
    right,
    now,
    personId: personOf(permit),
    field: isCorrection ? field : null,
    text: text === null ? null : seal(key, 'rights_requests.text', text),
    proposal: isCorrection && proposal ? seal(key, 'rights_requests.proposal', proposal) : null,
  })
  await saveIdentityCheck(tx, { requestId: id, means: 'eid', by: null, now })
  for (const state of ['received', 'identified', 'routed'] as const)
    await saveState(tx, { requestId: id, state, byKind: 'patient', now })
  if (freezesAtOnce(right)) await freezeCase(asking, { caseId, requestId: id })
  await queueStaffMail(tx, { template: 'rights-request', organisationId: controllerId, userId: null, caseId })
}
