import { type Id, newId } from '#kernel/ids.ts'
import { dayOf, startOfDay, type Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { saveIdentityCheck, saveRequest, saveState } from './ask.sql.ts'
import { freezeCase } from './freeze-case.ts'
import { later, type Registered } from './register-form.ts'
import type { NumberedCase } from './register-request.sql.ts'
import { freezesAtOnce } from './rights.ts'

type Entering = {
  readonly tx: Tx
  readonly permit: Permit<'rights-request.register'>
  readonly key: PersonKey
  readonly now: Temporal.Instant
}

/** One request to the colleague's own organisation, received on the day they say; an objection to the insurer freezes the case once it is known who asks. */
export async function enterRequest(
  { tx, permit, key, now }: Entering,
  { id: caseId, person_id: personId, insurer_id }: NumberedCase,
  { right, field, text, receivedOn, means }: Registered,
): Promise<Id<'rights-request'>> {
  const id = newId<'rights-request'>()
  const [controllerId, by] = [organisationOf(permit), userOf(permit)]
  const receivedAt = receivedOn.equals(dayOf(now)) ? now : startOfDay(receivedOn)
  await saveRequest(tx, {
    id,
    personId,
    caseId,
    controllerId,
    right,
    proposal: null,
    field: right === 'rectification' ? field : null,
    text: text === null ? null : seal(key, 'rights_requests.text', text),
    now: receivedAt,
  })
  const save = (state: 'received' | 'identified' | 'routed') =>
    saveState(tx, { requestId: id, state, byKind: 'staff', by, now })
  await save('received')
  if (means !== later) {
    // Whoever was known when they asked does not wait: the month runs from that day.
    await saveIdentityCheck(tx, { requestId: id, means, by, now: receivedAt })
    await save('identified')
    await save('routed')
  }
  if (means !== later && freezesAtOnce(right) && insurer_id === controllerId)
    await freezeCase({ tx, permit, now }, { caseId, requestId: id })
  return id
}
