import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type GrantedErasure = {
  id: Id<'rights-request'>
  case_id: Id<'case'>
  person_id: Id<'person'>
  granted_at: Temporal.Instant
  journals_waiting: number
  is_held: boolean
}

/** Erasures that were granted and not done yet, with what may still stand in their way. A restriction that the same person asked for does not. */
export const grantedErasures = (reader: Reader) =>
  reader.rows<GrantedErasure>(sql`
    select r.id, r.case_id, r.person_id, s.at as granted_at,
      (select count(distinct n.clinic_id)::integer from course_notes n where n.case_id = r.case_id and not exists (
        select from journal_handovers j where j.case_id = n.case_id and j.clinic_id = n.clinic_id and j.received_at is not null)) as journals_waiting,
      exists (select from legal_holds h where h.case_id = r.case_id and h.lifted_at is null and h.reason <> 'restriction') as is_held
    from rights_requests r join rights_request_states s on s.request_id = r.id and s.state = 'granted'
    where r."right" = 'erasure' and r.case_id is not null and r.person_id is not null
      and not exists (select from rights_request_states d where d.request_id = r.id and d.state = 'carried-out')
    order by s.at limit 500`)

/** Each clinic with notes on the case is offered its journal, once. */
export const offerJournals = (tx: Tx, caseId: Id<'case'>) =>
  tx.run(sql`
    insert into journal_handovers (case_id, clinic_id) select distinct n.case_id, n.clinic_id from course_notes n where n.case_id = ${caseId}
    on conflict do nothing`)

export const eraseOnRequest = (tx: Tx, caseId: Id<'case'>) =>
  tx.row<{ erased: boolean }>(sql`select erase_case(${caseId}, 'request', null) as erased`)

/** Requests whose answer is older than the promised period. Tells how many went. */
export const forgetOldRequests = (tx: Tx, { period, now }: { period: string; now: Temporal.Instant }) =>
  tx.run(sql`
    delete from rights_requests r using rights_request_states s
    where s.request_id = r.id and s.state in ('granted', 'refused') and s.at + ${period}::interval <= ${now}::timestamptz
      and not exists (select from case_restrictions x where x.request_id = r.id and x.lifted_at is null)
      and not exists (select from direct_restrictions y where y.request_id = r.id and y.lifted_at is null)`)
