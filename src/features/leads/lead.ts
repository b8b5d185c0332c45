import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { blindIndex } from '#platform/crypto/blind-index.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { openForPlatform, sealForPlatform } from '#platform/crypto/platform-key.ts'
import type { PolicyModel } from '#policy/model.ts'
import { longestAfter, periodOf } from '#policy/retention.ts'
import type { LeadRow } from './leads.sql.ts'

/** The longest that an enquiry is kept (R2.11), and how long once it is answered (T9.2), as the policy of either site says. */
export type LeadPeriods = { readonly longest: Temporal.Duration; readonly answered: Temporal.Duration }

export const leadPeriodsOn = (model: PolicyModel, action: 'contact.send' | 'lead.answer'): LeadPeriods => ({
  longest: longestAfter(model, action),
  answered: periodOf(model, 'answered-enquiry'),
})

type Part = 'name' | 'company' | 'phone' | 'email' | 'message' | 'text'

export type Lead = Readonly<Record<Exclude<Part, 'text'>, string>> & {
  readonly id: Id<'lead'>
  readonly language: Language
  readonly receivedAt: Temporal.Instant
  readonly reviewOn: Temporal.PlainDate
  /** Stored only, on the sender's word (GDPR art. 18). */
  readonly isRestricted: boolean
  readonly answer: { readonly text: string; readonly at: Temporal.Instant; readonly eraseOn: Temporal.PlainDate } | null
}

/** What finds everything that was written from one address, and does not show it. */
export const addressIndex = (keyring: Keyring, email: string): Buffer =>
  blindIndex(keyring, 'enquirer.email', email.trim().toLowerCase())

/** Seals one part of one lead: in another row or column it does not open. */
export const sealPart = (keyring: Keyring, id: Id<'lead'>, part: Part, plain: string): Buffer =>
  sealForPlatform(keyring, purposeOf(id, part), Buffer.from(plain, 'utf8'))

const purposeOf = (id: Id<'lead'>, part: Part) => `lead/${id}/${part}`

/** Opens everything of a lead. Throws `SealBroken`. */
export function openLead(keyring: Keyring, row: LeadRow): Lead {
  const read = (part: Part, sealed: Buffer) =>
    openForPlatform(keyring, purposeOf(row.id, part), sealed).toString('utf8')
  const { text_sealed: text, answered_at: at, erase_on: eraseOn } = row
  return {
    id: row.id,
    name: read('name', row.name_sealed),
    company: read('company', row.company_sealed),
    phone: read('phone', row.phone_sealed),
    email: read('email', row.email_sealed),
    message: read('message', row.message_sealed),
    language: row.language,
    receivedAt: row.received_at,
    reviewOn: row.review_on,
    isRestricted: row.is_restricted,
    answer: text && at && eraseOn ? { text: read('text', text), at, eraseOn } : null,
  }
}
