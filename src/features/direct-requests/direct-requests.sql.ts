import type { IdentityMeans, RefusalLaw, RequestState, Right } from '#features/rights/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { DirectField } from './direct-request.ts'

export type DirectRow = {
  id: Id<'rights-request'>
  right: Right
  field: DirectField | null
  asker: 'staff' | 'enquirer'
  user_id: Id<'user'> | null
  /** Of a colleague; null when the asker is of another house, or no user. */
  user_name: string | null
  email_sealed: Buffer | null
  words_sealed: Buffer | null
  language: Language
  activity: string
  lead_id: Id<'lead'> | null
  controller_id: Id<'organisation'>
  /** Null for those who may not know organisations. */
  controller_name: string | null
  received_at: Temporal.Instant
  identified_at: Temporal.Instant | null
  means: IdentityMeans | null
  is_extended: boolean
  answer: 'granted' | 'refused' | null
  answered_at: Temporal.Instant | null
  law: RefusalLaw | null
  is_restricting: boolean
  is_carried_out: boolean
}

const requests = sql`
  select r.id, r."right", r.field, d.asker, d.user_id, u.name as user_name, d.email_sealed, d.words_sealed, d.language, d.activity, d.lead_id,
    r.controller_id, o.name as controller_name, r.received_at, i.checked_at as identified_at, i.means,
    s.state as answer, s.at as answered_at, s.law,
    exists (select from rights_request_states e where e.request_id = r.id and e.state = 'extended') as is_extended,
    exists (select from direct_restrictions x where x.request_id = r.id and x.lifted_at is null) as is_restricting,
    exists (select from rights_request_states c where c.request_id = r.id and c.state = 'carried-out') as is_carried_out
  from direct_requests d join rights_requests r on r.id = d.request_id
  left join organisations o on o.id = r.controller_id
  left join users u on u.id = d.user_id
  left join rights_identity_checks i on i.request_id = r.id
  left join rights_request_states s on s.request_id = r.id and s.state in ('granted', 'refused')`

/** What this organisation is asked by its staff, and the operator by others: the oldest that waits first, then what was answered. */
export const directRequestsTo = (reader: Reader, controllerId: Id<'organisation'>, limit: number) =>
  reader.rows<DirectRow>(sql`
    ${requests} where r.controller_id = ${controllerId}
    order by s.state is not null, case when s.state is null then r.received_at end, s.at desc, r.id limit ${limit}`)

export const directRequestsOfUser = (reader: Reader, userId: Id<'user'>) =>
  reader.rows<DirectRow>(sql`
    ${requests} where d.user_id = ${userId} order by s.state is not null, r.received_at desc, r.id limit 200`)

export const directRequestsOfEnquirer = (reader: Reader, index: Buffer) =>
  reader.rows<DirectRow>(sql`
    ${requests} where d.enquirer_index = ${index}::bytea order by s.state is not null, r.received_at desc, r.id limit 200`)

/** One request that the asker may know of. */
export const directRequestById = (reader: Reader, id: Id<'rights-request'>) =>
  reader.maybeRow<DirectRow>(sql`${requests} where r.id = ${id}`)

export type DirectStateRow = {
  state: RequestState
  by_name: string | null
  at: Temporal.Instant
  note_id: string | null
  note_sealed: Buffer | null
}

/** What has become of a request, in order. A colleague's name is seen by colleagues only. */
export const directStatesOf = (reader: Reader, id: Id<'rights-request'>) =>
  reader.rows<DirectStateRow>(sql`
    select s.state, u.name as by_name, s.at, n.id as note_id, n.text_sealed as note_sealed
    from rights_request_states s left join users u on u.id = s.by_user
    left join direct_notes n on n.request_id = s.request_id and n.state = s.state
    where s.request_id = ${id} order by s.at, array_position(array['received', 'identified', 'routed', 'granted', 'carried-out'], s.state)`)
