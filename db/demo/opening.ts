import { copenhagen, dayOf, type Temporal } from '#kernel/time.ts'
import { seal, sealBytes } from '#platform/crypto/field.ts'
import { consentAskedFor } from '#policy/consent-form.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import type { Book } from './book.ts'
import { clinics } from './organisations.ts'
import { pdfWith } from './referral-pdf.ts'
import { hex } from './rows.ts'
import { actorOf, memberOf, organisationIdOf } from './team.ts'
import type { Telling } from './telling.ts'
import { earliest } from './visits.ts'

const asked = consentAskedFor(referralPolicy, 'referral.transfer')
if (!asked) throw new Error('The demo’s patients agree to what the policy asks')
const { hash, words } = asked

/** The words that every patient of the demo agreed to. */
export const writeConsentWords = (book: Book): void => book.add('consent_texts', { hash, words })

/** What the insurer pays for, and at which clinics: any, one, or one of three. */
export function writeApproval(book: Book, telling: Telling, { sessions }: { sessions: number }): void {
  const { approvalId, caseId, handler, arc, openedAt, clinic, treatment, random, now } = telling
  const validFrom = dayOf(openedAt)
  const choice = choiceOf(telling)
  book.add('approvals', {
    id: approvalId,
    case_id: caseId,
    insurer_id: handler.organisationId,
    sessions,
    valid_from: validFrom,
    valid_until: dayOf(now).add({ days: arc.validDays }),
    any_clinic: choice === 'any',
    granted_by: handler.id,
    granted_at: openedAt,
  })
  if (choice === 'any') return
  const others = clinics.filter((one) => one !== clinic && one.professions.includes(treatment.profession))
  const named = choice === 'one' ? [clinic] : [clinic, ...random.shuffled(others).slice(0, 2)]
  for (const one of named) book.add('approval_clinics', { approval_id: approvalId, clinic_id: organisationIdOf(one) })
}

/** By the case's number, so that it comes out the same wherever it is asked. */
function choiceOf({ caseNumber }: Telling): 'any' | 'one' | 'three' {
  const at = Number(caseNumber.slice(-1))
  return at < 6 ? 'any' : at < 8 ? 'one' : 'three'
}

/** The consent mark, and the transfer: at once to a single clinic, otherwise when the patient books. */
export function writeConsent(book: Book, telling: Telling, firstBookingAt: Temporal.Instant | null): void {
  const { consentMarkId, caseId, personId, handler, openedAt, random } = telling
  const organisation = { marked_by_organisation: handler.organisationId, marked_by: handler.id }
  book.add('consent_marks', {
    id: consentMarkId,
    case_id: caseId,
    means: random.pick(['oral', 'oral', 'written', 'digital']),
    ...organisation,
    text_version: referralPolicy.version,
    text_hash: hash,
    marked_at: openedAt,
    // In UTC, as the database reckons today.
    consented_on: openedAt.toZonedDateTimeISO('UTC').toPlainDate(),
  })
  book.happened({ at: openedAt, action: 'case.mark-consent', actor: actorOf(handler), personId, caseId })
  book.add('notifications', {
    id: random.id(),
    case_id: caseId,
    appointment_id: null,
    person_id: personId,
    channel: 'mail',
    template: 'case-opened',
    queued_at: openedAt,
    sent_at: openedAt,
  })
  const isSingle = choiceOf(telling) === 'one'
  const at = isSingle ? openedAt : firstBookingAt
  if (at) writeTransfer(book, telling, { at, isSingle })
}

function writeTransfer(
  book: Book,
  telling: Telling,
  { at, isSingle }: { at: Temporal.Instant; isSingle: boolean },
): void {
  const { caseId, personId, handler, treatment, clinic, random, now } = telling
  const asked = new Set(treatment.details.flatMap((details) => Object.keys(details)))
  book.add('disclosures', {
    id: random.id(),
    recipient_id: organisationIdOf(clinic),
    case_id: caseId,
    person_id: personId,
    direction: 'to-clinic',
    consent_mark_id: telling.consentMarkId,
    activity: 'referral.transfer',
    purpose: 'referral-transfer',
    basis: 'consent',
    fields: ['contact', 'cpr', 'approval', 'attachments', ...asked],
    disclosed_by_organisation: handler.organisationId,
    disclosed_by: isSingle ? handler.id : personId,
    disclosed_at: at,
  })
  const actor = isSingle ? actorOf(handler) : ({ kind: 'patient', personId } as const)
  book.happened({ at, action: 'case.disclose', actor, personId, caseId })
  const seenAt = earliest(at.add({ hours: random.whole(1, 4) }), now)
  book.happened({
    at: seenAt,
    action: 'clinic-case.view',
    actor: actorOf(memberOf(clinic, 'secretary')),
    personId,
    caseId,
  })
}

export function writeAttachment(book: Book, telling: Telling): void {
  const { key, caseId, personId, handler, openedAt, random, caseNumber } = telling
  const on = openedAt.toZonedDateTimeISO(copenhagen).toPlainDate()
  const content = pdfWith(['Henvisning', `Sag ${caseNumber}`, `Dato ${on}`, 'Eksempel på et bilag. Opdigtet indhold.'])
  book.add('attachments', {
    id: random.id(),
    case_id: caseId,
    person_id: personId,
    kind: 'pdf',
    size_bytes: content.length,
    name_sealed: hex(seal(key, 'attachments.name', 'Henvisning.pdf')),
    content_sealed: hex(sealBytes(key, 'attachments.content', content)),
    uploaded_by_organisation: handler.organisationId,
    uploaded_by: handler.id,
    uploaded_at: openedAt,
  })
  book.happened({ at: openedAt, action: 'case.attach', actor: actorOf(handler), personId, caseId })
}
