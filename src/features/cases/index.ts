import type { Action } from '#platform/http/action.ts'
import { answerSessionRequest, showSessionRequest } from './answer-session-request.ts'
import { attachFiles } from './attach-files.ts'
import { createCase, showCaseForm } from './create-case.ts'
import { downloadAttachment } from './download-attachment.ts'
import { listCases } from './list-cases.ts'
import { listSessionRequests } from './list-session-requests.ts'
import { markCaseConsent, showConsentForm } from './mark-consent.ts'
import { showCase } from './show-case.ts'
import { showWithdrawal, withdrawCaseConsent, withdrawForPatient } from './withdraw-consent.ts'

export { approve } from './approve.ts'
export { attachmentOf, attachmentsOf } from './attachments.sql.ts'
export { attachmentName, openAttachment } from './attachments.ts'
export { type CaseField, caseFields, caseFieldTexts } from './case-fields.ts'
export { type CaseState, caseStates, caseStateTexts } from './case-state.ts'
export { casesCatalogue } from './cases.data.ts'
export {
  clinicsBehind,
  type EntryChoices,
  type EntryDraft,
  type EntryFault,
  entryChoices,
  faultsOf,
  type Treatment,
} from './check-entry.ts'
export type { NewCase, OpenCaseOutcome, Opening } from './new-case.ts'
export { openCase } from './open-case.ts'
export { comingAppointmentsOf } from './release-appointments.sql.ts'
export { releaseComingAppointments } from './release-appointments.ts'
export { transferOnConsent } from './transfer-on-consent.ts'
export { withdrawForPatient }

export const caseActions: readonly Action[] = [
  listCases,
  showCaseForm,
  createCase,
  showCase,
  attachFiles,
  downloadAttachment,
  showConsentForm,
  markCaseConsent,
  showWithdrawal,
  withdrawCaseConsent,
  listSessionRequests,
  showSessionRequest,
  answerSessionRequest,
]
