export { consentCatalogue } from './consent.data.ts'
export { type ConsentRow, marksOfCase } from './consent.sql.ts'
export { transferConsentTexts } from './consent.texts.ts'
export { type ConsentMeans, consentMeans, liveMark, type Marking, markConsent, withdrawConsent } from './consent.ts'
