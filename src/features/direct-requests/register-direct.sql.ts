import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

/** A colleague who works here, by the address they log in with. */
export const colleagueWith = (reader: Reader, email: string) =>
  reader.maybeRow<{ id: Id<'user'>; language: Language | null }>(sql`
    select id, language from users where email = lower(${email}) and organisation_id = current_organisation()
      and not exists (select from user_removals r where r.user_id = users.id)`)

/** The latest that was written to the operator from this address; none for those who may not read that. */
export const latestEnquiryFrom = (reader: Reader, emailIndex: Buffer) =>
  reader.maybeRow<{ id: Id<'lead'>; language: Language }>(sql`
    select id, language from leads where email_index = ${emailIndex}::bytea order by received_at desc, id desc limit 1`)
