import { dayOf, type Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Book } from './book.ts'
import type { Diary } from './diary.ts'
import { writeEnding } from './endings.ts'
import { writeApproval, writeAttachment, writeConsent } from './opening.ts'
import { hex } from './rows.ts'
import { actorOf, practitioners } from './team.ts'
import type { Telling } from './telling.ts'
import { bookingTime, type Fate, type PlannedVisit, sessionsUsed, writeVisits } from './visits.ts'

/** Writes a case from its opening to where its state says it has come. */
export function tellCase(book: Book, diary: Diary, telling: Telling): void {
  const { caseId, handler, personId, treatment, random, openedAt, state } = telling
  book.add('cases', {
    id: caseId,
    insurer_id: handler.organisationId,
    case_number: telling.caseNumber,
    patient_id: telling.patientId,
    person_id: personId,
    treatment_type: treatment.code,
    created_by: handler.id,
    created_at: openedAt,
  })
  for (const [field, value] of Object.entries(random.pick(treatment.details))) {
    book.add('case_details', {
      case_id: caseId,
      treatment_type: treatment.code,
      field,
      version: 1,
      value_sealed: hex(seal(telling.key, `case_details.${field}`, value)),
      entered_at: openedAt,
      entered_by_organisation: handler.organisationId,
      entered_by: handler.id,
    })
  }
  book.happened({ at: openedAt, action: 'case.create', actor: actorOf(handler), personId, caseId })
  if (random.chance(0.15)) writeAttachment(book, telling)
  const visits = planVisits(telling, diary)
  writeApproval(book, telling, { sessions: sessionsFor(telling, sessionsUsed(visits)) })
  if (state === 'awaiting-consent') return
  const firstBooking = visits[0] && bookingTime(telling, visits[0].slot)
  writeConsent(book, telling, firstBooking ?? null)
  writeVisits(book, telling, visits)
  writeEnding(book, telling)
}

function sessionsFor({ state, treatment, random }: Telling, used: number): number {
  if (state === 'used-up' || state === 'request-refused') return Math.max(1, used)
  const [least, most] = treatment.sessions
  return Math.max(random.whole(least, most), used)
}

function planVisits(telling: Telling, diary: Diary): PlannedVisit[] {
  const { arc, random, treatment, clinic, now, personId } = telling
  const practitioner = random.pick(
    practitioners.filter((one) => one.clinic === clinic && one.profession === treatment.profession),
  )
  const wished = arc.visits.slice(0, treatment.sessions[1])
  const planned: PlannedVisit[] = []
  for (const days of wished) {
    const slot = diary.place(practitioner, personId, dayOf(now).add({ days }), treatment)
    if (!slot) continue
    const fate = fateOf(telling, slot.startsAt)
    const movedTo =
      fate === 'moved' ? diary.place(practitioner, personId, dayOf(slot.startsAt).add({ days: 2 }), treatment) : null
    planned.push(movedTo ? { slot, fate, movedTo } : { slot, fate: fate === 'moved' ? 'coming' : fate })
  }
  return planned.sort((a, b) => a.slot.startsAt.epochMilliseconds - b.slot.startsAt.epochMilliseconds)
}

function fateOf({ state, random, now }: Telling, startsAt: Temporal.Instant): Fate {
  if (startsAt.epochMilliseconds > now.epochMilliseconds - 3_600_000) {
    if (state === 'withdrawn') return 'released'
    if (random.chance(0.08)) return 'cancelled'
    return random.chance(0.1) ? 'moved' : 'coming'
  }
  if (random.chance(0.84)) return 'attended'
  return random.chance(0.5) ? 'no-show' : 'cancelled'
}
