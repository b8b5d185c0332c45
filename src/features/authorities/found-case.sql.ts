import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ToldCaseRow = {
  id: Id<'case'>
  person_id: Id<'person'>
  case_number: string
  insurer_id: Id<'organisation'>
  name_sealed: Buffer
}

/** From here to the end of the transaction a clinic sees its own rows of this case as the law needs them, restricted or not. */
export const lookByLaw = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows(sql`select set_config('app.lawful_case', ${caseId}, true)`)

export const caseToTell = (reader: Reader, caseId: Id<'case'>) =>
  reader.maybeRow<ToldCaseRow>(sql`
    select c.id, c.person_id, c.case_number, c.insurer_id, p.name_sealed
    from cases c join patients p on p.id = c.patient_id where c.id = ${caseId}`)

export const controllerById = (reader: Reader, id: Id<'organisation'>) =>
  reader.row<{ name: string; cvr: string }>(sql`select name, cvr from organisations where id = ${id}`)
