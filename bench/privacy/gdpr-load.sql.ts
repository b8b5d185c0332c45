import { sql } from '#platform/db/sql.ts'
import type { GdprRecord } from './gdpr-oracle.ts'

const shape = `(key bigint, "user" integer, purpose integer, ttl integer, objection integer, decision integer, access integer, sharing integer,
  source integer, category integer, data text)`
const columns = 'purpose, ttl, objection, decision, access, sharing, source, category'

export const savePlain = `with given as (select * from jsonb_to_recordset($1::jsonb) as r ${shape}),
  logged as (insert into plain.log select "user", now(), $2 from given)
  insert into plain.records (key, user_id, ${columns}, data) select key, "user", ${columns}, data from given`

type Sealed = {
  readonly records: readonly GdprRecord[]
  readonly personIds: readonly string[]
  readonly sealed: readonly Buffer[]
  readonly insurerId: string
}

export const saveSealed = ({ records, personIds, sealed, insurerId }: Sealed) => sql`
  insert into bench.records (key, organisation_id, purpose, ttl, objection, decision, access, sharing, source, category, person_id, data_sealed)
  select g.key, ${insurerId}::uuid, g.purpose, g.ttl, g.objection, g.decision, g.access, g.sharing, g.source, g.category, s.person_id, s.data
  from jsonb_to_recordset(${JSON.stringify(records.map(({ data: _, ...rest }) => rest))}::jsonb)
    as g (key bigint, purpose integer, ttl integer, objection integer, decision integer, access integer, sharing integer, source integer, category integer)
  join unnest(${records.map(({ key }) => key)}::bigint[], ${personIds}::uuid[], ${sealed}::bytea[]) s (key, person_id, data) using (key)`

export const saveDeletable = (disclosures: readonly { key: number; recipient: string }[]) => sql`
  insert into bench.disclosures (key, recipient_id)
  select * from unnest(${disclosures.map(({ key }) => key)}::bigint[], ${disclosures.map(({ recipient }) => recipient)}::uuid[])`
