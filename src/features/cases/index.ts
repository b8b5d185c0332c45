import type { Action } from '#platform/http/action.ts'
import { listCases } from './list-cases.ts'

export { type CaseField, caseFields, caseFieldTexts } from './case-fields.ts'
export { approve, type NewCase, type OpenCaseOutcome, type Opening, openCase, transferOnConsent } from './open-case.ts'
export { comingAppointmentsOf } from './release-appointments.sql.ts'
export { releaseComingAppointments } from './release-appointments.ts'

export const caseActions: readonly Action[] = [listCases]
