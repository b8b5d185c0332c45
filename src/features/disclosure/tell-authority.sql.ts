import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type NewAuthorityLine = {
  id: string
  caseId: Id<'case'>
  personId: Id<'person'>
  activity: string
  purpose: string
  authority: string
  law: string
  lawDa: string
  lawEn: string
  fields: readonly string[]
  organisationId: Id<'organisation'>
  userId: Id<'user'> | null
  reason: Buffer
  content: Buffer
}

/** A line of the ledger with the document that was given: the database takes neither without the other. */
export async function saveAuthorityLine(tx: Tx, d: NewAuthorityLine): Promise<void> {
  await tx.run(sql`
    insert into disclosures (id, case_id, person_id, direction, activity, purpose, basis, authority, law, law_da, law_en, fields,
      disclosed_by_organisation, disclosed_by)
    values (${d.id}, ${d.caseId}, ${d.personId}, 'to-authority', ${d.activity}, ${d.purpose}, 'legal-duty', ${d.authority}, ${d.law}, ${d.lawDa},
      ${d.lawEn}, ${d.fields}, ${d.organisationId}, ${d.userId})`)
  await tx.run(sql`
    insert into disclosed_documents (disclosure_id, case_id, person_id, reason_sealed, content_sealed)
    values (${d.id}, ${d.caseId}, ${d.personId}, ${d.reason}, ${d.content})`)
}

export type AuthorityLineRow = {
  id: Id<'disclosure'>
  authority: string
  law_da: string
  law_en: string
  fields: string[]
  disclosed_by_name: string
  disclosed_at: Temporal.Instant
}

/** Which authorities were told of a case, oldest first: all of them for the person, their own for a controller. */
export const authoritiesTold = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<AuthorityLineRow>(sql`
    select d.id, d.authority, d.law_da, d.law_en, d.fields, o.name as disclosed_by_name, d.disclosed_at
    from disclosures d join organisations o on o.id = d.disclosed_by_organisation
    where d.case_id = ${caseId} and d.direction = 'to-authority' order by d.disclosed_at, d.id`)

/** The document that an authority was given, with why. */
export const documentGiven = (reader: Reader, caseId: Id<'case'>, id: string) =>
  reader.maybeRow<{ reason_sealed: Buffer; content_sealed: Buffer }>(sql`
    select x.reason_sealed, x.content_sealed from disclosed_documents x join disclosures d on d.id = x.disclosure_id
    where x.disclosure_id::text = ${id} and x.case_id = ${caseId} and d.disclosed_by_organisation = current_organisation()`)
