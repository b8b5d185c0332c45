import { holidayOn } from '#kernel/holidays.ts'
import { type ClockTime, copenhagen, Temporal } from '#kernel/time.ts'
import { type Random, randomFrom } from './random.ts'
import { type Practitioner, practitioners, type Room, roomKindOf, rooms } from './team.ts'

/** Minutes since midnight. */
type Span = { readonly from: number; readonly until: number }

export type Hours = Span & { readonly weekday: number }

/** A visit that found its place: with whom, where and when. `busyUntilAt` includes the time to make the room ready. */
export type Slot = {
  readonly practitioner: Practitioner
  readonly room: Room
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly busyUntilAt: Temporal.Instant
}

export type Visit = { readonly durationMinutes: number; readonly bufferMinutes: number }

const patterns: readonly (readonly [weekdays: readonly number[], spans: readonly Span[]][])[] = [
  [
    [
      [1, 2, 3, 4],
      [spanOf('08:00', '12:00'), spanOf('12:30', '16:00')],
    ],
    [[5], [spanOf('08:00', '13:00')]],
  ],
  [
    [[1, 3], [spanOf('10:00', '18:00')]],
    [[2, 4, 5], [spanOf('08:00', '14:00')]],
  ],
  [
    [
      [1, 2, 3, 4, 5],
      [spanOf('08:30', '12:00'), spanOf('12:45', '15:30')],
    ],
  ],
  [
    [[2, 4], [spanOf('12:00', '19:00')]],
    [[1, 5], [spanOf('08:00', '15:00')]],
  ],
]

/** The week of each practitioner, four kinds of weeks in turn. */
export const hoursOf = (practitioner: Practitioner): readonly Hours[] =>
  patterns[practitioners.indexOf(practitioner) % patterns.length]!.flatMap(([weekdays, spans]) =>
    weekdays.flatMap((weekday) => spans.map((span) => ({ weekday, ...span }))),
  )

/** Everybody is closed: public holidays, and the days between that clinics usually close. */
export function closingReason(date: Temporal.PlainDate): string | null {
  const usual = date.month === 12 && date.day === 24 ? 'Juleaftensdag' : date.day === 31 ? 'Nytårsaftensdag' : null
  return holidayOn(date)?.da ?? (date.month === 12 ? usual : null)
}

/** A week in which this practitioner is away, if any: every sixth is, one to seven weeks from now. */
export function weekAway(practitioner: Practitioner, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const at = practitioners.indexOf(practitioner)
  if (at % 6 !== 5) return null
  return today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: 1 + (at % 7) })
}

/** Who and what is taken when, while the demo is being thought up. */
export class Diary {
  readonly #taken = new Map<string, Span[]>()
  readonly #today: Temporal.PlainDate
  readonly #random: Random = randomFrom(31)

  constructor(today: Temporal.PlainDate) {
    this.#today = today
  }

  /** Finds a place on that day or one of the four after it; null when there is none. */
  place(practitioner: Practitioner, personId: string, date: Temporal.PlainDate, visit: Visit): Slot | null {
    for (let days = 0; days < 5; days++) {
      const slot = this.#placeOn(practitioner, personId, date.add({ days }), visit)
      if (slot) return slot
    }
    return null
  }

  #placeOn(practitioner: Practitioner, personId: string, date: Temporal.PlainDate, visit: Visit): Slot | null {
    if (!this.#isOpen(practitioner, date)) return null
    const length = visit.durationMinutes + visit.bufferMinutes
    const starts = hoursOf(practitioner)
      .filter(({ weekday }) => weekday === date.dayOfWeek)
      .flatMap(({ from, until }) => startsWithin(from, until - length))
    const candidates = rooms.filter(
      ({ clinic, kind }) => clinic === practitioner.clinic && kind === roomKindOf[practitioner.profession],
    )
    for (const from of this.#random.shuffled(starts)) {
      const span = { from, until: from + length }
      const room = candidates.find(({ id }) => this.#isFree(id, date, span))
      if (!room || !this.#isFree(practitioner.id, date, span) || !this.#isFree(personId, date, span)) continue
      for (const id of [room.id, practitioner.id, personId]) this.#take(id, date, span)
      const startsAt = instantAt(date, from)
      const endsAt = startsAt.add({ minutes: visit.durationMinutes })
      return { practitioner, room, startsAt, endsAt, busyUntilAt: endsAt.add({ minutes: visit.bufferMinutes }) }
    }
    return null
  }

  #isOpen(practitioner: Practitioner, date: Temporal.PlainDate): boolean {
    const away = weekAway(practitioner, this.#today)
    const isAway = away !== null && away.until(date).days >= 0 && away.until(date).days < 7
    return !isAway && closingReason(date) === null
  }

  #isFree(id: string, date: Temporal.PlainDate, span: Span): boolean {
    const taken = this.#taken.get(`${id} ${date}`) ?? []
    return taken.every((other) => other.until <= span.from || other.from >= span.until)
  }

  #take(id: string, date: Temporal.PlainDate, span: Span): void {
    const key = `${id} ${date}`
    this.#taken.set(key, [...(this.#taken.get(key) ?? []), span])
  }
}

const stepMinutes = 15

const startsWithin = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((last - first) / stepMinutes) + 1) }, (_, at) => first + at * stepMinutes)

function spanOf(opens: ClockTime, closes: ClockTime): Span {
  return { from: minutesOf(opens), until: minutesOf(closes) }
}

function minutesOf(clock: ClockTime): number {
  const [hours, minutes] = clock.split(':').map(Number)
  return hours! * 60 + minutes!
}

export const clockOfMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** That many minutes on the wall clock; opening hours never touch the hour that summer time skips. */
const instantAt = (date: Temporal.PlainDate, minutes: number): Temporal.Instant =>
  date
    .toZonedDateTime({ timeZone: copenhagen, plainTime: Temporal.PlainTime.from(clockOfMinutes(minutes)) })
    .toInstant()
