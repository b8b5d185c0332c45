import { personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState } from '#platform/html/page.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import type { PolicyModel } from '#policy/model.ts'
import { groundsByHand, latestReview, startingOn } from './hold-form.ts'
import {
  caseToHold,
  type HeldCaseRow,
  type HoldRow,
  holdsOfCase,
  type PastHoldRow,
  pastHoldsOfCase,
} from './legal-holds.sql.ts'

type Looking = { readonly reader: Reader; readonly actor: Actor; readonly params: { readonly caseId: string } }

/** The case in the address if it is one of the actor's own organisation, for `load`. */
export async function findCaseToHold({ reader, actor, params }: Looking): Promise<HeldCaseRow | null> {
  const id = readId<'case'>(params.caseId)
  return id && actor.kind === 'staff' ? caseToHold(reader, id, actor.organisationId) : null
}

export const factsOfHeldCase = (found: HeldCaseRow): Facts => ({
  caseId: found.id,
  personId: found.person_id,
  organisationId: found.insurer_id,
})

export type OpenedHold = Omit<HoldRow, 'why_sealed'> & { readonly why: string | null }

/** What holds a case, with what the insurer wrote about it. */
export async function readHolds({ reader, keyring, found }: Showing): Promise<readonly OpenedHold[]> {
  const key = await personKeyFor(reader, keyring, found.person_id)
  const holds = await holdsOfCase(reader, found.id)
  return holds.map(({ why_sealed, ...hold }) => ({
    ...hold,
    why: why_sealed && open(key, 'legal_holds.why', why_sealed),
  }))
}

export type PastHold = Omit<PastHoldRow, 'why_sealed' | 'lifted_why_sealed'> & {
  readonly why: string | null
  readonly liftedWhy: string | null
}

async function readPastHolds({ reader, keyring, found }: Showing): Promise<readonly PastHold[]> {
  const key = await personKeyFor(reader, keyring, found.person_id)
  const past = await pastHoldsOfCase(reader, found.id)
  return past.map(({ why_sealed, lifted_why_sealed, ...hold }) => ({
    ...hold,
    why: why_sealed && open(key, 'legal_holds.why', why_sealed),
    liftedWhy: lifted_why_sealed && open(key, 'legal_holds.lifted_why', lifted_why_sealed),
  }))
}

type Showing = { readonly reader: Reader; readonly keyring: Keyring; readonly found: HeldCaseRow }
export type Step = 'review' | 'lift'
/** The form that was sent, and of which hold it is; null for a new one. */
export type Sent = { readonly form: FormState; readonly of: { readonly step: Step; readonly holdId: string } | null }

/** What the page of a case's holds shows. */
export async function holdsPage(model: PolicyModel, now: Temporal.Instant, showing: Showing) {
  const grounds = groundsByHand(model)
  return {
    found: showing.found,
    grounds,
    holds: await readHolds(showing),
    past: await readPastHolds(showing),
    starting: startingOn(latestReview(grounds[0], now)),
  }
}

/** The day in `starting` is filled in beforehand. */
export type ShownHolds = Awaited<ReturnType<typeof holdsPage>>
