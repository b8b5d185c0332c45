import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { IdentityMeans, RefusalLaw, RequestState, Right } from './rights.ts'

export type RequestRow = {
  id: Id<'rights-request'>
  right: Right
  field: string | null
  person_id: Id<'person'> | null
  case_id: Id<'case'> | null
  case_number: string | null
  treatment_da: string | null
  treatment_en: string | null
  controller_id: Id<'organisation'>
  controller_name: string
  controller_email: string
  controller_kind: 'insurer' | 'clinic' | 'hospital'
  /** Of whoever asks: on the controller's own record, or on that of the case. */
  name_sealed: Buffer | null
  text_sealed: Buffer | null
  proposal_sealed: Buffer | null
  received_at: Temporal.Instant
  identified_at: Temporal.Instant | null
  means: IdentityMeans | null
  is_extended: boolean
  answer: 'granted' | 'refused' | null
  answered_at: Temporal.Instant | null
  answer_sealed: Buffer | null
  law: RefusalLaw | null
  is_restricting: boolean
  /** The day on which its restriction ends, because nobody is left to lift it. */
  restriction_ends_on: Temporal.PlainDate | null
  /** Whether its agreement is over: an answer may still come from its former administrator, or never. */
  controller_has_left: boolean
  is_carried_out: boolean
}

const requests = sql`
  select r.id, r."right", r.field, r.person_id, r.case_id, c.case_number, t.name_da as treatment_da, t.name_en as treatment_en,
    r.controller_id, o.name as controller_name, o.email as controller_email, o.kind as controller_kind, n.name_sealed, r.text_sealed, r.proposal_sealed,
    r.received_at, i.checked_at as identified_at, i.means, s.state as answer, s.at as answered_at, s.note_sealed as answer_sealed, s.law,
    exists (select from rights_request_states e where e.request_id = r.id and e.state = 'extended') as is_extended,
    exists (select from case_restrictions x where x.request_id = r.id and x.lifted_at is null) as is_restricting,
    (select x.ends_on from case_restrictions x where x.request_id = r.id and x.lifted_at is null) as restriction_ends_on,
    agreement_is_over(r.controller_id) as controller_has_left,
    exists (select from rights_request_states d where d.request_id = r.id and d.state = 'carried-out') as is_carried_out
  from rights_requests r
  join organisations o on o.id = r.controller_id
  left join lateral (select p.name_sealed from patients p where p.person_id = r.person_id
    order by p.organisation_id = r.controller_id desc limit 1) n on true
  left join cases c on c.id = r.case_id
  left join treatment_types t on t.code = c.treatment_type
  left join rights_identity_checks i on i.request_id = r.id
  left join rights_request_states s on s.request_id = r.id and s.state in ('granted', 'refused')`

/** A person's own requests: those that wait first, each part the newest first. */
export const requestsOfPerson = (reader: Reader, personId: Id<'person'>) =>
  reader.rows<RequestRow>(sql`
    ${requests} where r.person_id = ${personId} order by s.state is not null, r.received_at desc, r.id limit 200`)

/** What a controller must answer: the oldest first; then what it has answered, newest first. */
export const requestsTo = (reader: Reader, controllerId: Id<'organisation'>, limit: number) =>
  reader.rows<RequestRow>(sql`
    ${requests} where r.controller_id = ${controllerId} and r.person_id is not null
    order by s.state is not null, case when s.state is null then r.received_at end, s.at desc, r.id limit ${limit}`)

/** One request that the asker may know of. */
export const requestById = (reader: Reader, id: Id<'rights-request'>) =>
  reader.maybeRow<RequestRow>(sql`${requests} where r.id = ${id} and r.person_id is not null`)

export type StateRow = {
  state: RequestState
  by_kind: 'patient' | 'staff' | 'system'
  by_name: string | null
  at: Temporal.Instant
  note_sealed: Buffer | null
  law: RefusalLaw | null
}

/** What has become of a request, in order. A colleague's name is seen by colleagues only. */
export const statesOf = (reader: Reader, id: Id<'rights-request'>) =>
  reader.rows<StateRow>(sql`
    select s.state, s.by_kind, u.name as by_name, s.at, s.note_sealed, s.law
    from rights_request_states s left join users u on u.id = s.by_user where s.request_id = ${id}
    order by s.at, array_position(array['received', 'identified', 'routed'], s.state)`)

export type NoticeRow = { right: Right; controller_name: string; case_id: Id<'case'> | null; told_at: Temporal.Instant }

/** What this organisation was told about data it had received (art. 19), the newest first. */
export const noticesTo = (reader: Reader, recipientId: Id<'organisation'>) =>
  reader.rows<NoticeRow>(
    sql`select * from rights_notices_to_us() where recipient_id = ${recipientId} order by told_at desc limit 50`,
  )
