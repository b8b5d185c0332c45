import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { OrganisationKind, Role } from '#policy/actor.ts'

type SessionRow = {
  kind: 'patient' | 'staff' | 'half-staff'
  user_id: Id<'user'> | null
  person_id: Id<'person'> | null
  organisation_id: Id<'organisation'> | null
  organisation_kind: OrganisationKind | null
  organisation_name: string | null
  user_name: string | null
  language: Language | null
  roles: Role[]
  csrf_secret: string
  started_at: Temporal.Instant
  accepted_terms: number
}

export const enterSession = (tx: Tx, tokenHash: Buffer) =>
  tx.maybeRow<SessionRow>(sql`select * from enter_session(${tokenHash})`)

/** From here to the end of the transaction the application acts before it knows for whom, also when somebody is logged in. */
export const becomeGatekeeper = (tx: Tx) =>
  tx.run(sql`
    select set_config('app.actor_kind', 'gatekeeper', true), set_config('app.user', '', true), set_config('app.organisation', '', true),
      set_config('app.person', '', true)`)
