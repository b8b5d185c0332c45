import {
  freezesAtOnce,
  type IdentityMeans,
  type Right,
  saveIdentityCheck,
  saveRequest,
  saveState,
} from '#features/rights/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Permit } from '#policy/permit.ts'
import { type DirectField, sealEmail, sealWords, type Words } from './direct-request.ts'
import { enqueueDirectNotice, saveDirect, saveDirectRestriction } from './enter.sql.ts'

/** Who asks, as their way in proved it. Staff who have their account erased leave an address, so that the answer reaches them. */
export type DirectAsker =
  | { readonly kind: 'staff'; readonly userId: Id<'user'>; readonly email: string | null }
  | { readonly kind: 'enquirer'; readonly index: Buffer; readonly email: string | null }

export type DirectAsking = {
  readonly asker: DirectAsker
  readonly right: Right
  readonly field: DirectField | null
  readonly words: Words
  readonly activity: string
  readonly controllerId: Id<'organisation'>
  readonly leadId: Id<'lead'> | null
  readonly language: Language
  /** Left out where the asker entered it themselves. */
  readonly registered?: Registered
}

/** Who of staff wrote it down, how they checked who asks, and when it came. */
type Registered = { readonly means: IdentityMeans; readonly by: Id<'user'> | null; readonly at: Temporal.Instant }

type Entering = {
  readonly tx: Tx
  readonly permit:
    | Permit<'own-data.request'>
    | Permit<'direct-request.register'>
    | Permit<'enquirer.request'>
    | Permit<'enquirer.correct'>
    | Permit<'enquirer.erase'>
  readonly keyring: Keyring
  readonly now: Temporal.Instant
}

/** One request to whoever answers, with the log-in, the mailed link or what staff did as its identity check (T3.1). An objection freezes its enquiry at once (T5.6). */
export async function enterDirect(entering: Entering, asking: DirectAsking): Promise<Id<'rights-request'>> {
  const id = await save(entering, asking)
  const { tx, now } = entering
  const { right, leadId } = asking
  if (freezesAtOnce(right) && leadId)
    await saveDirectRestriction(tx, { id: newId(), requestId: id, userId: null, leadId, because: 'objection', now })
  await enqueueDirectNotice(tx, id, 'arrived')
  return id
}

/** What the person has just done themselves, for the list of those who answer: granted and carried out as it was asked. */
export async function enterAsDone(entering: Entering, asking: DirectAsking): Promise<void> {
  const id = await save(entering, asking)
  const { tx, now } = entering
  for (const state of ['granted', 'carried-out'] as const)
    await saveState(tx, { requestId: id, state, byKind: 'enquirer', now })
}

function stepsBy({ asker, registered }: DirectAsking) {
  if (registered) return { byKind: 'staff', by: registered.by } as const
  return asker.kind === 'staff' ? ({ byKind: 'staff', by: asker.userId } as const) : ({ byKind: 'enquirer' } as const)
}

async function save({ tx, keyring, now }: Entering, asking: DirectAsking): Promise<Id<'rights-request'>> {
  const id = newId<'rights-request'>()
  const { asker, right, field, words, activity, controllerId, leadId, language, registered } = asking
  const isStaff = asker.kind === 'staff'
  const nothing = { personId: null, caseId: null, text: null, proposal: null }
  await saveRequest(tx, { ...nothing, id, controllerId, right, field, now: registered?.at ?? now })
  await saveDirect(tx, {
    requestId: id,
    asker: asker.kind,
    userId: isStaff ? asker.userId : null,
    enquirerIndex: isStaff ? null : asker.index,
    email: asker.email === null ? null : sealEmail(keyring, id, asker.email),
    words: words.text === null && words.proposal === null ? null : sealWords(keyring, id, words),
    language,
    activity,
    leadId,
  })
  const byThemselves = { means: isStaff ? 'log-in' : 'mail-link', by: null, at: now } as const
  const { means, by: checkedBy, at } = registered ?? byThemselves
  await saveIdentityCheck(tx, { requestId: id, means, by: checkedBy, now: at })
  const by = stepsBy(asking)
  for (const state of ['received', 'identified', 'routed'] as const)
    await saveState(tx, { requestId: id, state, now, ...by })
  return id
}
