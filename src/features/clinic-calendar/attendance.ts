import { dayOf, Temporal } from '#kernel/time.ts'

/** What can be noted of a visit; the database knows the same words. */
export const attendanceStates = ['arrived', 'completed', 'no-show'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export type Noted = { readonly state: AttendanceState; readonly noted_at: Temporal.Instant }

export type AttendanceOutcome =
  | { readonly kind: 'add'; readonly state: AttendanceState }
  | { readonly kind: 'remove'; readonly state: AttendanceState }
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly why: 'cancelled' | 'contradicts' | 'too-early' | 'nothing-to-undo' }

type Visit = { readonly startsAt: Temporal.Instant; readonly cancelled: boolean; readonly noted: readonly Noted[] }

/** Arrival is noted from the visit's day, the rest from its beginning; kept and missed exclude each other, and a missed patient never came. */
export function noteAttendance(
  visit: Visit,
  wanted: AttendanceState | 'undo',
  now: Temporal.Instant,
): AttendanceOutcome {
  if (visit.cancelled) return { kind: 'refused', why: 'cancelled' }
  if (wanted === 'undo') return undo(visit.noted, now)
  const states = new Set(visit.noted.map(({ state }) => state))
  if (states.has(wanted)) return { kind: 'already' }
  if (contradictions[wanted].some((state) => states.has(state))) return { kind: 'refused', why: 'contradicts' }
  const earliest =
    wanted === 'arrived' ? dayOf(visit.startsAt).toZonedDateTime('Europe/Copenhagen').toInstant() : visit.startsAt
  return Temporal.Instant.compare(now, earliest) < 0
    ? { kind: 'refused', why: 'too-early' }
    : { kind: 'add', state: wanted }
}

const contradictions: Readonly<Record<AttendanceState, readonly AttendanceState[]>> = {
  arrived: ['no-show'],
  completed: ['no-show'],
  'no-show': ['arrived', 'completed'],
}

/** A wrong click can be taken back on the day it was made; the last one first. */
function undo(noted: readonly Noted[], now: Temporal.Instant): AttendanceOutcome {
  const today = dayOf(now)
  const last = noted
    .filter(({ noted_at }) => dayOf(noted_at).equals(today))
    .toSorted((a, b) => Temporal.Instant.compare(b.noted_at, a.noted_at) || rank(b) - rank(a))[0]
  return last ? { kind: 'remove', state: last.state } : { kind: 'refused', why: 'nothing-to-undo' }
}

const rank = ({ state }: Noted) => attendanceStates.indexOf(state)
