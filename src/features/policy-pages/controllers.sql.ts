import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ControllerRow = { kind: string; name: string; cvr: string; email: string; phone: string }

/** The insurers and clinics that we process for: all of them, or the one that asks. */
export const controllersServed = (reader: Reader, only: Id<'organisation'> | null) =>
  reader.rows<ControllerRow>(sql`
    select kind, name, cvr, email, phone from organisations
    where kind <> 'operator' and (${only}::uuid is null or id = ${only}::uuid) order by kind desc, name, id`)
