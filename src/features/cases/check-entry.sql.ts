import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { CaseField } from './case-fields.ts'

export const treatmentsWithFields = (reader: Reader) =>
  reader.rows<{ code: string; name_da: string; name_en: string; asked: CaseField[]; required: CaseField[] }>(sql`
    select t.code, t.name_da, t.name_en, array_agg(f.field order by f.position) as asked,
      coalesce(array_agg(f.field order by f.position) filter (where f.required), '{}') as required
    from treatment_types t join treatment_type_fields f on f.treatment_type = t.code group by t.code order by t.name_da`)

export const clinicsWithCvr = (reader: Reader) =>
  reader.rows<{ id: Id<'organisation'>; cvr: string }>(
    sql`select id, cvr from organisations where kind in ('clinic', 'hospital') order by id`,
  )
