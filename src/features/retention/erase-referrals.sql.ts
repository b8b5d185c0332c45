import type { Id } from '#kernel/ids.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ReferralToErase = {
  case_id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  /** False where nobody withdrew the consent and the insurer has left. */
  is_withdrawn: boolean
}

/** Of insurers that have left; and what a hold kept when its consent was withdrawn, and does not keep any more. */
export const referralsToErase = (reader: Reader) =>
  reader.rows<ReferralToErase>(
    sql`select case_id, person_id, insurer_id, is_withdrawn from referrals_to_erase() limit 200`,
  )

/** False when there is nothing left to erase, or a hold has come in between. */
export const eraseReferral = async (tx: Tx, caseId: Id<'case'>) =>
  (await tx.row<{ erased: boolean }>(sql`select erase_referral(${caseId}) as erased`)).erased

/** Every clinic that the case was ever handed to. */
export const clinicsThatReceived = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ id: Id<'organisation'> }>(sql`
    select distinct recipient_id as id from disclosures where case_id = ${caseId} and direction = 'to-clinic'`)
