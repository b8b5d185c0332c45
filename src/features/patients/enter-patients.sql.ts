import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type NewPerson = { id: string; cprIndex: Buffer; cprSealed: Buffer; epoch: number; wrapped: Buffer }

/** As `ensurePerson` for each, in the order given; a number that comes twice gives the same person twice. */
export const ensurePersons = (tx: Tx, persons: readonly NewPerson[]) =>
  tx.rows<{ id: Id<'person'>; epoch: number; wrapped: Buffer | null }>(sql`
    select p.id, p.epoch, p.wrapped
    from unnest(${persons.map(({ id }) => id)}::uuid[], ${persons.map((one) => one.cprIndex)}::bytea[],
        ${persons.map((one) => one.cprSealed)}::bytea[], ${persons.map(({ epoch }) => epoch)}::integer[],
        ${persons.map(({ wrapped }) => wrapped)}::bytea[]) with ordinality as offered (id, index, sealed, epoch, wrapped, n)
    cross join lateral ensure_person(offered.id, offered.index, offered.sealed, offered.epoch, offered.wrapped) p
    order by offered.n`)

export type NewPatient = {
  readonly id: Id<'patient'>
  readonly person_id: Id<'person'>
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly postcode: string | null
  readonly name_index: readonly string[]
  readonly cpr_index: string
}

/** Enters an organisation's patients, each person once, or brings its records up to date. Bytes are given as `\x` and hex digits. */
export const savePatients = (
  tx: Tx,
  patients: readonly NewPatient[],
  by: { organisationId: Id<'organisation'>; userId: Id<'user'> | null },
) =>
  tx.rows<{ id: Id<'patient'>; person_id: Id<'person'> }>(sql`
    insert into patients (id, organisation_id, person_id, name_sealed, phone_sealed, email_sealed, postcode_sealed, name_index, cpr_index, entered_by)
    select id, ${by.organisationId}, person_id, name, phone, email, postcode, name_index, cpr_index, ${by.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(patients)}::jsonb) as given (id uuid, person_id uuid, name bytea, phone bytea, email bytea,
      postcode bytea, name_index bytea[], cpr_index bytea)
    on conflict on constraint one_patient_record_in_each_organisation do update set
      name_sealed = excluded.name_sealed, phone_sealed = excluded.phone_sealed, email_sealed = excluded.email_sealed,
      postcode_sealed = excluded.postcode_sealed, name_index = excluded.name_index, entered_by = excluded.entered_by, entered_at = now()
    returning id, person_id`)
