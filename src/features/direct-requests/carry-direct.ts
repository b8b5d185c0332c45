/**
 * What follows from an answer to somebody who is no patient here, in the transaction of the answer: a value is corrected, an account ends, or an
 * account or an enquiry is stored only. What nothing here can do is done by hand, and the answer says so.
 */
import { saveState } from '#features/rights/index.ts'
import { readAuthorisationId } from '#kernel/authorisation-id.ts'
import { newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import type { PolicyModel } from '#policy/model.ts'
import { type Permit, userOf } from '#policy/permit.ts'
import { correctWhatWasAsked, endAccount, liftDirectRestriction } from './carry-direct.sql.ts'
import { type DirectDecision, isWritten } from './direct-decision-form.ts'
import { isAboutTheAccount } from './direct-request.ts'
import type { DirectRow } from './direct-requests.sql.ts'
import { saveDirectRestriction } from './enter.sql.ts'

export type Carrying = {
  readonly tx: Tx
  readonly permit: Permit<'direct-request.answer'>
  readonly model: PolicyModel
  readonly now: Temporal.Instant
}

export type Carried = 'done' | 'email-taken' | 'nothing-to-correct' | 'last-administrator' | 'other-house'

export async function carryDirect(carrying: Carrying, found: DirectRow, decision: DirectDecision): Promise<Carried> {
  const { tx, permit, model, now } = carrying
  if (decision.decision === 'refuse') {
    if (found.is_restricting) await liftDirectRestriction(tx, { requestId: found.id, by: userOf(permit), now })
    return 'done'
  }
  if (found.right === 'rectification') return correct(tx, found, decision.value ?? '')
  if (found.right === 'erasure' && found.user_id && isAboutTheAccount(model, found.activity))
    return end(carrying, found)
  if (found.right === 'restriction' && !found.is_restricting) await restrict(carrying, found)
  return 'done'
}

async function correct(tx: Tx, { id, field }: DirectRow, value: string): Promise<Carried> {
  if (!isWritten(field)) return 'done'
  try {
    return (await tx.attempt(() => correctWhatWasAsked(tx, id, inItsForm(field, value))))
      ? 'done'
      : 'nothing-to-correct'
  } catch (error) {
    if (violatedConstraint(error) === 'one_user_for_each_email') return 'email-taken'
    throw error
  }
}

function inItsForm(field: string, value: string): string {
  if (field === 'email') return value.toLowerCase()
  const id = field === 'authorisation-id' ? readAuthorisationId(value) : null
  return id?.ok ? id.value : value
}

async function end({ tx, permit, now }: Carrying, { id, user_id: userId }: DirectRow): Promise<Carried> {
  try {
    const ended = userId !== null && (await tx.attempt(() => endAccount(tx, userId)))
    if (!ended) return 'other-house'
  } catch (error) {
    if (violatedConstraint(error) === 'organisation_keeps_an_administrator') return 'last-administrator'
    throw error
  }
  await saveState(tx, { requestId: id, state: 'carried-out', byKind: 'staff', by: userOf(permit), now })
  return 'done'
}

/** An account only where the request is about it: what the operator decides about its own terms stops nobody's work at an insurer or clinic. */
async function restrict({ tx, model, now }: Carrying, found: DirectRow): Promise<void> {
  const userId = isAboutTheAccount(model, found.activity) ? found.user_id : null
  const leadId = found.lead_id
  if (!userId && !leadId) return
  const what = userId ? { userId, leadId: null } : { userId: null, leadId }
  await saveDirectRestriction(tx, { id: newId(), requestId: found.id, because: 'restriction', now, ...what })
}
