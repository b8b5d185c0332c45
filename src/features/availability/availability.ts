import type { Position } from '#kernel/distance.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const
/** Until 12, from 12 to 17, and from 17, on the clock in Copenhagen. */
export type PartOfDay = (typeof partsOfDay)[number]

export type TimeSearch = {
  /** A code of `treatment_types`: its length, its buffer and its kind of room decide what fits. */
  readonly treatmentType: string
  /** Left out: every clinic that offers the treatment. */
  readonly clinicIds?: readonly Id<'organisation'>[] | undefined
  /** Distances are told, and order equal times. Without `km` there is no farthest. */
  readonly near?: (Position & { readonly km?: number | undefined }) | undefined
  readonly from: Temporal.PlainDate
  /** Inclusive. */
  readonly until: Temporal.PlainDate
  readonly partOfDay?: PartOfDay | undefined
  readonly limit: number
  readonly perDayLimit?: number | undefined
  readonly now: Temporal.Instant
  /** How long before it begins a time may still be chosen: 60 for patients (the default), 0 for staff. */
  readonly leadMinutes?: number | undefined
  /** The appointment that would be left by a move, as the server loaded it: what it occupies counts as free, its very own time is left out. */
  readonly leaving?: Id<'appointment'> | undefined
}

export type FreeTime = {
  readonly clinicId: Id<'organisation'>
  readonly clinicName: string
  readonly practitionerId: Id<'practitioner'>
  readonly practitionerName: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** From the place that was searched near; null when none was given. */
  readonly km: number | null
}

/** Times begin on whole quarters after the clinic opens. */
export const gridMinutes = 15

/** Patients book at least an hour ahead. */
export const patientLeadMinutes = 60

/** The clock between which a part of the day begins; the end is exclusive. */
export const clockOfPart: Readonly<Record<PartOfDay, readonly [string, string]>> = {
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '17:00'],
  evening: ['17:00', '24:00'],
}
