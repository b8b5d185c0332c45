export { type CaseField, caseFields, caseFieldTexts } from './case-fields.ts'
export { approve, type NewCase, type OpenCaseOutcome, type Opening, openCase, transferOnConsent } from './open-case.ts'
