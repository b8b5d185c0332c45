import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type RestrictionLeft = {
  id: string
  request_id: Id<'rights-request'>
  case_id: Id<'case'>
  person_id: Id<'person'>
}

/** Restrictions that only this organisation could lift; an erasure that it granted goes its own way. */
const restrictionsOf = (controllerId: Id<'organisation'>) => sql`
  select x.id, x.request_id, x.case_id, r.person_id from case_restrictions x join rights_requests r on r.id = x.request_id
  where r.controller_id = ${controllerId} and x.lifted_at is null
    and (x.because <> 'erasure' or not exists (select from rights_request_states s where s.request_id = r.id and s.state = 'granted'))`

/** Those without a day on which they end: the patient is to be told. */
export const restrictionsToTell = (reader: Reader, controllerId: Id<'organisation'>, limit: number) =>
  reader.rows<RestrictionLeft>(sql`
    ${restrictionsOf(controllerId)} and x.ends_on is null order by x.id limit ${limit}`)

type Asked = { readonly today: Temporal.PlainDate; readonly limit: number }

/** Those whose day has come. */
export const restrictionsToEnd = (reader: Reader, controllerId: Id<'organisation'>, { today, limit }: Asked) =>
  reader.rows<RestrictionLeft>(sql`
    ${restrictionsOf(controllerId)} and x.ends_on <= ${today} order by x.id limit ${limit}`)

export const announceEnd = (tx: Tx, id: string, on: Temporal.PlainDate) =>
  tx.run(sql`update case_restrictions set ends_on = ${on} where id = ${id}`)

/** Violates `restriction_ends_by_itself_as_announced` before its day. */
export const endRestriction = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx.run(sql`update case_restrictions set lifted_at = ${now} where id = ${id} and lifted_at is null`)
