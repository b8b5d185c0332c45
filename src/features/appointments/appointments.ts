/**
 * The rules of booking, without a database: what an approval allows, until when a time can be moved or cancelled free of charge,
 * how long a hold lasts. The words follow FHIR where it has one: an appointment is based on an approval (ServiceRequest).
 */
import type { FreeTime } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'

/** A hold lasts five minutes and can be renewed twice. */
export const holdMinutes = 5
export const holdRenewals = 2

/** Why a time could not be had. Each has a sentence for the patient in `appointments.texts.ts`. */
export type RefusalReason =
  | 'taken'
  | 'no-room'
  | 'patient-busy'
  | 'too-soon'
  | 'too-late'
  | 'no-consent'
  | 'course-closed'
  | 'not-approved-clinic'
  | 'outside-approval'
  | 'no-sessions-left'
  | 'hold-expired'
  | 'already-changed'
  | 'same-time'

/** Expected, and told with what can be had instead: the nearest free times in order, none where no time would help. */
export type Refusal = {
  readonly kind: 'refused'
  readonly reason: RefusalReason
  readonly nearest: readonly FreeTime[]
}

/** How a treatment is given and cancelled. */
export type Treatment = {
  readonly code: string
  readonly name: { readonly da: string; readonly en: string }
  readonly preparation: { readonly da: string; readonly en: string }
  readonly durationMinutes: number
  readonly bufferMinutes: number
  readonly roomKind: string
  readonly cancellationHours: number
}

/** What an insurer granted, and what is left of it now. */
export type Approval = {
  readonly id: Id<'approval'>
  readonly validFrom: Temporal.PlainDate
  readonly validUntil: Temporal.PlainDate
  /** Null: every clinic. */
  readonly clinicIds: readonly Id<'organisation'>[] | null
  readonly sessions: number
  /** Behind us, late cancellations among them. */
  readonly used: number
  /** Ahead of us. */
  readonly booked: number
}

export const sessionsLeft = (approval: Approval): number => approval.sessions - approval.used - approval.booked

/** A case as booking sees it. Approvals are oldest first. */
export type BookableCase = {
  readonly caseId: Id<'case'>
  readonly personId: Id<'person'>
  readonly insurerId: Id<'organisation'>
  readonly treatment: Treatment
  /** Null: there is none that is live. */
  readonly consentMarkId: Id<'consent-mark'> | null
  /** A clinic has ended the course, and nothing has been approved since. */
  readonly isClosed: boolean
  readonly approvals: readonly Approval[]
}

type Place = { readonly clinicId: Id<'organisation'>; readonly startsAt: Temporal.Instant }

/** The oldest approval that covers the clinic and the day and has a session left; or why there is none, the most telling reason first. */
export function approvalFor(
  approvals: readonly Approval[],
  { clinicId, startsAt }: Place,
): Approval | Extract<RefusalReason, 'not-approved-clinic' | 'outside-approval' | 'no-sessions-left'> {
  const atClinic = approvals.filter((approval) => approval.clinicIds?.includes(clinicId) ?? true)
  if (atClinic.length === 0) return 'not-approved-clinic'
  const onDay = atClinic.filter((approval) => isWithin(approval, dayOf(startsAt)))
  if (onDay.length === 0) return 'outside-approval'
  return onDay.find((approval) => sessionsLeft(approval) > 0) ?? 'no-sessions-left'
}

const isWithin = ({ validFrom, validUntil }: Approval, day: Temporal.PlainDate): boolean =>
  validFrom.toString() <= day.toString() && day.toString() <= validUntil.toString()

/** The approvals as they are for moving an appointment: the session it has can be used again. */
export const freeingSessionOf = (
  moved: { readonly approval_id: Id<'approval'> | null } | null,
  approvals: readonly Approval[],
): readonly Approval[] =>
  approvals.map((one) => (one.id === moved?.approval_id ? { ...one, booked: one.booked - 1 } : one))

/** Where times may be looked for now: clinics (null: every one) and the last day, over all approvals with a session left. */
export function searchableWithin(
  approvals: readonly Approval[],
  today: Temporal.PlainDate,
): {
  readonly clinicIds: readonly Id<'organisation'>[] | null
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
} | null {
  const open = approvals.filter((one) => sessionsLeft(one) > 0 && one.validUntil.toString() >= today.toString())
  if (open.length === 0) return null
  const clinicIds = open.some((one) => one.clinicIds === null)
    ? null
    : [...new Set(open.flatMap((one) => one.clinicIds ?? []))]
  const days = (of: (approval: Approval) => Temporal.PlainDate) => open.map(of).sort(byDate)
  return { clinicIds, from: days((one) => one.validFrom)[0]!, until: days((one) => one.validUntil).at(-1)! }
}

const byDate = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (a.toString() < b.toString() ? -1 : 1)

/** The last instant at which a time can be moved, or cancelled with its session given back. The treatment type sets the hours. */
export const freeUntil = (startsAt: Temporal.Instant, cancellationHours: number): Temporal.Instant =>
  startsAt.subtract({ hours: cancellationHours })

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => a.epochMilliseconds < b.epochMilliseconds

export const isTimely = (startsAt: Temporal.Instant, cancellationHours: number, now: Temporal.Instant): boolean =>
  !isBefore(freeUntil(startsAt, cancellationHours), now)

type Standing = { readonly practitioner_id: Id<'practitioner'>; readonly starts_at: Temporal.Instant }
type Chosen = { readonly practitionerId: Id<'practitioner'>; readonly startsAt: Temporal.Instant }

/** To move an appointment to where it stands changes nothing and would be told as if it did. */
export const isWhereItStands = (moved: Standing | null, { practitionerId, startsAt }: Chosen): boolean =>
  moved !== null && moved.practitioner_id === practitionerId && moved.starts_at.equals(startsAt)

export const patientReasons = ['ill', 'work', 'better', 'other-clinic', 'other'] as const
export const clinicReasons = ['practitioner-ill', 'clinic-closed', 'ill', 'other'] as const
/** Why coming appointments are called off at once, whoever's turn it was; the session never counts as used. */
const endsOfUse = ['consent-withdrawn', 'case-restricted', 'clinic-left', 'insurer-left'] as const
export type EndOfUse = (typeof endsOfUse)[number]
export const isEndOfUse = (reason: string): reason is EndOfUse => endsOfUse.some((one) => one === reason)

export type CancellationReason = (typeof patientReasons)[number] | (typeof clinicReasons)[number]

/** The operator: when the agreement with the clinic or the insurer ends. */
export type CancelledBy = 'patient' | 'clinic' | 'insurer' | 'operator'

/** A clinic that cancels for reasons of its own, and a consent withdrawn, never cost a session; a patient's cancellation does once it is late. */
export function isSessionGivenBack(
  { startsAt, cancellationHours }: { startsAt: Temporal.Instant; cancellationHours: number },
  by: CancelledBy,
  now: Temporal.Instant,
): boolean {
  return by !== 'patient' || isTimely(startsAt, cancellationHours, now)
}

/** The constraints that decide a race, by name, and what each says to the one who lost it. */
const reasonsByConstraint: Readonly<Record<string, RefusalReason>> = {
  practitioner_never_twice: 'taken',
  room_never_twice: 'no-room',
  patient_never_twice: 'patient-busy',
  one_hold_for_each_person: 'patient-busy',
  session_uses_pkey: 'no-sessions-left',
  sessions_never_exceed_approval: 'no-sessions-left',
  no_booking_without_disclosure: 'no-consent',
  no_new_use_after_the_agreement: 'outside-approval',
  appointment_cancellations_pkey: 'already-changed',
  moved_once: 'already-changed',
}

export const reasonBehind = (constraint: string | null): RefusalReason | null =>
  constraint === null ? null : (reasonsByConstraint[constraint] ?? null)
