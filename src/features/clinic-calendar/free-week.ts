import {
  type AppointmentRow,
  type Approval,
  type BookableCase,
  searchableWithin,
} from '#features/appointments/index.ts'
import { type FreeTime, firstFreeByClinic, freeTimes } from '#features/availability/index.ts'
import { type Id, readId } from '#kernel/ids.ts'
import { dayOf, daysOfWeek, Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'

/** A week of the clinic's own free times for a case, within its approvals. */
export type FreeWeek = { readonly monday: Temporal.PlainDate; readonly times: readonly FreeTime[] }

type Looking = {
  readonly booking: BookableCase
  readonly clinicId: Id<'organisation'>
  /** Null: the week of the first free time. */
  readonly monday: Temporal.PlainDate | null
  readonly now: Temporal.Instant
  /** A time that would be left: its session is carried on, so its approval is searched though nothing else is left of it, and its time too. */
  readonly moves?: AppointmentRow
}

/** Null when no approval has a session left. Staff may book up to the very minute. */
export async function freeWeek(
  reader: Reader,
  { booking, clinicId, monday, now, moves }: Looking,
): Promise<FreeWeek | null> {
  const today = dayOf(now)
  const within = searchableWithin(booking.approvals.map(carriedOn(moves)), today)
  if (!within || !(within.clinicIds?.includes(clinicId) ?? true)) return null
  const search = {
    treatmentType: booking.treatment.code,
    clinicIds: [clinicId],
    now,
    leadMinutes: 0,
    leaving: moves?.id,
  }
  const earliest = latestOf(today, within.from)
  const first = monday
    ? null
    : (await firstFreeByClinic(reader, { ...search, from: earliest, until: within.until, limit: 1 }))[0]
  const week = daysOfWeek(monday ?? (first ? dayOf(first.startsAt) : earliest))
  const [from, until] = [latestOf(earliest, week[0]), earliestOf(within.until, week[6])]
  const isOutside = Temporal.PlainDate.compare(from, until) > 0
  return { monday: week[0], times: isOutside ? [] : await freeTimes(reader, { ...search, from, until, limit: 500 }) }
}

const carriedOn = (moves: AppointmentRow | undefined) => (approval: Approval) =>
  approval.id === moves?.approval_id ? { ...approval, booked: approval.booked - 1 } : approval

const latestOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)
const earliestOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)

export type ChosenTime = { readonly practitionerId: Id<'practitioner'>; readonly startsAt: Temporal.Instant }

/** A chosen time as a form sends it. */
export const timeValue = ({ practitionerId, startsAt }: ChosenTime): string => `${practitionerId}~${startsAt}`

/** Null when `timeValue` did not write it. */
export function readTimeValue(text: string): ChosenTime | null {
  const [practitioner = '', start = ''] = text.split('~')
  const practitionerId = readId<'practitioner'>(practitioner)
  if (!practitionerId || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(start)) return null
  try {
    return { practitionerId, startsAt: Temporal.Instant.from(start) }
  } catch {
    return null
  }
}
