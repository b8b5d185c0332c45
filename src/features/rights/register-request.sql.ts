import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type NumberedCase = { id: Id<'case'>; person_id: Id<'person'>; insurer_id: Id<'organisation'> }

/** The case with this number that the organisation has or sees; none when two insurers use the same number for cases it sees. */
export async function caseNumbered(reader: Reader, caseNumber: string): Promise<NumberedCase | null> {
  const found = await reader.rows<NumberedCase>(sql`
    select c.id, c.person_id, c.insurer_id from cases c where c.case_number = ${caseNumber}
      and exists (select from person_keys k where k.person_id = c.person_id and k.wrapped is not null) limit 2`)
  return found.length === 1 ? (found[0] ?? null) : null
}
