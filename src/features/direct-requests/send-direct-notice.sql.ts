import type { RefusalLaw } from '#features/rights/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type NoticeTo = {
  id: Id<'rights-request'>
  asker: 'staff' | 'enquirer'
  language: Language
  email_sealed: Buffer | null
  /** Of the asker's account while it is there. */
  user_email: string | null
  controller_email: string
}

export const noticeTo = (reader: Reader, id: Id<'rights-request'>) =>
  reader.maybeRow<NoticeTo>(sql`
    select r.id, d.asker, coalesce(u.language, d.language) as language, d.email_sealed, u.email as user_email, o.email as controller_email
    from direct_requests d join rights_requests r on r.id = d.request_id join organisations o on o.id = r.controller_id
    left join users u on u.id = d.user_id and not exists (select from user_removals x where x.user_id = u.id)
    where r.id = ${id}`)

/** The newest step that the person is told about, with what was written. */
export const newestWord = (reader: Reader, id: Id<'rights-request'>) =>
  reader.maybeRow<{
    state: 'granted' | 'refused' | 'extended' | 'lifted'
    law: RefusalLaw | null
    note_id: string
    note_sealed: Buffer
  }>(sql`
    select s.state, s.law, n.id as note_id, n.text_sealed as note_sealed
    from direct_notes n join rights_request_states s on s.request_id = n.request_id and s.state = n.state
    where n.request_id = ${id} order by s.at desc limit 1`)
