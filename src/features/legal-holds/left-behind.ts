import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Facts } from '#policy/facts.ts'
import type { PolicyModel } from '#policy/model.ts'
import { type FoundHold, factsOfHold, holdByHand } from './hold-by-hand.ts'
import { latestReview, startingOn } from './hold-form.ts'
import { readHolds } from './holds-page.ts'
import { caseOfHoldLeftBehind, type LeftBehindRow } from './legal-holds.sql.ts'

type FoundLeftBehind = FoundHold<LeftBehindRow>
type Looking = { readonly reader: Reader; readonly params: { readonly legalHoldId: string } }

/** The hold in the address if it was placed by hand and its insurer has left, for `load`. */
export const findLeftBehind =
  (model: PolicyModel) =>
  async ({ reader, params: { legalHoldId } }: Looking): Promise<FoundLeftBehind | null> => {
    const id = readId<'legal-hold'>(legalHoldId)
    return holdByHand(model, { reader, held: id && (await caseOfHoldLeftBehind(reader, id)), id: legalHoldId })
  }

/** The database finds it only where the agreement has ended. */
export const factsOfLeftBehind = (found: FoundLeftBehind): Facts => ({ ...factsOfHold(found), controllerLeft: true })

type Showing = { readonly reader: Reader; readonly keyring: Keyring; readonly found: FoundLeftBehind }

/** What the page of a hold that was left behind shows. */
export async function pageLeftBehind(now: Temporal.Instant, { reader, keyring, found }: Showing) {
  const { held, ground } = found
  const hold = (await readHolds({ reader, keyring, found: held })).find(({ id }) => id === found.hold.id)
  if (!hold) throw new Error('A hold that was found cannot be read')
  return { found: held, hold, ground, starting: startingOn(latestReview(ground, now)) }
}

export type ShownLeftBehind = Awaited<ReturnType<typeof pageLeftBehind>>
