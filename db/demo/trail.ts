import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Temporal } from '#kernel/time.ts'
import type { Actor } from '#policy/actor.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { referralActions } from '#src/actions.ts'
import { hex, insertRows } from './rows.ts'

/** What somebody did in the demo's past. */
export type PastEvent = {
  readonly at: Temporal.Instant
  readonly action: ActionName
  readonly actor: Actor
  readonly personId: string | null
  readonly caseId: string | null
  /** Somebody asked and was refused; nothing was done. */
  readonly isDenied?: boolean
}

/**
 * Writes past events into the audit trail as `append_audit_event` would have, chained by the same sums, but at their own times and all at
 * once. Fresh databases only: it holds its connection's chain for the whole transaction.
 */
export async function writeTrail(client: pg.ClientBase, events: readonly PastEvent[]): Promise<void> {
  const { rows } = await client.query<{ chain: number; length: number; head: Buffer }>(
    'select chain, length::int, head from audit_chains where chain = pg_backend_pid() % 16 for update',
  )
  let { length, head } = rows[0]!
  const { chain } = rows[0]!
  const written = [...events]
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map((past) => {
      const salt = randomBytes(32)
      const event = JSON.stringify(describe(past))
      const commitment = sha256(salt, Buffer.from(event))
      const position = Buffer.alloc(8)
      position.writeBigInt64BE(BigInt(++length))
      const previous = head
      head = sha256(previous, position, commitment)
      return {
        chain,
        position: length,
        at: past.at,
        action: past.action,
        event,
        person_id: past.personId,
        case_id: past.caseId,
        organisation_id: organisationBehind(past.actor),
        doer_id: past.actor.kind === 'staff' ? past.actor.userId : null,
        salt: hex(salt),
        commitment: hex(commitment),
        previous: hex(previous),
        hash: hex(head),
      }
    })
  await insertRows(client, 'audit_events', written)
  await client.query(
    'update audit_chains set length = $2, head = $3, grown_in = pg_current_xact_id() where chain = $1',
    [chain, length, head],
  )
}

const organisationBehind = (actor: Actor) => (actor.kind === 'staff' ? actor.organisationId : null)

function describe(past: PastEvent) {
  const { at, action, actor, personId, caseId } = past
  const about = { operation: action, actor, data_subject_id: personId, case_id: caseId, object: null }
  if (past.isDenied) return { ...about, result: 'denied', detail: { kind: 'not-granted' }, timestamp: at }
  const activity = referralPolicy.activities.find(({ grants }) => grants.some((grant) => grant.action === action))
  return {
    processing_activity_id: activity?.id,
    policy_version: referralPolicy.version,
    ...about,
    purpose: activity?.purpose,
    data_categories: referralActions.find(({ asks }) => asks === action)?.touches ?? activity?.data,
    result: 'done',
    timestamp: at,
  }
}

const sha256 = (...parts: Uint8Array[]) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest()
