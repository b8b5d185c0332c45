import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Book } from './book.ts'
import type { Slot } from './diary.ts'
import { hex } from './rows.ts'
import { actorOf, memberOf, organisationIdOf } from './team.ts'
import type { Telling } from './telling.ts'
import { words } from './treatments.ts'

/** What becomes of a visit. Whatever is not cancelled uses a session. */
export type Fate = 'coming' | 'attended' | 'no-show' | 'cancelled' | 'moved' | 'released'

export type PlannedVisit = { readonly slot: Slot; readonly fate: Fate; readonly movedTo?: Slot }

type Booking = {
  id: Id<'appointment'>
  rootId: Id<'appointment'>
  sequence: number
  movedFrom: Id<'appointment'> | null
}

/** Writes a case's visits, oldest first. Tells how many sessions they use. */
export function writeVisits(book: Book, telling: Telling, visits: readonly PlannedVisit[]): void {
  let ordinal = 0
  for (const { slot, fate, movedTo } of visits) {
    const id = telling.random.id<'appointment'>()
    const booking: Booking = { id, rootId: id, sequence: 0, movedFrom: null }
    addAppointment(book, telling, slot, booking)
    if (fate === 'cancelled' || fate === 'moved' || fate === 'released')
      addCancellation(book, telling, { slot, id, fate })
    else occupy(book, telling, { slot, id, ordinal: ++ordinal })
    if (fate === 'attended' || fate === 'no-show') addAttendance(book, telling, { slot, id, fate })
    if (fate !== 'moved' || !movedTo) continue
    const next = telling.random.id<'appointment'>()
    addAppointment(book, telling, movedTo, { id: next, rootId: id, sequence: 1, movedFrom: id })
    occupy(book, telling, { slot: movedTo, id: next, ordinal: ++ordinal })
  }
}

export const sessionsUsed = (visits: readonly PlannedVisit[]): number =>
  visits.filter(({ fate }) => fate !== 'cancelled' && fate !== 'released').length

function addAppointment(book: Book, telling: Telling, slot: Slot, booking: Booking): void {
  const { random, caseId, personId, clinic } = telling
  const bookedAt = bookingTime(telling, slot)
  const secretary = memberOf(clinic, 'secretary')
  const byClinic = random.chance(0.25)
  book.add('appointments', {
    id: booking.id,
    clinic_id: organisationIdOf(clinic),
    insurer_id: telling.handler.organisationId,
    case_id: caseId,
    person_id: personId,
    treatment_type: telling.treatment.code,
    practitioner_id: slot.practitioner.id,
    room_id: slot.room.id,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
    root_id: booking.rootId,
    sequence: booking.sequence,
    moved_from: booking.movedFrom,
    booked_by_kind: byClinic ? 'clinic' : 'patient',
    booked_by: byClinic ? secretary.id : personId,
    booked_at: bookedAt,
  })
  const actor = byClinic ? actorOf(secretary) : ({ kind: 'patient', personId } as const)
  const action = byClinic ? 'clinic-appointment.book' : 'appointment.book'
  book.happened({ at: bookedAt, action, actor, personId, caseId })
  book.add('notifications', {
    id: random.id(),
    case_id: caseId,
    appointment_id: booking.id,
    person_id: personId,
    channel: 'mail',
    template: booking.movedFrom ? 'appointment-moved' : 'appointment-booked',
    queued_at: bookedAt,
    sent_at: bookedAt,
  })
}

function occupy(
  book: Book,
  telling: Telling,
  { slot, id, ordinal }: { slot: Slot; id: string; ordinal: number },
): void {
  const taken = [
    ['practitioner', slot.practitioner.id, slot.busyUntilAt],
    ['room', slot.room.id, slot.busyUntilAt],
    ['patient', telling.personId, slot.endsAt],
  ] as const
  for (const [kind, resource_id, until] of taken) {
    book.add('occupancies', {
      id: telling.random.id(),
      kind,
      resource_id,
      organisation_id: organisationIdOf(telling.clinic),
      span: `[${slot.startsAt},${until})`,
      appointment_id: id,
    })
  }
  book.add('session_uses', { approval_id: telling.approvalId, ordinal, appointment_id: id })
}

type Cancelled = { slot: Slot; id: string; fate: 'cancelled' | 'moved' | 'released' }

function addCancellation(book: Book, telling: Telling, { slot, id, fate }: Cancelled): void {
  const { random, personId, caseId, key, withdrawnAt } = telling
  const booked = bookingTime(telling, slot)
  const at = fate === 'released' && withdrawnAt ? withdrawnAt : earliest(booked.add({ hours: 30 }), telling.now)
  const reason = fate === 'moved' ? 'moved' : fate === 'released' ? 'consent-withdrawn' : random.pick(['ill', 'work'])
  const note =
    fate === 'cancelled' ? seal(key, 'appointment_cancellations.note', random.pick(words.cancellations)) : null
  book.add('appointment_cancellations', {
    appointment_id: id,
    reason,
    cancelled_by_kind: 'patient',
    cancelled_by: personId,
    cancelled_at: at,
    session_given_back: fate !== 'moved',
  })
  if (note) book.add('cancellation_notes', { appointment_id: id, note_sealed: hex(note) })
  const action = fate === 'moved' ? 'appointment.move' : 'appointment.cancel'
  book.happened({ at, action, actor: { kind: 'patient', personId }, personId, caseId })
}

type Attended = { slot: Slot; id: string; fate: 'attended' | 'no-show' }

function addAttendance(book: Book, telling: Telling, { slot, id, fate }: Attended): void {
  const { personId, caseId, random } = telling
  const by = slot.practitioner.member
  const noted = (state: string, noted_at: Temporal.Instant) =>
    book.add('appointment_attendance', { appointment_id: id, state, noted_by: by.id, noted_at })
  if (fate === 'attended') {
    noted('arrived', slot.startsAt.subtract({ minutes: 4 }))
    noted('completed', slot.endsAt)
  } else noted('no-show', slot.endsAt)
  const about = { actor: actorOf(by), personId, caseId }
  book.happened({ at: slot.startsAt, action: 'clinic-case.view', ...about })
  book.happened({ at: slot.endsAt, action: 'clinic-appointment.note-attendance', ...about })
  if (fate === 'no-show' || !random.chance(0.4)) return
  const note = seal(telling.key, 'course_notes.text', random.pick(words.notes))
  book.add('course_notes', {
    id: random.id(),
    clinic_id: organisationIdOf(telling.clinic),
    case_id: caseId,
    person_id: personId,
    appointment_id: id,
    text_sealed: hex(note),
    written_by: by.id,
    written_at: slot.endsAt.add({ minutes: 6 }),
  })
  book.happened({ at: slot.endsAt.add({ minutes: 6 }), action: 'course.note', ...about })
}

/** Some days ahead of the visit, but after the case was opened and before now. */
export function bookingTime({ openedAt, now }: Pick<Telling, 'openedAt' | 'now'>, slot: Slot): Temporal.Instant {
  const wished = earliest(slot.startsAt.subtract({ hours: 150 }), now.subtract({ hours: 3 }))
  const soonest = openedAt.add({ hours: 2 })
  return earliest(wished.epochMilliseconds < soonest.epochMilliseconds ? soonest : wished, now)
}

export const earliest = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  one.epochMilliseconds < other.epochMilliseconds ? one : other
