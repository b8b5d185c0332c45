import { type Id, newId } from '#kernel/ids.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { consentOf, organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { type ConsentRow, keepWords, saveMark, saveWithdrawal } from './consent.sql.ts'
import type { ConsentMeans } from './consent-means.ts'

/** The mark in force, or null when there is none or it has been withdrawn. `marks` are newest first. */
export const liveMark = (marks: readonly ConsentRow[]): ConsentRow | null =>
  marks.find((mark) => mark.withdrawn_at === null) ?? null

/** The day of the newest withdrawal: a consent from before it is no consent any more. Null when nobody has withdrawn. */
export function withdrawnOn(marks: readonly ConsentRow[]): Temporal.PlainDate | null {
  const days = marks.flatMap(({ withdrawn_at: at }) => (at ? [dayOf(at)] : []))
  return days.sort(Temporal.PlainDate.compare).at(-1) ?? null
}

export type Marking = {
  readonly caseId: Id<'case'>
  readonly consentedOn: Temporal.PlainDate
  readonly means: ConsentMeans
}

/** Marks, on this very case, that the patient consents to the transfer (R1.7), to the words of the policy version that the permit is of. */
export async function markConsent(
  tx: Tx,
  permit: Permit<'case.mark-consent'>,
  { caseId, consentedOn, means }: Marking,
): Promise<Id<'consent-mark'>> {
  const id = newId<'consent-mark'>()
  const asked = consentOf(permit)
  await keepWords(tx, asked)
  await saveMark(tx, {
    id,
    caseId,
    consentedOn,
    means,
    textVersion: permit.policyVersion,
    textHash: asked.hash,
    organisationId: organisationOf(permit),
    markedBy: userOf(permit),
  })
  return id
}

/** Withdraws the consent of a case, with effect from now. Tells whether there was one to withdraw. */
export async function withdrawConsent(
  tx: Tx,
  permit: Permit<'case.withdraw-consent'> | Permit<'my-case.withdraw-consent'>,
  caseId: Id<'case'>,
): Promise<boolean> {
  const { actor } = permit
  const byKind = actor.kind === 'patient' ? 'patient' : 'insurer'
  const by = actor.kind === 'patient' ? actor.personId : userOf(permit)
  return (await saveWithdrawal(tx, { caseId, byKind, by })) > 0
}
