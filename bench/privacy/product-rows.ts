import { createHash } from 'node:crypto'
import { type Id, newId } from '#kernel/ids.ts'
import { seal, sealBytes } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import { knownId } from '../world.sql.ts'
import { houseId, insurerId } from './gdpr-world.ts'

export type Row = Readonly<Record<string, unknown>>
type Tables = Readonly<Record<string, readonly Row[]>>

/** What is to be planted about one person, with every value that must come out again. */
export type Prepared = {
  readonly n: number
  readonly personId: Id<'person'>
  readonly caseId: Id<'case'>
  readonly values: readonly string[]
  readonly tables: Tables
  readonly visits: number
}

export const clinicId = houseId('clinic')
export const practitionerId = knownId('practitioner', 0)
export const roomId = knownId('room', 0)
const emptyWordsHash = createHash('sha256').update('{}').digest('hex')
const rowsOfCase = 9
const rowsOfVisit = 8
const dayMs = 86_400_000
const bytes = (buffer: Buffer) => `\\x${buffer.toString('hex')}`

type Course = {
  readonly n: number
  readonly visits: number
  readonly caseId: Id<'case'>
  readonly patientId: string
  readonly key: PersonKey
  readonly approvalId: string
  /** Seals a value of its own and remembers it. */
  readonly plant: (field: string) => string
}

/** One case of about so many rows: a course with as many visits as it takes. */
export function rowsFor(n: number, size: number, key: PersonKey, patientId: string): Prepared {
  const caseId = newId<'case'>()
  const content = `file-${n}`
  const values = [Buffer.from(content).toString('base64')]
  const visits = Math.max(0, Math.round((size - rowsOfCase) / rowsOfVisit))
  const plant = (field: string) => {
    const at = values.length
    const digest = createHash('sha256').update(`${n} ${at}`).digest('hex')
    const value = `planted-${n}-${at}-${digest.slice(0, 40)}`
    values.push(value)
    return bytes(seal(key, field, value))
  }
  const course = { n, visits, caseId, patientId, key, approvalId: newId(), plant }
  const tables = { ...referralRows(course), ...courseRows(course, content), ...visitRows(course) }
  return { n, personId: key.personId as Id<'person'>, caseId, values, tables, visits }
}

function referralRows({ n, visits, caseId, patientId, key, approvalId, plant }: Course): Tables {
  const treatment = { treatment_type: 'physiotherapy' }
  const details = ['complaint', 'body-part', 'onset'].map((field) => ({
    case_id: caseId,
    ...treatment,
    field,
    value_sealed: plant(`case_details.${field}`),
    entered_by_organisation: insurerId,
  }))
  const referred = { id: caseId, insurer_id: insurerId, case_number: `B-${n}`, patient_id: patientId }
  const period = { valid_from: '2026-01-01', valid_until: '2030-01-01' }
  return {
    cases: [{ ...referred, person_id: key.personId, ...treatment }],
    case_details: details,
    approvals: [
      {
        id: approvalId,
        case_id: caseId,
        insurer_id: insurerId,
        sessions: Math.min(99, visits + 1),
        ...period,
        any_clinic: true,
      },
    ],
  }
}

function courseRows({ caseId, key, plant }: Course, content: string): Tables {
  const ours = { case_id: caseId, person_id: key.personId }
  const markId = newId()
  const file = { name_sealed: plant('attachments.name'), content_sealed: fileOf(key, content) }
  const mark = { means: 'oral', text_version: '1', text_hash: emptyWordsHash, marked_by_organisation: insurerId }
  const handing = { direction: 'to-clinic', activity: 'bench', purpose: 'treatment-time', basis: 'consent' }
  return {
    attachments: [
      { id: newId(), ...ours, kind: 'pdf', ...file, size_bytes: content.length, uploaded_by_organisation: insurerId },
    ],
    consent_marks: [{ id: markId, case_id: caseId, consented_on: '2026-01-01', ...mark }],
    disclosures: [
      {
        id: newId(),
        recipient_id: clinicId,
        ...ours,
        ...handing,
        consent_mark_id: markId,
        fields: ['complaint'],
        disclosed_by_organisation: insurerId,
      },
    ],
    course_closures: [
      { ...ours, clinic_id: clinicId, outcome: 'recovered', summary_sealed: plant('course_closures.summary') },
    ],
  }
}

const fileOf = (key: PersonKey, content: string) => bytes(sealBytes(key, 'attachments.content', Buffer.from(content)))

/** Eight rows each. */
function visitRows({ n, visits, caseId, key, approvalId, plant }: Course): Tables {
  const personId = key.personId
  const ours = { case_id: caseId, person_id: personId }
  const places = { clinic_id: clinicId, practitioner_id: practitionerId, room_id: roomId }
  const ids = Array.from({ length: visits }, () => newId())
  return {
    appointments: ids.map((id, visit) => ({
      id,
      ...ours,
      ...places,
      insurer_id: insurerId,
      treatment_type: 'physiotherapy',
      starts_at: startOf(n, visit),
      ends_at: startOf(n, visit, 900),
      root_id: id,
      booked_by_kind: 'patient',
    })),
    approval_sessions: ids.map((_, visit) => ({ approval_id: approvalId, ordinal: visit + 1 })),
    occupancies: ids.flatMap((id, visit) => {
      const span = `[${startOf(n, visit)},${startOf(n, visit, 900)})`
      const taken = { resource_id: personId, organisation_id: clinicId, span, appointment_id: id }
      return ['practitioner', 'room', 'patient'].map((kind) => ({ kind, ...taken }))
    }),
    appointment_attendance: ids.map((id) => ({ appointment_id: id, state: 'completed' })),
    course_notes: ids.map((id) => ({
      id: newId(),
      clinic_id: clinicId,
      ...ours,
      appointment_id: id,
      text_sealed: plant('course_notes.text'),
    })),
    notifications: ids.map((id) => ({
      id: newId(),
      ...ours,
      appointment_id: id,
      template: 'appointment-booked',
      channel: 'sms',
    })),
  }
}

const startOf = (n: number, visit: number, laterSeconds = 0) =>
  new Date(Date.UTC(2026, 0, 1) + visit * dayMs + (n % 5) * 3_600_000 + laterSeconds * 1000).toISOString()
