import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ReferralRow = {
  /** `live`: its consent was never withdrawn, or was given again, and its insurer is still there. `held`: it would be gone, and something keeps it for now. */
  fate: 'live' | 'held' | 'erased' | 'none'
  /** Whether a complaint, a claim or a request for a copy keeps it from being erased. */
  is_held: boolean
  /** When it was last erased. */
  erased_at: Temporal.Instant | null
}

/** How it is with what the insurer wrote for the clinic and attached, which rests on the consent alone (T20.1). */
export const referralOf = (reader: Reader, caseId: Id<'case'>) =>
  reader.row<ReferralRow>(sql`
    select referral_is_held(${caseId}) as is_held, gone.at as erased_at,
      case when not referral_has_no_basis(${caseId}) then 'live' when referral_is_there(${caseId}) then 'held'
        when gone.at is not null then 'erased' else 'none' end as fate
    from (select max(erased_at) as at from referral_erasures where case_id = ${caseId}) gone`)
