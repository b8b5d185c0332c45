import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Head } from './chain.ts'

/** Everything that follows is read as it stood at one moment. */
export const beginSnapshot = (tx: Tx) => tx.run(sql`begin transaction isolation level repeatable read, read only`)
export const endSnapshot = (tx: Tx) => tx.run(sql`commit`)

export type LinkRow = {
  chain: number
  position: number
  at: Temporal.Instant
  action: string
  personId: string | null
  caseId: string | null
  doerId: string | null
  event: string | null
  salt: string | null
  commitment: string
  previous: string
  hash: string
}

type After = { readonly chain: number; readonly position: number }

/** The next links in the order of chain and position. */
export const linksAfter = (reader: Reader, { chain, position }: After, limit: number) =>
  reader.rows<LinkRow>(sql`
    select chain, position, at, action, person_id as "personId", case_id as "caseId", doer_id as "doerId", event, encode(salt, 'hex') as salt,
      encode(commitment, 'hex') as commitment, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
    from audit_events where (chain, position) > (${chain}::smallint, ${position}::bigint) order by chain, position limit ${limit}`)

export const headsOfChains = (reader: Reader) =>
  reader.rows<Head>(sql`select chain, length, encode(head, 'hex') as head from audit_chains order by chain`)

/** Where each chain ends by the links themselves; one without any is left out. */
export const endsOfLinks = (reader: Reader) =>
  reader.rows<Head>(sql`
    select c.chain, last.position as length, encode(last.hash, 'hex') as head from generate_series(0, 15) as c (chain)
    cross join lateral (select e.position, e.hash from audit_events e where e.chain = c.chain order by e.position desc limit 1) last
    order by c.chain`)

/** Takes the payload out of events before this that are about no patient and no case. The chain holds. Tells how many. */
export const forgetEventsOfStaff = (tx: Tx, before: Temporal.Instant) =>
  tx.row<{ forgotten: bigint }>(sql`select forget_events_of_staff(${before}::timestamptz) as forgotten`)

type NewStatement = { at: Temporal.Instant; because: 'nightly' | 'shutdown'; links: number }

export const saveStatement = (tx: Tx, { at, because, links }: NewStatement) =>
  tx.run(sql`insert into audit_statements (stated_at, because, links) values (${at}, ${because}, ${links})`)
