import { personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { Facts } from '#policy/facts.ts'
import type { HoldGround } from '#policy/hold-grounds.ts'
import type { PolicyModel } from '#policy/model.ts'
import { type Permit, userOf } from '#policy/permit.ts'
import { groundsByHand } from './hold-form.ts'
import { factsOfHeldCase } from './holds-page.ts'
import { type HeldCaseRow, type HoldRow, holdsOfCase, liftHold, saveReview } from './legal-holds.sql.ts'

/** A hold in force that was placed by hand, on a case that its reader may look at. */
export type FoundHold<Held extends HeldCaseRow = HeldCaseRow> = {
  readonly held: Held
  readonly hold: HoldRow
  readonly ground: HoldGround
}

export async function holdByHand<Held extends HeldCaseRow>(
  model: PolicyModel,
  { reader, held, id }: { readonly reader: Reader; readonly held: Held | null; readonly id: string },
): Promise<FoundHold<Held> | null> {
  const legalHoldId = readId<'legal-hold'>(id)
  const hold = held && (await holdsOfCase(reader, held.id)).find((one) => one.id === legalHoldId)
  const ground = hold && groundsByHand(model).find((one) => one.id === hold.reason)
  return held && hold && ground ? { held, hold, ground } : null
}

export const factsOfHold = ({ held, hold }: FoundHold): Facts => ({
  ...factsOfHeldCase(held),
  object: { type: 'legal-hold', id: hold.id },
})

type Deciding = {
  readonly tx: Tx
  readonly permit: Permit
  readonly found: FoundHold
  readonly now: Temporal.Instant
  readonly record: (what: { readonly detail: Readonly<Record<string, unknown>> }) => void
}

/** It was looked at, and stands until a further day. */
export async function keepHold({ tx, permit, found: { hold }, now, record }: Deciding, until: Temporal.PlainDate) {
  await saveReview(tx, { holdId: hold.id, on: until, by: userOf(permit), now })
  record({ detail: { reviewOn: until.toString() } })
}

/** The reason has gone: from the next night on the case is erased when its time is up. */
export async function endHold(
  { tx, permit, found: { held, hold }, now, record }: Deciding,
  { why, keyring }: { readonly why: string; readonly keyring: Keyring },
) {
  const sealed = seal(await personKeyFor(tx, keyring, held.person_id), 'legal_holds.lifted_why', why)
  await liftHold(tx, { id: hold.id, why: sealed, by: userOf(permit), now })
  record({ detail: { reason: hold.reason } })
}
