import type { Id } from '#kernel/ids.ts'
import type { OwnCaseRow } from './ask.sql.ts'
import { isContactField, notesField, type Right } from './rights.ts'

/** One controller that must answer about one case. */
export type Destination = { readonly caseId: Id<'case'>; readonly controllerId: Id<'organisation'> }

/**
 * Who answers: an error goes to whoever entered the value (R1.13), a clinic's notes to the clinic, access also to the clinics that had the
 * case, everything else to its insurer. Empty when there is nothing of that
 * kind to ask about, or when all who would answer have left the service.
 */
export function destinationsOf(right: Right, cases: readonly OwnCaseRow[], field: string | null): Destination[] {
  return cases.flatMap((one) =>
    controllersOf(right, one, field)
      .filter((controllerId) => !one.have_left.includes(controllerId))
      .map((controllerId) => ({ caseId: one.id, controllerId })),
  )
}

function controllersOf(right: Right, one: OwnCaseRow, field: string | null): readonly Id<'organisation'>[] {
  const clinics = one.clinics.map(({ id }) => id)
  if (right === 'access') return [one.insurer_id, ...clinics]
  if (right !== 'rectification' || field === null) return [one.insurer_id]
  if (isContactField(field)) return [one.insurer_id]
  if (field === notesField) return one.clinics.filter(({ notes }) => notes).map(({ id }) => id)
  return one.fields.filter((entered) => entered.field === field).map(({ by }) => by)
}
