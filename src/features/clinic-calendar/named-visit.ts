import { type VisitState, visitState } from '#features/courses/index.ts'
import { personKeyFor, personKeysFor } from '#features/patients/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { copenhagen } from '#kernel/time.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'
import type { VisitRow } from './visits.sql.ts'

/** A visit with the patient's name opened; null when the name cannot be read any more. */
export type NamedVisit = { readonly row: VisitRow; readonly name: string | null; readonly state: VisitState }

/** Opens the names of many visits with one query for their keys. */
export async function namedVisits(
  reader: Reader,
  keyring: Keyring,
  rows: readonly VisitRow[],
): Promise<readonly NamedVisit[]> {
  const keys = await personKeysFor(
    reader,
    keyring,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => {
    const key = keys.get(row.person_id)
    return { row, name: key ? open(key, 'patients.name', row.name_sealed) : null, state: visitState(row) }
  })
}

/** Whose visits a page showed, for the audit trail: each case once. */
export const viewedIn = (rows: readonly VisitRow[]) => [
  ...new Map(rows.map((row) => [row.case_id, { personId: row.person_id, caseId: row.case_id }])).values(),
]

/** Minutes since local midnight, as the clock on the wall shows them. */
export function minuteOf(instant: Temporal.Instant): number {
  const { hour, minute } = instant.toZonedDateTimeISO(copenhagen)
  return hour * 60 + minute
}

type Named = { readonly person_id: Id<'person'>; readonly name_sealed: Buffer }

export async function nameOfPatient(reader: Reader, keyring: Keyring, row: Named, language: Language): Promise<string> {
  const key = await personKeyFor(reader, keyring, row.person_id)
  return open(key, 'patients.name', row.name_sealed) || calendarTexts[language].unknownPatient
}
