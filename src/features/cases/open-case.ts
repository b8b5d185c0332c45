import type { ConsentMeans } from '#features/consent/index.ts'
import { liveMark, markConsent, marksOfCase } from '#features/consent/index.ts'
import { discloseCase } from '#features/disclosure/index.ts'
import { queueNotification } from '#features/notifications/index.ts'
import { type Contact, enterPatient } from '#features/patients/index.ts'
import type { Cpr } from '#kernel/cpr.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import type { Facts } from '#policy/facts.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import type { CaseField } from './case-fields.ts'
import { saveApproval, saveApprovalClinics, saveCase, saveDetails } from './open-case.sql.ts'

/** A case as a case handler, a file or a machine enters it. */
export type NewCase = {
  readonly caseNumber: string
  readonly patient: Contact & { readonly cpr: Cpr }
  readonly treatmentType: string
  readonly details: Readonly<Partial<Record<CaseField, string>>>
  readonly approval: {
    readonly sessions: number
    readonly validFrom: Temporal.PlainDate
    readonly validUntil: Temporal.PlainDate
    /** `any`: the patient chooses among all clinics; otherwise among these. */
    readonly clinics: 'any' | readonly Id<'organisation'>[]
  }
  /** The mark that the patient consents to the transfer; null leaves the case undisclosed until it is marked. */
  readonly consent: { readonly consentedOn: Temporal.PlainDate; readonly means: ConsentMeans } | null
}

export type OpenCaseOutcome =
  | { readonly kind: 'opened'; readonly caseId: Id<'case'>; readonly personId: Id<'person'> }
  | { readonly kind: 'case-number-taken' }
  | { readonly kind: 'field-not-asked' }

export type Opening = {
  readonly tx: Tx
  readonly keyring: Keyring
  readonly permit: Permit<'case.create'> | Permit<'import.confirm'>
  readonly permitFor: <Name extends ActionName>(action: Name, facts: Facts) => Permit<Name>
}

/** Opens a case: the patient, the details sealed under the person's key, the approval with its sessions, and, when the consent is marked, the transfer. */
export async function openCase(opening: Opening, entered: NewCase): Promise<OpenCaseOutcome> {
  try {
    return await opening.tx.attempt(() => saveAll(opening, entered))
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'case_number_is_used_once':
        return { kind: 'case-number-taken' }
      case 'only_fields_the_treatment_asks_for':
        return { kind: 'field-not-asked' }
      default:
        throw error
    }
  }
}

async function saveAll(opening: Opening, entered: NewCase): Promise<OpenCaseOutcome> {
  const { tx, keyring, permit } = opening
  const { patientId, personId, key } = await enterPatient(tx, keyring, permit, entered.patient)
  const base = { caseId: newId<'case'>(), insurerId: organisationOf(permit), treatmentType: entered.treatmentType }
  const by = userOf(permit)
  const { caseNumber } = entered
  await saveCase(tx, { ...base, id: base.caseId, caseNumber, patientId, personId, createdBy: by })
  const { fields, values } = sealedDetails(key, entered.details)
  await saveDetails(tx, { ...base, organisationId: base.insurerId, enteredBy: by, fields, values })
  await approve(tx, { ...base, ...entered.approval, grantedBy: by })
  if (entered.consent)
    await transferOnConsent(opening, { ...base, personId, consent: entered.consent, clinics: entered.approval.clinics })
  return { kind: 'opened', caseId: base.caseId, personId }
}

function sealedDetails(key: PersonKey, details: NewCase['details']) {
  const given = Object.entries(details).filter(([, value]) => value)
  return {
    fields: given.map(([field]) => field),
    values: given.map(([field, value]) => seal(key, `case_details.${field}`, value)),
  }
}

type Approving = NewCase['approval'] & {
  readonly caseId: Id<'case'>
  readonly insurerId: Id<'organisation'>
  readonly grantedBy: Id<'user'> | null
}

/** Grants sessions on a case. A further grant is a further approval; the clinical part of the case is not written again. */
export async function approve(tx: Tx, { clinics, ...approval }: Approving): Promise<Id<'approval'>> {
  const id = newId<'approval'>()
  await saveApproval(tx, { ...approval, id, anyClinic: clinics === 'any' })
  if (clinics !== 'any') await saveApprovalClinics(tx, id, clinics)
  return id
}

type Transferring = {
  readonly caseId: Id<'case'>
  readonly insurerId: Id<'organisation'>
  readonly treatmentType: string
  readonly personId: Id<'person'>
  readonly consent: NonNullable<NewCase['consent']>
  readonly clinics: NewCase['approval']['clinics']
}

/**
 * Marks the consent, tells the patient, and hands the case over when the insurer has named one clinic. With several to choose from, nothing
 * leaves the insurer until the patient has chosen: a clinic that will not treat has no need of it (R1.6).
 */
export async function transferOnConsent(
  { tx, permitFor }: Pick<Opening, 'tx' | 'permitFor'>,
  t: Transferring,
): Promise<void> {
  const facts = { personId: t.personId, caseId: t.caseId, organisationId: t.insurerId }
  await markConsent(tx, permitFor('case.mark-consent', facts), { caseId: t.caseId, ...t.consent })
  await queueNotification(tx, { template: 'case-opened', caseId: t.caseId, personId: t.personId })
  const [clinicId, ...others] = t.clinics === 'any' ? [] : t.clinics
  const mark = liveMark(await marksOfCase(tx, t.caseId))
  if (!clinicId || others.length > 0 || !mark) return
  const permit = permitFor('case.disclose', { ...facts, consentLive: true })
  await discloseCase(tx, permit, { ...t, clinicId, consentMarkId: mark.id })
}
