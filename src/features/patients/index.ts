export { patientsCatalogue } from './patients.data.ts'
export { type PatientRow, patientById, patientRecordsOf } from './patients.sql.ts'
export { type Contact, contactOf, type Entered, enterPatient, patientCprIndex, patientNameQuery } from './patients.ts'
export { cprOf, knownPersonWithCpr, PersonErased, personKeyFor, personKeysFor } from './person-keys.ts'
