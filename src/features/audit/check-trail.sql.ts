import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { LinkRow } from './audit.sql.ts'
import type { Head } from './chain.ts'

/** Where the chains ended when they were last found to hold; none before the first check. */
export const checkedHeads = (reader: Reader) =>
  reader.maybeRow<{ heads: Head[] }>(sql`select heads from audit_checks order by id desc limit 1`)

type Stretch = { readonly chain: number; readonly after: number; readonly until: number }

/** The next links of one chain, up to a length that it is known to have. */
export const linksOfChain = (reader: Reader, { chain, after, until }: Stretch, limit: number) =>
  reader.rows<LinkRow>(sql`
    select chain, position, at, action, person_id as "personId", case_id as "caseId", doer_id as "doerId", event, encode(salt, 'hex') as salt,
      encode(commitment, 'hex') as commitment, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
    from audit_events where chain = ${chain}::smallint and position > ${after}::bigint and position <= ${until}::bigint
    order by position limit ${limit}`)

type NewCheck = { at: Temporal.Instant; links: number; findings: number; heads: readonly Head[] }

export const saveCheck = (tx: Tx, { at, links, findings, heads }: NewCheck) =>
  tx.run(sql`
    insert into audit_checks (checked_at, links, findings, heads) values (${at}, ${links}, ${findings}, ${JSON.stringify(heads)}::jsonb)`)
