import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { PersonalData } from '#policy/categories.ts'

export type LookRow = {
  at: Temporal.Instant
  action: string
  organisation_name: string | null
  actor_kind: string | null
  purpose: string | null
  result: string | null
  /** What was touched of the person's data; null where nothing came of it. */
  touched: PersonalData[] | null
}

type Asking = {
  readonly caseId: Id<'case'>
  readonly personId: Id<'person'>
  readonly limit: number
  readonly offset: number
}

// Looking at one's own pages is no news to the person who did.
const told = (caseId: Id<'case'>, personId: Id<'person'>) => sql`
    from audit_events e left join organisations o on o.id = e.organisation_id
    where e.person_id = ${personId} and (e.case_id = ${caseId} or e.case_id is null)
      and e.action not in ('my-case.list', 'my-case.view', 'my-case.known-by', 'time.search', 'hold.view', 'appointment.view')`

/** Each use of a person's data in one case and in general, the newest first. Who it was by name is left out on purpose. */
export const looksAtCase = (reader: Reader, { caseId, personId, limit, offset }: Asking) =>
  reader.rows<LookRow>(sql`
    select e.at, e.action, o.name as organisation_name, e.event::jsonb -> 'actor' ->> 'kind' as actor_kind,
      e.event::jsonb ->> 'purpose' as purpose, e.event::jsonb ->> 'result' as result,
      e.event::jsonb -> 'data_categories' as touched
    ${told(caseId, personId)} order by e.at desc, e.chain, e.position desc limit ${limit} offset ${offset}`)

export const countLooksAtCase = (reader: Reader, { caseId, personId }: Pick<Asking, 'caseId' | 'personId'>) =>
  reader.row<{ count: number }>(sql`select count(*)::integer as count ${told(caseId, personId)}`)
