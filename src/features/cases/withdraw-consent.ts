import { withdrawConsent } from '#features/consent/index.ts'
import { disclosuresOfCase } from '#features/disclosure/index.ts'
import { queueNotification } from '#features/notifications/index.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { factsOfCase, findOwnCase } from './found-case.ts'
import { releaseComingAppointments } from './release-appointments.ts'
import { withdrawConsentView } from './withdraw-consent.view.tsx'

/** Says what a withdrawal means before it is done. */
export const showWithdrawal = action({
  at: routes.case.withdrawal.form,
  asks: 'case.withdraw-consent',
  load: findOwnCase,
  facts: factsOfCase,
  async run({ tx, page, found }) {
    return show(withdrawConsentView(page, { found, disclosures: await disclosuresOfCase(tx, found.id) }))
  },
})

/** Withdraws for the patient who asked for it: clinics lose sight at once and coming appointments are released. */
export const withdrawCaseConsent = action({
  at: routes.case.withdrawal.create,
  asks: 'case.withdraw-consent',
  load: findOwnCase,
  facts: factsOfCase,
  async run({ tx, permit, found, now, record }) {
    const caseId = found.id
    if (!(await withdrawConsent(tx, permit, caseId))) return seeOther(routes.case.show.href({ caseId }))
    const released = await releaseComingAppointments(tx, permit, caseId, now)
    record({ detail: { released } })
    await queueNotification(tx, { template: 'consent-withdrawn', caseId, personId: found.person_id })
    return seeOther(routes.case.show.href({ caseId }, { notice: 'withdrawn' }))
  },
})
