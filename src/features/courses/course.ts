import { type CaseField, caseFields } from '#features/cases/index.ts'
import { contactOf, cprOf, patientById, personKeyFor } from '#features/patients/index.ts'

import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Facts } from '#policy/facts.ts'
import { type ClinicCaseRow, clinicCaseById } from './clinic-case.sql.ts'
import {
  attachmentsOfCase,
  closureOfCase,
  disclosedDetails,
  type NoteRow,
  notesOfCase,
  type SessionRequestRow,
  sessionRequestsOfCase,
  type VisitRow,
  visitsOfCase,
} from './course.sql.ts'

/** The case with this id if it is handed over to the actor's clinic on a live consent, else null. */
export const findClinicCase = async (reader: Reader, id: string): Promise<ClinicCaseRow | null> => {
  const caseId = readId<'case'>(id)
  return caseId && clinicCaseById(reader, caseId)
}

/** What the policy must know of a clinic's case: the row exists only while the transfer to that clinic stands. */
export const clinicCaseFacts = (found: ClinicCaseRow): Facts => ({
  personId: found.person_id,
  caseId: found.id,
  disclosedTo: [found.clinic_id],
})

export type VisitState = 'booked' | 'arrived' | 'completed' | 'no-show' | 'cancelled' | 'moved'

/** Where a visit stands. A cancelled one stays cancelled whatever else was noted of it. */
export function visitState(visit: {
  readonly cancelled_because: string | null
  readonly attendance: readonly string[]
}): VisitState {
  if (visit.cancelled_because !== null) return visit.cancelled_because === 'moved' ? 'moved' : 'cancelled'
  return (['no-show', 'completed', 'arrived'] as const).find((state) => visit.attendance.includes(state)) ?? 'booked'
}

/** What kinds of data the clinic's page of a case shows. */
export const wholeCourse = [
  'contact',
  'cpr',
  'booking',
  'health.approval',
  'health.referral',
  'health.course',
  'health.report',
  'business-contact',
  'access-history',
] as const

export type OpenedCourse = Awaited<ReturnType<typeof openCourse>>

/** Everything that the clinic may read of a case, opened. */
export async function openCourse(reader: Reader, keyring: Keyring, found: ClinicCaseRow) {
  const key = await personKeyFor(reader, keyring, found.person_id)
  const patient = await patientById(reader, found.patient_id)
  const closure = await closureOfCase(reader, found.id)
  return {
    row: found,
    contact: patient ? contactOf(key, patient) : null,
    cpr: found.fields.includes('cpr') ? await cprOf(reader, key) : null,
    details: openedDetails(key, await disclosedDetails(reader, found.id)),
    attachments: (await attachmentsOfCase(reader, found.id)).map((row) => ({
      ...row,
      name: open(key, 'attachments.name', row.name_sealed),
    })),
    visits: await visitsOfCase(reader, { caseId: found.id, clinicId: found.clinic_id }),
    notes: (await notesOfCase(reader, found.id)).map((row) => openedNote(key, row)),
    requests: (await sessionRequestsOfCase(reader, found.id)).map((row) => openedRequest(key, row)),
    closure: closure && {
      outcome: closure.outcome,
      closedAt: closure.closed_at,
      closedBy: closure.closed_by_name,
      summary: closure.summary_sealed && open(key, 'course_closures.summary', closure.summary_sealed),
    },
  }
}

function openedDetails(key: PersonKey, rows: readonly { field: string; value_sealed: Buffer }[]) {
  const values = new Map(rows.map((row) => [row.field, open(key, `case_details.${row.field}`, row.value_sealed)]))
  return caseFields.flatMap((field): { field: CaseField; value: string }[] => {
    const value = values.get(field)
    return value === undefined ? [] : [{ field, value }]
  })
}

const openedNote = (key: PersonKey, row: NoteRow) => ({
  id: row.id,
  text: open(key, 'course_notes.text', row.text_sealed),
  writtenAt: row.written_at,
  writtenBy: row.written_by_name,
})

const openedRequest = (key: PersonKey, row: SessionRequestRow) => ({
  sessions: row.sessions,
  reason: open(key, 'session_requests.reason', row.reason_sealed),
  requestedAt: row.requested_at,
  answer: answerOf(key, row),
})

type RequestAnswer =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'granted'; readonly sessions: number; readonly until: Temporal.PlainDate }
  | { readonly kind: 'refused'; readonly reason: string }

function answerOf(key: PersonKey, row: SessionRequestRow): RequestAnswer {
  if (row.granted !== null && row.granted_until) {
    return { kind: 'granted', sessions: row.granted, until: row.granted_until }
  }
  if (row.refusal_sealed) return { kind: 'refused', reason: open(key, 'session_answers.refusal', row.refusal_sealed) }
  return { kind: 'waiting' }
}

/** Visits that are still to come: a course with any of them is not closed. */
export const visitsAhead = (visits: readonly VisitRow[], now: Temporal.Instant): readonly VisitRow[] =>
  visits.filter((visit) => visitState(visit) === 'booked' && visit.starts_at.epochMilliseconds > now.epochMilliseconds)
