import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Database } from '#platform/db/database.ts'
import type { Eid } from '#platform/eid/eid.ts'
import type { MaintenanceCalendar } from '#platform/maintenance/maintenance-calendar.ts'
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts'

/** What actions may use of the world outside the database. Made once at start by the composition root. */
export type Services = {
  readonly database: Database
  readonly keyring: Keyring
  readonly sessionKey: Buffer
  readonly eid: Eid
  readonly rateLimiter: RateLimiter
  readonly maintenance: MaintenanceCalendar
  readonly now: () => Temporal.Instant
  readonly urls: { readonly referral: URL; readonly marketing: URL }
  readonly metrics: { render(): Promise<string> }
}
