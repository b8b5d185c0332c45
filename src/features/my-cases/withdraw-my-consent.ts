import { type AppointmentRow, appointmentsOfCase } from '#features/appointments/index.ts'
import { releaseComingAppointments } from '#features/cases/index.ts'
import { liveMark, marksOfCase, referralOf, withdrawConsent } from '#features/consent/index.ts'
import { disclosuresOfCase } from '#features/disclosure/index.ts'
import { queueNotification, queueStaffMail } from '#features/notifications/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { type Reader, type Tx, violatedConstraint } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { Permit } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { factsOfMyCase, findMyCase } from './found-my-case.ts'
import { withdrawView } from './withdraw-my-consent.view.tsx'

/** What happens if the consent is withdrawn, told before it is (GDPR art. 7(3): as easy as giving it). */
export const askAboutWithdrawal = action({
  at: routes.my.withdrawal.form,
  asks: 'my-case.withdraw-consent',
  load: findMyCase,
  facts: factsOfMyCase,
  async run({ tx, page, found, now }) {
    const isLive = liveMark(await marksOfCase(tx, found.id)) !== null
    const clinics = (await clinicsWithSight(tx, found.id)).map(({ name }) => name)
    const appointments = await appointmentsOfCase(tx, found.id)
    const coming = appointments.filter((one) => isComing(one, now)).map((one) => one.starts_at)
    const { is_held: isHeld } = await referralOf(tx, found.id)
    return show(withdrawView(page, { found, isLive, clinics, coming, isHeld }))
  },
})

/** Withdraws: the clinic loses sight, coming appointments are released and the referral is erased in the same transaction; everybody concerned is told after it. */
export const withdrawMyConsent = action({
  at: routes.my.withdrawal.create,
  asks: 'my-case.withdraw-consent',
  load: findMyCase,
  facts: factsOfMyCase,
  async run({ tx, permit, found, now, record }) {
    const { id: caseId, person_id: personId, insurer_id } = found
    const clinics = await clinicsWithSight(tx, caseId)
    const back = (notice: string) => seeOther(routes.my.case.href({ caseId }, { notice }))
    if (!(await withdrawOnce(tx, permit, caseId))) return back('nothing-to-withdraw')
    const released = await releaseComingAppointments(tx, permit, caseId, now)
    await queueNotification(tx, { template: 'consent-withdrawn', caseId, personId })
    for (const organisationId of [insurer_id, ...clinics.map(({ id }) => id)])
      await queueStaffMail(tx, { template: 'consent-withdrawn', organisationId, userId: null, caseId })
    const { fate } = await referralOf(tx, caseId)
    record({ detail: { released, referral: fate } })
    return back(fate === 'held' ? 'withdrawn-held' : 'withdrawn')
  },
})

const isComing = ({ starts_at, cancelled_at }: AppointmentRow, now: Temporal.Instant): boolean =>
  cancelled_at === null && starts_at.epochMilliseconds > now.epochMilliseconds

/** Sent twice at once, the second finds nothing left to withdraw. */
async function withdrawOnce(tx: Tx, permit: Permit<'my-case.withdraw-consent'>, caseId: Id<'case'>): Promise<boolean> {
  try {
    return await tx.attempt(() => withdrawConsent(tx, permit, caseId))
  } catch (error) {
    if (violatedConstraint(error) === 'consent_withdrawals_pkey') return false
    throw error
  }
}

async function clinicsWithSight(reader: Reader, caseId: Id<'case'>) {
  const disclosures = await disclosuresOfCase(reader, caseId)
  const seeing = disclosures.filter(({ live, direction }) => live && direction === 'to-clinic')
  return [...new Map(seeing.map((row) => [row.recipient_id, row.recipient_name]))].map(([id, name]) => ({ id, name }))
}
