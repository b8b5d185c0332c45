import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import type { NewCase } from './new-case.ts'
import { saveApproval, saveApprovalClinics } from './open-case.sql.ts'

type Approving = NewCase['approval'] & {
  readonly caseId: Id<'case'>
  readonly insurerId: Id<'organisation'>
  readonly grantedBy: Id<'user'> | null
}

/** Grants sessions on a case. A further grant is a further approval; the clinical part of the case is not written again. */
export async function approve(tx: Tx, { clinics, ...approval }: Approving): Promise<Id<'approval'>> {
  const id = newId<'approval'>()
  await saveApproval(tx, { ...approval, id, anyClinic: clinics === 'any' })
  if (clinics !== 'any') await saveApprovalClinics(tx, id, clinics)
  return id
}
