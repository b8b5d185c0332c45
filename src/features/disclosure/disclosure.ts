import { type Id, newId } from '#kernel/ids.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { type Permit, personOf } from '#policy/permit.ts'
import { clinicsThatSee, fieldsOfTreatment, saveDisclosure } from './disclosure.sql.ts'

/** Always handed over with a case: who the patient is and how to reach them, what is approved, and the attachments. */
export const always = ['contact', 'cpr', 'approval', 'attachments'] as const

/** What kinds of data a transfer carries, for the gate. */
export const disclosedData = ['contact', 'cpr', 'health.approval', 'health.referral'] as const

export type HandOver = {
  readonly caseId: Id<'case'>
  readonly insurerId: Id<'organisation'>
  readonly clinicId: Id<'organisation'>
  readonly treatmentType: string
  readonly consentMarkId: Id<'consent-mark'>
}

export type HandOverOutcome = 'disclosed' | 'already' | 'no-consent' | 'clinic-not-approved'

/**
 * The one gate by which a case reaches a clinic (T4.4, R1.7): with the fields that its treatment type asks for and no more (R1.6), for the
 * purpose of the permit, into the ledger. Refused by the database, whoever calls, when the consent is not live or the clinic not approved.
 */
export async function discloseCase(tx: Tx, permit: Permit<'case.disclose'>, hand: HandOver): Promise<HandOverOutcome> {
  const seen = await clinicsThatSee(tx, hand.caseId)
  if (seen.some((row) => row.recipient_id === hand.clinicId)) return 'already'
  const asked = await fieldsOfTreatment(tx, hand.treatmentType)
  try {
    await tx.attempt(() =>
      saveDisclosure(tx, {
        id: newId(),
        recipientId: hand.clinicId,
        caseId: hand.caseId,
        personId: personOf(permit),
        direction: 'to-clinic',
        consentMarkId: hand.consentMarkId,
        activity: permit.activity,
        purpose: permit.purpose,
        fields: [...always, ...asked.map(({ field }) => field)],
        disclosedByOrganisation: hand.insurerId,
        disclosedBy: discloser(permit),
      }),
    )
    return 'disclosed'
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'no_transfer_without_live_consent':
      case 'no_transfer_without_consent_mark':
        return 'no-consent'
      case 'recipient_is_approved':
      case 'recipient_is_a_clinic':
        return 'clinic-not-approved'
      default:
        throw error
    }
  }
}

export function discloser({ actor }: Permit): string | null {
  if (actor.kind === 'staff') return actor.userId
  return actor.kind === 'patient' ? actor.personId : null
}
