import type { Id } from '#kernel/ids.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type PatientRow = {
  id: Id<'patient'>
  person_id: Id<'person'>
  organisation_id: Id<'organisation'>
  name_sealed: Buffer
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  postcode_sealed: Buffer | null
}

type NewPatient = {
  id: Id<'patient'>
  organisationId: Id<'organisation'>
  personId: Id<'person'>
  name: Buffer
  phone: Buffer | null
  email: Buffer | null
  postcode: Buffer | null
  nameIndex: readonly Buffer[]
  cprIndex: Buffer
  enteredBy: Id<'user'> | null
}

/** Enters an organisation's patient, or brings the record it has of that person up to date. */
export const savePatient = (tx: Tx, p: NewPatient) =>
  tx.row<{ id: Id<'patient'> }>(sql`
    insert into patients (id, organisation_id, person_id, name_sealed, phone_sealed, email_sealed, postcode_sealed, name_index, cpr_index, entered_by)
    values (${p.id}, ${p.organisationId}, ${p.personId}, ${p.name}, ${p.phone}, ${p.email}, ${p.postcode}, ${p.nameIndex}::bytea[], ${p.cprIndex}, ${p.enteredBy})
    on conflict on constraint one_patient_record_in_each_organisation do update set
      name_sealed = excluded.name_sealed, phone_sealed = excluded.phone_sealed, email_sealed = excluded.email_sealed,
      postcode_sealed = excluded.postcode_sealed, name_index = excluded.name_index, entered_by = excluded.entered_by, entered_at = now()
    returning id`)

export const patientById = (reader: Reader, id: Id<'patient'>) =>
  reader.maybeRow<PatientRow>(sql`
    select id, person_id, organisation_id, name_sealed, phone_sealed, email_sealed, postcode_sealed from patients where id = ${id}`)

export const patientRecordsOf = (reader: Reader, personId: Id<'person'>) =>
  reader.rows<PatientRow>(sql`
    select id, person_id, organisation_id, name_sealed, phone_sealed, email_sealed, postcode_sealed
    from patients where person_id = ${personId} order by entered_at desc`)

type ContactChange = {
  organisationId: Id<'organisation'>
  personId: string
  enteredBy: Id<'user'> | null
  name: Buffer | null
  phone: Buffer | null
  email: Buffer | null
  postcode: Buffer | null
  nameIndex: readonly Buffer[] | null
}

/** What is null stays as it is. */
export const saveContact = (tx: Tx, c: ContactChange) =>
  tx.run(sql`
    update patients set name_sealed = coalesce(${c.name}::bytea, name_sealed), phone_sealed = coalesce(${c.phone}::bytea, phone_sealed),
      email_sealed = coalesce(${c.email}::bytea, email_sealed), postcode_sealed = coalesce(${c.postcode}::bytea, postcode_sealed),
      name_index = coalesce(${c.nameIndex}::bytea[], name_index), entered_by = ${c.enteredBy}, entered_at = now()
    where organisation_id = ${c.organisationId} and person_id = ${c.personId}::uuid`)
