import { referralOf } from '#features/consent/index.ts'
import { type TreatmentRow, treatmentWithFields } from './create-case.sql.ts'
import { findOwnCase } from './found-case.ts'
import type { CaseDetailRow } from './show-case.sql.ts'

/** `lacking`: what must be written again before the case can go anywhere. */
export type CaseToMark = CaseDetailRow & { readonly lacking: TreatmentRow['fields'] }

/** With the fields that must be written again, since what the insurer had written was erased with a consent before. */
export async function findCaseToMark(looking: Parameters<typeof findOwnCase>[0]): Promise<CaseToMark | null> {
  const found = await findOwnCase(looking)
  if (!found) return null
  const { fate } = await referralOf(looking.reader, found.id)
  const isThere = fate === 'live' || fate === 'held'
  const treatment = isThere ? null : await treatmentWithFields(looking.reader, found.treatment_type)
  return { ...found, lacking: treatment?.fields ?? [] }
}
