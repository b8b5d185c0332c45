import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { openForPlatform, sealForPlatform } from '#platform/crypto/platform-key.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { LeadRow } from './leads.sql.ts'

/** The day by which an enquiry is answered or goes: cooperation is considered as long as the policy's activity says, and no longer (R2.11). */
export function reviewDayOf(
  { activities, site }: Kept,
  activity: string,
  receivedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  const keeping = activities.find(({ id }) => id === activity)
  if (!keeping) throw new Error(`The policy of ${site} does not say how long ${activity} keeps what it has`)
  return receivedOn.add(keeping.retention.maximum.period)
}

type Kept = Pick<PolicyModel, 'activities' | 'site'>

/** Long enough for the sender to write back after the answer (T9.2). */
export const daysAfterAnswer = 30

type Part = 'name' | 'company' | 'phone' | 'email' | 'message' | 'text'

export type Lead = Readonly<Record<Exclude<Part, 'text'>, string>> & {
  readonly id: Id<'lead'>
  readonly language: Language
  readonly receivedAt: Temporal.Instant
  readonly reviewOn: Temporal.PlainDate
  readonly answer: { readonly text: string; readonly at: Temporal.Instant; readonly eraseOn: Temporal.PlainDate } | null
}

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
    answer: text && at && eraseOn ? { text: read('text', text), at, eraseOn } : null,
  }
}
