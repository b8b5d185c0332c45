import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { type Permit, userOf } from '#policy/permit.ts'
import type { SessionAnswer } from './answer-form.ts'
import { approve } from './approve.ts'
import { type SessionRequestRow, saveAnswer } from './session-requests.sql.ts'

type Giving = {
  readonly tx: Tx
  readonly permit: Permit<'session-request.answer'>
  readonly key: PersonKey
  readonly today: Temporal.PlainDate
}

/** Saves an insurer's answer; the first counts, whoever gave it. */
export async function giveAnswer(
  giving: Giving,
  found: SessionRequestRow,
  answer: SessionAnswer,
): Promise<'given' | 'already'> {
  try {
    await giving.tx.attempt(() => saveWhole(giving, found, answer))
    return 'given'
  } catch (error) {
    if (violatedConstraint(error) === 'session_answers_pkey') return 'already'
    throw error
  }
}

async function saveWhole({ tx, permit, key, today }: Giving, found: SessionRequestRow, answer: SessionAnswer) {
  const answeredBy = userOf(permit)
  const base = { requestId: found.id, answeredBy }
  if (answer.kind === 'refuse') {
    const refusal = seal(key, 'session_answers.refusal', answer.refusal)
    return saveAnswer(tx, { ...base, approvalId: null, refusal })
  }
  const approvalId = await approve(tx, {
    caseId: found.case_id,
    insurerId: found.insurer_id,
    sessions: answer.sessions,
    validFrom: today,
    validUntil: answer.until,
    clinics: [found.clinic_id],
    grantedBy: answeredBy,
  })
  return saveAnswer(tx, { ...base, approvalId, refusal: null })
}
