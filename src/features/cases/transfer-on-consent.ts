import { liveMark, markConsent, marksOfCase } from '#features/consent/index.ts'
import { discloseCase, disclosedData } from '#features/disclosure/index.ts'
import { queueNotification } from '#features/notifications/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { NewCase, Opening } from './new-case.ts'
import type { ApprovalRow } from './show-case.sql.ts'

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
  await markConsent(tx, permitFor('case.mark-consent', facts, ['consent-history']), { caseId: t.caseId, ...t.consent })
  await queueNotification(tx, { template: 'case-opened', caseId: t.caseId, personId: t.personId })
  const [clinicId, ...others] = t.clinics === 'any' ? [] : t.clinics
  const mark = liveMark(await marksOfCase(tx, t.caseId))
  if (!clinicId || others.length > 0 || !mark) return
  const permit = permitFor('case.disclose', { ...facts, consentLive: true }, disclosedData)
  await discloseCase(tx, permit, { ...t, clinicId, consentMarkId: mark.id })
}

/** Where a case may go by all its approvals together. */
export function clinicsIn(approvals: readonly ApprovalRow[]): 'any' | readonly Id<'organisation'>[] {
  if (approvals.some(({ any_clinic }) => any_clinic)) return 'any'
  return [...new Set(approvals.flatMap(({ clinics }) => clinics.map(({ id }) => id)))]
}
