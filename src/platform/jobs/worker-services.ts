import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Database } from '#platform/db/database.ts'
import type { Log } from '#platform/log/log.ts'
import type { Mailer } from '#platform/mail/mail.ts'
import type { SmsSender } from '#platform/sms/sms.ts'

/** What a job may use: the database, and the ways out to people. */
export type WorkerServices = {
  readonly database: Database
  /** The database as the request role, for a job that acts for somebody: under the row-level policies of that somebody. */
  readonly requestDatabase: Database
  readonly keyring: Keyring
  readonly mail: Mailer
  readonly sms: SmsSender
  readonly log: Log
  readonly now: () => Temporal.Instant
  /** Where this machine keeps what stands outside the database. */
  readonly dataFolder: string
  readonly auditKeyFile: string
  readonly urls: { readonly referral: URL; readonly marketing: URL }
}
