export { disclosureCatalogue } from './disclosure.data.ts'
export { type DisclosureRow, disclosuresOfCase, fieldsOfTreatment } from './disclosure.sql.ts'
export { discloseCase, type HandOver, type HandOverOutcome } from './disclosure.ts'
export { type Report, reportToInsurer } from './report-to-insurer.ts'
