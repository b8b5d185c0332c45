import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type Asked = { readonly caseId: string | null; readonly account: string | null; readonly asker: string | null }

/** Whether what is asked about, a case or a colleague's account, is stored only (GDPR art. 18), and whether the asker's own account is. */
export const restrictionsOf = (reader: Reader, { caseId, account, asker }: Asked) =>
  reader.row<{ restricted: boolean; resting: boolean }>(sql`
    select (${caseId}::uuid is not null and case_is_restricted(${caseId}::uuid))
        or (${account}::uuid is not null and account_is_restricted(${account}::uuid)) as restricted,
      ${asker}::uuid is not null and account_is_restricted(${asker}::uuid) as resting`)
