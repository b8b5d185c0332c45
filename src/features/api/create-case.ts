import {
  clinicsBehind,
  type EntryChoices,
  type EntryFault,
  entryChoices,
  faultsOf,
  type NewCase,
  openCase,
} from '#features/cases/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { blindIndex } from '#platform/crypto/blind-index.ts'
import { sameBytes } from '#platform/crypto/tokens.ts'
import { action } from '#platform/http/action.ts'
import { type Answer, sendJson, withHeaders } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { type EnteredCase, newCaseSchema } from './case-schema.ts'
import { answeredBefore, lockKey, saveAnswer } from './idempotency.sql.ts'
import { type FieldProblem, problemOf } from './problems.ts'
import { readJson } from './read-body.ts'

/** Opens a case. The same request with the same key gets the same answer and opens nothing more. */
export const createCase = action({
  at: routes.api.createCase,
  asks: 'case.create',
  touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
  as: 'api',
  limit: 'api',
  async run({ tx, permit, permitFor, request, now, services, record }) {
    const key = request.headers.get('idempotency-key')?.trim()
    if (!key || key.length > 200) return problemOf('idempotency-key-missing')
    const text = await request.text()
    const organisationId = organisationOf(permit)
    const requestHash = blindIndex(services.keyring, `idempotency_keys.request/${organisationId}`, text)
    await lockKey(tx, { organisationId, key })
    const before = await answeredBefore(tx, { organisationId, key })
    if (before) {
      record({ detail: { repeated: true }, viewed: [{ personId: before.person_id, caseId: before.case_id }] })
      return sameBytes(before.request_hash, requestHash)
        ? opened(before.case_id, before.case_number)
        : problemOf('idempotency-key-reused')
    }

    const read = readJson(newCaseSchema, text)
    if (!read.ok) return read.problem
    const choices = await entryChoices(tx)
    const faults = faultsOf(draftOf(read.value), choices, dayOf(now))
    if (faults.length > 0) return problemOf('invalid', faults.map(toldAsField))
    const outcome = await openCase(
      { tx, keyring: services.keyring, permit, permitFor },
      newCaseFrom(read.value, choices),
    )
    if (outcome.kind === 'case-number-taken') return problemOf('case-number-taken')
    if (outcome.kind !== 'opened') throw new Error('A field was refused that the treatment asks for')
    await saveAnswer(tx, { organisationId, key, requestHash, caseId: outcome.caseId })
    record({ viewed: [outcome], detail: { consentMarked: Boolean(read.value.consent) } })
    return opened(outcome.caseId, read.value.caseNumber)
  },
})

/** Only what never changes, so that the answer is the same whenever it is asked for again. */
function opened(caseId: Id<'case'>, caseNumber: string): Answer {
  const href = routes.api.showCase.href({ caseId })
  return withHeaders(sendJson({ id: caseId, caseNumber, href }, 201), { Location: href })
}

const draftOf = ({ treatment, details, approval, consent }: EnteredCase) => ({
  ...approval,
  treatmentType: treatment,
  details,
  consentedOn: consent?.consentedOn as Temporal.PlainDate | undefined,
})

const newCaseFrom = (entered: EnteredCase, choices: EntryChoices): NewCase => ({
  caseNumber: entered.caseNumber,
  patient: {
    cpr: entered.patient.cpr,
    name: entered.patient.name,
    phone: entered.patient.phone ?? null,
    email: entered.patient.email ?? null,
    postcode: entered.patient.postcode ?? null,
  },
  treatmentType: entered.treatment,
  details: entered.details,
  approval: { ...entered.approval, clinics: clinicsBehind(entered.approval.clinics, choices) },
  consent: entered.consent ?? null,
})

const words: Readonly<Record<EntryFault['why'], string>> = {
  'field-required': 'This treatment asks for the field',
  'field-not-asked': 'This treatment does not ask for the field, so it must not be sent',
  'unknown-treatment': 'There is no such treatment',
  'period-backwards': 'The period ends before it begins',
  'period-over': 'The period is over already',
  'unknown-clinic': 'No clinic has this CVR number',
  'date-ahead': 'The date is ahead of us',
}
const pointers: Readonly<Record<string, string>> = {
  treatmentType: '/treatment',
  validUntil: '/approval/validUntil',
  clinics: '/approval/clinics',
  consentedOn: '/consent/consentedOn',
}

const toldAsField = ({ at, why }: EntryFault): FieldProblem => ({
  pointer: pointers[at] ?? `/details/${at}`,
  code: why,
  detail: words[why],
})
