export {
  type AuthorityField,
  authorityFieldKinds,
  authorityFields,
  authorityFieldsIn,
  authorityFieldTexts,
} from './authority-fields.ts'
export { discloseCases } from './disclose-cases.ts'
export { disclosureCatalogue } from './disclosure.data.ts'
export { type DisclosureRow, disclosuresOfCase, fieldsOfTreatment } from './disclosure.sql.ts'
export { discloseCase, disclosedData, type HandOver, type HandOverOutcome } from './disclosure.ts'
export { type Report, reportToInsurer } from './report-to-insurer.ts'
export { type AuthorityLineRow, authoritiesTold, documentGiven } from './tell-authority.sql.ts'
export { tellAuthority } from './tell-authority.ts'
