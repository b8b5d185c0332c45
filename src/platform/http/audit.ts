import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import type { Refusal } from '#policy/gate.ts'
import { type Permit, userOf } from '#policy/permit.ts'
import type { Viewed } from './action.ts'
import { appendAuditEvent, appendAuditEvents } from './audit.sql.ts'

/** `seen`: a page was shown and nothing changed, also where the page is the form of a change. */
export type AuditResult = 'seen' | 'done' | 'refused' | 'denied'

export type AuditEntry = {
  readonly permit: Permit
  readonly result: AuditResult
  readonly now: Temporal.Instant
  readonly detail?: Readonly<Record<string, unknown>>
  readonly viewed?: readonly Viewed[]
}

/**
 * Writes what was done into the hash-chained trail, in the transaction that does it: who, which activity and purpose, about whom, what, with
 * which result. The names follow the Dutch processing-log standard (Logboek Dataverwerkingen). Never content, only ids and field names.
 */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { facts, action } = entry.permit
  const about: readonly Viewed[] = entry.viewed ?? [
    { ...(facts.personId && { personId: facts.personId }), ...(facts.caseId && { caseId: facts.caseId }) } as Viewed,
  ]
  await appendAuditEvents(tx, {
    action,
    events: about.map((one) => JSON.stringify(describe(entry, one))),
    personIds: about.map(({ personId }) => personId ?? null),
    caseIds: about.map(({ caseId }) => caseId ?? null),
    organisationId: organisationBehind(entry.permit.actor) ?? facts.organisationId ?? null,
    doerId: userOf(entry.permit),
  })
}

export type Denial = {
  readonly refusal: Refusal
  readonly actor: Actor
  readonly facts: Facts
  readonly now: Temporal.Instant
}

/** A refusal is logged too: who asked for what, and why not. */
export const writeDenial = (tx: Tx, { refusal, actor, facts, now }: Denial) =>
  appendAuditEvent(tx, {
    action: refusal.action,
    event: JSON.stringify({
      operation: refusal.action,
      actor,
      data_subject_id: facts.personId ?? null,
      case_id: facts.caseId ?? null,
      object: facts.object ?? null,
      result: 'denied' satisfies AuditResult,
      detail: refusal.why,
      timestamp: now.toString(),
    }),
    personId: facts.personId ?? null,
    caseId: facts.caseId ?? null,
    organisationId: organisationBehind(actor),
    doerId: actor.kind === 'staff' ? actor.userId : null,
  })

function describe({ permit, result, now, detail }: AuditEntry, about: Viewed) {
  return {
    processing_activity_id: permit.activity,
    policy_version: permit.policyVersion,
    operation: permit.action,
    purpose: permit.purpose,
    data_categories: permit.data,
    actor: permit.actor,
    data_subject_id: about.personId ?? null,
    case_id: about.caseId ?? null,
    object: permit.facts.object ?? null,
    result,
    timestamp: now.toString(),
    ...(detail && { detail }),
  }
}

const organisationBehind = (actor: Actor) =>
  actor.kind === 'staff' || actor.kind === 'api' ? actor.organisationId : null
