import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { CaseField } from './case-fields.ts'

export type TreatmentRow = {
  code: string
  name_da: string
  name_en: string
  fields: { field: CaseField; required: boolean }[]
}

/** A treatment type with the fields it asks for, in their order. */
export const treatmentWithFields = (reader: Reader, code: string) =>
  reader.maybeRow<TreatmentRow>(sql`
    select t.code, t.name_da, t.name_en, coalesce((
      select json_agg(json_build_object('field', f.field, 'required', f.required) order by f.position)
      from treatment_type_fields f where f.treatment_type = t.code), '[]') as fields
    from treatment_types t where t.code = ${code}`)

export type ClinicRow = { id: Id<'organisation'>; name: string; town: string }

/** The clinics with somebody who gives the treatment on that day. */
export const clinicsThatOffer = (reader: Reader, treatment: string, on: Temporal.PlainDate) =>
  reader.rows<ClinicRow>(sql`
    select o.id, o.name, l.town from organisations o join clinic_locations l on l.clinic_id = o.id
    where o.kind in ('clinic', 'hospital') and clinic_offers(o.id, ${treatment}, ${on})
    order by o.name`)
