import { liveMark, lockMarking, marksOfCase, referralOf, withdrawnOn } from '#features/consent/index.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { consentOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { caseFormTexts } from './case-form.texts.ts'
import { consentForm, consentIn, detailsIn } from './case-form.ts'
import { findCaseToMark } from './case-to-mark.ts'
import { factsOfCase } from './found-case.ts'
import { markConsentView } from './mark-consent.view.tsx'
import { approvalsOf } from './show-case.sql.ts'
import { clinicsIn, transferOnConsent } from './transfer-on-consent.ts'
import { writeReferral } from './write-referral.ts'

/** The page where a missing consent is marked, or one that was given again after a withdrawal. */
export const showConsentForm = action({
  at: routes.case.consent.form,
  asks: 'case.mark-consent',
  touches: ['health.approval'],
  load: findCaseToMark,
  facts: factsOfCase,
  async run({ tx, permit, page, found }) {
    const approvals = await approvalsOf(tx, found.id)
    return show(markConsentView(page, { found, approvals, asked: consentOf(permit) }, emptyForm))
  },
})

/** Marks the consent; a case with one clinic to go to goes there at once. A case that is marked already stays as it is. */
export const markCaseConsent = action({
  at: routes.case.consent.create,
  asks: 'case.mark-consent',
  touches: ['consent-history', 'health.approval'],
  load: findCaseToMark,
  facts: factsOfCase,
  input: ({ lacking }, { now }) => consentForm(dayOf(now), lacking),
  again: async ({ tx, permit, page, found, form }) =>
    markConsentView(page, { found, approvals: await approvalsOf(tx, found.id), asked: consentOf(permit) }, form),
  async run({ tx, permit, permitFor, found, input, form, page, services: { keyring } }) {
    const caseId = found.id
    const consent = consentIn(input)
    if (!consent) throw new Error('The form let a consent through without day or means')
    await lockMarking(tx, caseId)
    const marks = await marksOfCase(tx, caseId)
    if (liveMark(marks)) return seeOther(routes.case.show.href({ caseId }))
    const isErasedMeanwhile = found.lacking.length === 0 && (await referralOf(tx, caseId)).fate === 'erased'
    if (isErasedMeanwhile) return seeOther(routes.case.consent.form.href({ caseId }))
    const approvals = await approvalsOf(tx, caseId)
    const withdrawn = withdrawnOn(marks)
    if (withdrawn && Temporal.PlainDate.compare(consent.consentedOn, withdrawn) < 0) {
      const errors = [{ field: 'consentedOn', message: caseFormTexts.consentedBeforeWithdrawal[page.language] }]
      return show(markConsentView(page, { found, approvals, asked: consentOf(permit) }, { ...form, errors }), 422)
    }
    const clinics = clinicsIn(approvals)
    const { insurer_id: insurerId, person_id: personId, treatment_type: treatmentType } = found
    await writeReferral(
      { tx, keyring, permit: permitFor('case.create', factsOfCase(found), ['health.referral']) },
      found,
      detailsIn(input, found.lacking),
    )
    await transferOnConsent({ tx, permitFor }, { caseId, insurerId, personId, treatmentType, consent, clinics })
    return seeOther(routes.case.show.href({ caseId }, { notice: 'marked' }))
  },
})
