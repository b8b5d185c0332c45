import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Facts } from '#policy/facts.ts'
import type { HoldGround } from '#policy/hold-grounds.ts'
import type { PolicyModel } from '#policy/model.ts'
import { groundsByHand, latestReview, startingOn } from './hold-form.ts'
import { factsOfHeldCase, readHolds } from './holds-page.ts'
import { caseOfHoldLeftBehind, type HoldRow, holdsOfCase, type LeftBehindRow } from './legal-holds.sql.ts'

export type FoundLeftBehind = { readonly held: LeftBehindRow; readonly hold: HoldRow; readonly ground: HoldGround }

type Looking = { readonly reader: Reader; readonly params: { readonly legalHoldId: string } }

/** The hold in the address if it was placed by hand and its insurer has left, for `load`. */
export const findLeftBehind =
  (model: PolicyModel) =>
  async ({ reader, params }: Looking): Promise<FoundLeftBehind | null> => {
    const id = readId<'legal-hold'>(params.legalHoldId)
    const held = id && (await caseOfHoldLeftBehind(reader, id))
    const hold = held && (await holdsOfCase(reader, held.id)).find((one) => one.id === id)
    const ground = hold && groundsByHand(model).find((one) => one.id === hold.reason)
    return held && hold && ground ? { held, hold, ground } : null
  }

/** The database finds it only where the agreement has ended. */
export const factsOfLeftBehind = ({ held, hold }: FoundLeftBehind): Facts => ({
  ...factsOfHeldCase(held),
  controllerLeft: true,
  object: { type: 'legal-hold', id: hold.id },
})

type Showing = { readonly reader: Reader; readonly keyring: Keyring; readonly found: FoundLeftBehind }

/** What the page of a hold that was left behind shows. */
export async function pageLeftBehind(now: Temporal.Instant, { reader, keyring, found }: Showing) {
  const { held, ground } = found
  const hold = (await readHolds({ reader, keyring, found: held })).find(({ id }) => id === found.hold.id)
  if (!hold) throw new Error('A hold that was found cannot be read')
  return { found: held, hold, ground, starting: startingOn(latestReview(ground, now)) }
}

export type ShownLeftBehind = Awaited<ReturnType<typeof pageLeftBehind>>
