import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ClinicCaseRow } from './clinic-case.sql.ts'
import { sessionRequestsOfCase, visitsOfCase } from './course.sql.ts'
import { visitsAhead } from './course.ts'

export type ClosingObstacle = { readonly kind: 'closed' } | { readonly kind: 'visits-ahead'; readonly count: number }

/** A course is closed once, and not while a visit is still to come. */
export async function obstacleToClosing(
  reader: Reader,
  found: ClinicCaseRow,
  now: Temporal.Instant,
): Promise<ClosingObstacle | null> {
  if (found.state === 'closed') return { kind: 'closed' }
  const { length } = visitsAhead(await visitsOfCase(reader, { caseId: found.id, clinicId: found.clinic_id }), now)
  return length > 0 ? { kind: 'visits-ahead', count: length } : null
}

export type AskingObstacle = 'closed' | 'waiting'

/** One question at a time, and none on a course that has ended. */
export async function obstacleToAsking(reader: Reader, found: ClinicCaseRow): Promise<AskingObstacle | null> {
  if (found.state === 'closed') return 'closed'
  const requests = await sessionRequestsOfCase(reader, found.id)
  return requests.some((request) => request.answered_at === null) ? 'waiting' : null
}
