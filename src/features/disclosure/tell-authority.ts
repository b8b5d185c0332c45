import { type Id, newId } from '#kernel/ids.ts'
import { seal } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import type { DisclosureLaw } from '#policy/disclosure-laws.ts'
import { organisationOf, type Permit, personOf, userOf } from '#policy/permit.ts'
import type { AuthorityField } from './authority-fields.ts'
import { saveAuthorityLine } from './tell-authority.sql.ts'

export type Telling = {
  readonly caseId: Id<'case'>
  readonly key: PersonKey
  readonly authority: string
  readonly law: DisclosureLaw
  readonly fields: readonly AuthorityField[]
  readonly reason: string
  /** The document as it is given, word by word. */
  readonly content: string
}

/** The one gate by which an authority is told something of a case (T8.1, R1.14): by a law that the policy names, into the ledger, with the document. */
export async function tellAuthority(
  tx: Tx,
  permit: Permit<'authority-disclosure.create'>,
  { caseId, key, authority, law, fields, reason, content }: Telling,
): Promise<Id<'disclosure'>> {
  const id = newId<'disclosure'>()
  await saveAuthorityLine(tx, {
    id,
    caseId,
    personId: personOf(permit),
    activity: permit.activity,
    purpose: permit.purpose,
    authority,
    law: law.id,
    lawDa: law.law.da,
    lawEn: law.law.en,
    fields,
    organisationId: organisationOf(permit),
    userId: userOf(permit),
    reason: seal(key, 'disclosed_documents.reason', reason),
    content: seal(key, 'disclosed_documents.content', content),
  })
  return id
}
