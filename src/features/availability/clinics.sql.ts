import type { Position } from '#kernel/distance.ts'
import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type OfferingClinic = {
  readonly id: Id<'organisation'>
  readonly name: string
  readonly town: string | null
  readonly km: number | null
}

type Offering = {
  readonly treatmentType: string
  /** Null: every clinic. */
  readonly clinicIds: readonly Id<'organisation'>[] | null
  readonly near: Position | null
}

/** The clinics that give a treatment, the nearest first, then by name. */
export const clinicsOffering = (reader: Reader, { treatmentType, clinicIds, near }: Offering) =>
  reader.rows<OfferingClinic>(sql`
    select o.id, o.name, l.town,
      kilometres_between(${near?.lat ?? null}::float8, ${near?.lon ?? null}::float8, l.latitude, l.longitude) as km
    from organisations o left join clinic_locations l on l.clinic_id = o.id
    where o.kind in ('clinic', 'hospital') and (${clinicIds}::uuid[] is null or o.id = any (${clinicIds}::uuid[]))
      and exists (select from practitioners p join practitioner_services s on s.practitioner_id = p.id
        where p.organisation_id = o.id and s.treatment_type = ${treatmentType})
    order by km nulls last, o.name`)
