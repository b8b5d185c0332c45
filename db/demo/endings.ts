import { dayOf, type Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Book } from './book.ts'
import { hex } from './rows.ts'
import { actorOf, memberOf, organisationIdOf } from './team.ts'
import type { Telling } from './telling.ts'
import { words } from './treatments.ts'

/** How far a case came after its visits: withdrawn, closed, or with a request for more sessions. */
export function writeEnding(book: Book, telling: Telling): void {
  switch (telling.state) {
    case 'withdrawn':
      return writeWithdrawal(book, telling)
    case 'closed':
      return writeClosure(book, telling)
    case 'request-open':
    case 'request-granted':
    case 'request-refused':
      return writeRequest(book, telling)
    default:
  }
}

function writeWithdrawal(book: Book, { consentMarkId, caseId, personId, withdrawnAt }: Telling): void {
  if (!withdrawnAt) return
  book.add('consent_withdrawals', {
    consent_mark_id: consentMarkId,
    case_id: caseId,
    withdrawn_by_kind: 'patient',
    withdrawn_by: personId,
    withdrawn_at: withdrawnAt,
  })
  const actor = { kind: 'patient', personId } as const
  book.happened({ at: withdrawnAt, action: 'my-case.withdraw-consent', actor, personId, caseId })
}

function writeClosure(book: Book, telling: Telling): void {
  const { caseId, personId, clinic, random, key, now } = telling
  const by = memberOf(clinic, 'practitioner')
  const at = now.subtract({ hours: 24 * random.whole(1, 6) + 2 })
  const outcome = random.pick(['recovered', 'improved', 'improved', 'unchanged', 'referred-on'])
  const summary = seal(key, 'course_closures.summary', random.pick(words.summaries))
  book.add('course_closures', {
    case_id: caseId,
    clinic_id: organisationIdOf(clinic),
    person_id: personId,
    outcome,
    summary_sealed: hex(summary),
    closed_by: by.id,
    closed_at: at,
  })
  book.happened({ at, action: 'course.close', actor: actorOf(by), personId, caseId })
  report(book, telling, { at, by: by.id, field: 'outcome' })
}

function writeRequest(book: Book, telling: Telling): void {
  const { caseId, personId, clinic, handler, random, key, now, state } = telling
  const id = random.id()
  const by = memberOf(clinic, 'practitioner')
  const at = now.subtract({ hours: random.whole(30, 120) })
  book.add('session_requests', {
    id,
    clinic_id: organisationIdOf(clinic),
    insurer_id: handler.organisationId,
    case_id: caseId,
    person_id: personId,
    sessions: random.whole(2, 6),
    reason_sealed: hex(seal(key, 'session_requests.reason', random.pick(words.requests))),
    requested_by: by.id,
    requested_at: at,
  })
  book.happened({ at, action: 'session-request.create', actor: actorOf(by), personId, caseId })
  report(book, telling, { at, by: by.id, field: 'session-request' })
  if (state !== 'request-open') writeAnswer(book, telling, { id, at: at.add({ hours: random.whole(3, 24) }) })
}

function writeAnswer(book: Book, telling: Telling, { id, at }: { id: string; at: Temporal.Instant }): void {
  const { caseId, personId, handler, random, key, now, arc, state } = telling
  const approvalId = state === 'request-granted' ? random.id() : null
  if (approvalId) {
    book.add('approvals', {
      id: approvalId,
      case_id: caseId,
      insurer_id: handler.organisationId,
      sessions: random.whole(2, 6),
      valid_from: dayOf(at),
      valid_until: dayOf(now).add({ days: arc.validDays }),
      any_clinic: true,
      granted_by: handler.id,
      granted_at: at,
    })
  }
  const refusal = approvalId ? null : hex(seal(key, 'session_answers.refusal', random.pick(words.refusals)))
  book.add('session_answers', {
    request_id: id,
    approval_id: approvalId,
    refusal_sealed: refusal,
    answered_by: handler.id,
    answered_at: at,
  })
  book.happened({ at, action: 'session-request.answer', actor: actorOf(handler), personId, caseId })
}

function report(book: Book, telling: Telling, told: { at: Temporal.Instant; by: string; field: string }): void {
  const { caseId, personId, clinic, handler, consentMarkId, random } = telling
  book.add('disclosures', {
    id: random.id(),
    recipient_id: handler.organisationId,
    case_id: caseId,
    person_id: personId,
    direction: 'to-insurer',
    consent_mark_id: consentMarkId,
    activity: 'referral.course',
    basis: 'consent',
    purpose: 'referral-transfer',
    fields: [told.field],
    disclosed_by_organisation: organisationIdOf(clinic),
    disclosed_by: told.by,
    disclosed_at: told.at,
  })
}
