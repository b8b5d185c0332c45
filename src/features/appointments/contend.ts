import { type FreeTime, freeTimes } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { type Reader, type Tx, violatedConstraint } from '#platform/db/database.ts'
import {
  type BookableCase,
  isBefore,
  type Refusal,
  type RefusalReason,
  reasonBehind,
  searchableWithin,
} from './appointments.ts'
import type { Slot } from './times.sql.ts'

/** Thrown within `contend` to undo everything and tell why; it never leaves there. */
export class Lost extends Error {
  override name = 'Lost'
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(reason)
    this.reason = reason
  }
}

export type Wanted = {
  readonly booking: BookableCase
  readonly slot: Slot
  readonly now: Temporal.Instant
  readonly leadMinutes: number
  /** The appointment that a move would leave: its time can be offered again. */
  readonly moved: { readonly id: Id<'appointment'> } | null
}

/**
 * Tries to win a time: all of `work`, or nothing and the reason. Losing lets go of every lock first, so that those who wait in the queue
 * are not kept by the search for the loser's alternatives.
 */
export async function contend<Won>(tx: Tx, wanted: Wanted, work: () => Promise<Won>): Promise<Won | Refusal> {
  try {
    return await tx.attempt(work)
  } catch (error) {
    const reason = error instanceof Lost ? error.reason : reasonBehind(violatedConstraint(error))
    if (reason === null) throw error
    return refuse(tx, wanted, reason)
  }
}

/** Why not, with the nearest times where another time would help. */
export async function refuse(reader: Reader, wanted: Wanted, reason: RefusalReason): Promise<Refusal> {
  return { kind: 'refused', reason, nearest: anotherTimeHelps.has(reason) ? await nearest(reader, wanted, reason) : [] }
}

const anotherTimeHelps: ReadonlySet<RefusalReason> = new Set([
  'taken',
  'no-room',
  'patient-busy',
  'too-soon',
  'hold-expired',
  'outside-approval',
  'not-approved-clinic',
  'same-time',
])

const nearestCount = 5
const looksAround = 40

/** The free times closest to the one that was wanted, in order; at the same clinic if it has any within two weeks, else at any approved one. */
async function nearest(
  reader: Reader,
  { booking, slot, now, leadMinutes, moved }: Wanted,
  reason: RefusalReason,
): Promise<readonly FreeTime[]> {
  const within = searchableWithin(booking.approvals, dayOf(now))
  if (!within) return []
  const day = dayOf(slot.startsAt)
  const search = {
    treatmentType: booking.treatment.code,
    now,
    leadMinutes,
    leaving: moved?.id,
    limit: looksAround,
    perDayLimit: looksAround / 2,
  }
  const around = {
    from: latest([within.from, dayOf(now), day.subtract({ days: 1 })]),
    until: earliest([within.until, latest([day, dayOf(now)]).add({ days: 14 })]),
  }
  const isAllowed = within.clinicIds?.includes(slot.clinicId) ?? true
  const here = isAllowed ? await freeTimes(reader, { ...search, ...around, clinicIds: [slot.clinicId] }) : []
  const found =
    here.length > 0 ? here : await freeTimes(reader, { ...search, ...around, clinicIds: within.clinicIds ?? undefined })
  const usable = reason === 'patient-busy' ? found.filter((time) => !overlaps(time, slot)) : found
  const byDistance = usable.toSorted((a, b) => away(a, slot) - away(b, slot)).slice(0, nearestCount)
  return byDistance.toSorted((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds)
}

const away = (time: FreeTime, slot: Slot) => Math.abs(time.startsAt.epochMilliseconds - slot.startsAt.epochMilliseconds)

const overlaps = (time: FreeTime, slot: Slot) =>
  isBefore(time.startsAt, slot.endsAt) && isBefore(slot.startsAt, time.endsAt)

const inOrder = (days: readonly Temporal.PlainDate[]) => days.toSorted((a, b) => (a.toString() < b.toString() ? -1 : 1))
const earliest = (days: readonly Temporal.PlainDate[]) => inOrder(days)[0]!
const latest = (days: readonly Temporal.PlainDate[]) => inOrder(days).at(-1)!
