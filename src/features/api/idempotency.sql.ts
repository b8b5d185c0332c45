import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type Key = { readonly organisationId: Id<'organisation'>; readonly key: string }

/** From here to the end of the transaction no other request with this key goes on: a duplicate waits and then finds the answer. */
export const lockKey = (tx: Tx, { organisationId, key }: Key) =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`idempotency/${organisationId}/${key}`}, 0))`)

export const answeredBefore = (tx: Tx, { organisationId, key }: Key) =>
  tx.maybeRow<{ request_hash: Buffer; case_id: Id<'case'>; case_number: string; person_id: Id<'person'> }>(sql`
    select k.request_hash, c.id as case_id, c.case_number, c.person_id
    from idempotency_keys k join cases c on c.id = k.case_id where k.organisation_id = ${organisationId} and k.key = ${key}`)

export const saveAnswer = (tx: Tx, a: Key & { requestHash: Buffer; caseId: Id<'case'> }) =>
  tx.run(sql`
    insert into idempotency_keys (organisation_id, key, request_hash, status, case_id)
    values (${a.organisationId}, ${a.key}, ${a.requestHash}, 201, ${a.caseId})`)
