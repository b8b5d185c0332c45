import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

/** Whether the case is stored only (GDPR art. 18), whoever asks. */
export const isRestricted = async (reader: Reader, caseId: string): Promise<boolean> =>
  (await reader.row<{ restricted: boolean }>(sql`select case_is_restricted(${caseId}::uuid) as restricted`)).restricted
