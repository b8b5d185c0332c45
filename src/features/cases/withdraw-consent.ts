import { type ReferralRow, referralOf, withdrawConsent } from '#features/consent/index.ts'
import { disclosuresOfCase } from '#features/disclosure/index.ts'
import { queueNotification, queueStaffMail } from '#features/notifications/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { action, type Running } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { factsOfCase, findOwnCase } from './found-case.ts'
import { releaseComingAppointments } from './release-appointments.ts'
import { withdrawConsentView } from './withdraw-consent.view.tsx'

/** Says what a withdrawal means before it is done. */
export const showWithdrawal = action({
  at: routes.case.withdrawal.form,
  asks: 'case.withdraw-consent',
  touches: ['booking', 'consent-history', 'health.approval', 'access-history'],
  load: findOwnCase,
  facts: factsOfCase,
  async run({ tx, page, found }) {
    const disclosures = await disclosuresOfCase(tx, found.id)
    return show(withdrawConsentView(page, { found, disclosures, referral: await referralOf(tx, found.id) }))
  },
})

/** Withdraws for the patient who asked for it: clinics lose sight at once, coming appointments are released, the referral is erased, and everybody is told. */
export const withdrawCaseConsent = action({
  at: routes.case.withdrawal.create,
  asks: 'case.withdraw-consent',
  touches: ['booking', 'consent-history', 'health.approval', 'access-history'],
  load: findOwnCase,
  facts: factsOfCase,
  async run({ found, ...running }) {
    const caseId = found.id
    const fate = await withdrawForPatient(running, { caseId, personId: found.person_id })
    if (!fate) return seeOther(routes.case.show.href({ caseId }))
    return seeOther(routes.case.show.href({ caseId }, { notice: fate === 'held' ? 'withdrawn-held' : 'withdrawn' }))
  },
})

type Withdrawing = Pick<Running<string, 'case.withdraw-consent', unknown, unknown>, 'tx' | 'permit' | 'now' | 'record'>

/** What a withdrawal by the insurer brings, from whichever way in. Tells what became of the referral; null when there was no consent to withdraw. */
export async function withdrawForPatient(
  { tx, permit, now, record }: Withdrawing,
  { caseId, personId }: { readonly caseId: Id<'case'>; readonly personId: Id<'person'> },
): Promise<ReferralRow['fate'] | null> {
  const clinics = await clinicsThatSee(tx, caseId)
  if (!(await withdrawConsent(tx, permit, caseId))) return null
  const released = await releaseComingAppointments(tx, permit, caseId, now)
  const { fate } = await referralOf(tx, caseId)
  record({ detail: { released, referral: fate } })
  await queueNotification(tx, { template: 'consent-withdrawn', caseId, personId })
  for (const organisationId of clinics)
    await queueStaffMail(tx, { template: 'consent-withdrawn', organisationId, userId: null, caseId })
  return fate
}

async function clinicsThatSee(reader: Reader, caseId: Id<'case'>): Promise<ReadonlySet<Id<'organisation'>>> {
  const handed = await disclosuresOfCase(reader, caseId)
  return new Set(handed.filter((one) => one.live && one.direction === 'to-clinic').map((one) => one.recipient_id))
}
