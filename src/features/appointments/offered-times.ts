import {
  bookableUntil,
  clinicsOffering,
  type FreeTime,
  firstFreeByClinic,
  freeTimes,
  type OfferingClinic,
  type PartOfDay,
  type TimeSearch,
} from '#features/availability/index.ts'
import type { Position } from '#kernel/distance.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import {
  type Approval,
  type BookableCase,
  freeingSessionOf,
  isTimely,
  searchableWithin,
  sessionsLeft,
} from './appointments.ts'
import type { EmptyReason } from './find-times.texts.ts'

export type TimeFilters = {
  readonly clinic: Id<'organisation'> | null
  readonly from: Temporal.PlainDate | null
  readonly part: PartOfDay | null
  readonly km: number | null
  readonly view: 'clinics' | 'days' | null
  /** Where the patient is, if that is known. */
  readonly near: Position | null
}

export type Offer =
  | { readonly kind: 'nothing'; readonly reason: EmptyReason; readonly clinics: readonly OfferingClinic[] }
  | { readonly kind: 'clinics'; readonly firsts: readonly FreeTime[]; readonly clinics: readonly OfferingClinic[] }
  | {
      readonly kind: 'days'
      readonly times: readonly FreeTime[]
      readonly clinics: readonly OfferingClinic[]
      /** The day on which there may be more; null when everything is shown. */
      readonly moreFrom: Temporal.PlainDate | null
    }

type Asked = {
  readonly booking: BookableCase
  readonly moved: AppointmentRow | null
  readonly filters: TimeFilters
  readonly now: Temporal.Instant
}

const timesShown = 60
const timesEachDay = 20

/** What a patient can choose among, or why there is nothing. */
export async function offeredTimes(reader: Reader, asked: Asked): Promise<Offer> {
  const { booking, moved, filters, now } = asked
  const within = whereToLook(asked)
  if (typeof within === 'string') return nothing(within)
  const treatmentType = booking.treatment.code
  const clinics = await clinicsOffering(reader, { treatmentType, clinicIds: within.clinicIds, near: filters.near })
  if (clinics.length === 0) return nothing('no-clinic')

  const chosen = clinics.filter(({ id }) => filters.clinic === null || id === filters.clinic)
  const today = dayOf(now)
  const search: TimeSearch = {
    treatmentType,
    clinicIds: chosen.map(({ id }) => id),
    near: filters.near ? { ...filters.near, km: filters.km ?? undefined } : undefined,
    from: later(later(within.from, today), filters.from ?? today),
    until: earlier(within.until, bookableUntil(now)),
    partOfDay: filters.part ?? undefined,
    limit: timesShown,
    now,
    leaving: moved?.id,
  }
  const offer =
    filters.view === 'days' || chosen.length === 1
      ? ofDays(await freeTimes(reader, { ...search, perDayLimit: timesEachDay }), clinics)
      : ofClinics(await firstFreeByClinic(reader, search), clinics)
  return offer ?? nothing(isNarrowed(filters) ? 'none-filtered' : 'none', clinics)
}

/** The clinics and days that approvals with a session left allow, or why there are none. */
function whereToLook({ booking, moved, now }: Asked) {
  if (booking.consentMarkId === null) return 'no-consent'
  if (booking.isClosed) return 'closed'
  if (moved && !isTimely(moved.starts_at, booking.treatment.cancellationHours, now)) return 'late'
  const approvals = freeingSessionOf(moved, booking.approvals)
  return searchableWithin(approvals, dayOf(now)) ?? whyNothing(approvals, dayOf(now))
}

const ofClinics = (firsts: readonly FreeTime[], clinics: readonly OfferingClinic[]): Offer | null =>
  firsts.length > 0 ? { kind: 'clinics', firsts, clinics } : null

const nothing = (reason: EmptyReason, clinics: readonly OfferingClinic[] = []): Offer => ({
  kind: 'nothing',
  reason,
  clinics,
})

/** Whole days only: the last day of a full page may be cut off, and comes first on the next. */
function ofDays(times: readonly FreeTime[], clinics: readonly OfferingClinic[]): Offer | null {
  const [first, last] = [times[0], times.at(-1)]
  if (!first || !last) return null
  if (times.length < timesShown) return { kind: 'days', times, clinics, moreFrom: null }
  const cut = dayOf(last.startsAt)
  const whole = times.filter(({ startsAt }) => !dayOf(startsAt).equals(cut))
  return whole.length > 0
    ? { kind: 'days', times: whole, clinics, moreFrom: cut }
    : { kind: 'days', times, clinics, moreFrom: cut.add({ days: 1 }) }
}

function whyNothing(approvals: readonly Approval[], today: Temporal.PlainDate): EmptyReason {
  if (approvals.length === 0) return 'no-approval'
  return approvals.some((one) => sessionsLeft(one) > 0 && one.validUntil.toString() < today.toString())
    ? 'expired'
    : 'no-sessions'
}

const isNarrowed = ({ clinic, from, part, km }: TimeFilters) => [clinic, from, part, km].some((one) => one !== null)

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (a.toString() > b.toString() ? a : b)
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (a.toString() < b.toString() ? a : b)
