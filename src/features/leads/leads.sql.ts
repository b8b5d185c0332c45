import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type LeadRow = {
  id: Id<'lead'>
  name_sealed: Buffer
  company_sealed: Buffer
  phone_sealed: Buffer
  email_sealed: Buffer
  message_sealed: Buffer
  language: Language
  received_at: Temporal.Instant
  review_on: Temporal.PlainDate
  text_sealed: Buffer | null
  answered_at: Temporal.Instant | null
  erase_on: Temporal.PlainDate | null
}

const lead = sql`select l.id, l.name_sealed, l.company_sealed, l.phone_sealed, l.email_sealed, l.message_sealed, l.language,
  l.received_at, l.review_on, a.text_sealed, a.answered_at, a.erase_on from leads l left join lead_answers a on a.lead_id = l.id`

/** Those that wait for an answer first, then the newest. */
export const allLeads = (reader: Reader) =>
  reader.rows<LeadRow>(sql`${lead} order by (a.lead_id is not null), l.received_at desc, l.id desc limit 200`)

export const leadById = (reader: Reader, id: Id<'lead'>) => reader.maybeRow<LeadRow>(sql`${lead} where l.id = ${id}`)

export type NewLead = {
  id: Id<'lead'>
  name: Buffer
  company: Buffer
  phone: Buffer
  email: Buffer
  message: Buffer
  language: Language
  receivedAt: Temporal.Instant
  reviewOn: Temporal.PlainDate
}

export const saveLead = (tx: Tx, l: NewLead) =>
  tx.run(sql`
    insert into leads (id, name_sealed, company_sealed, phone_sealed, email_sealed, message_sealed, language, received_at, review_on)
    values (${l.id}, ${l.name}, ${l.company}, ${l.phone}, ${l.email}, ${l.message}, ${l.language},
      ${l.receivedAt}::timestamptz, ${l.reviewOn}::date)`)

export type NewAnswer = {
  leadId: Id<'lead'>
  text: Buffer
  answeredBy: Id<'user'> | null
  answeredAt: Temporal.Instant
  eraseOn: Temporal.PlainDate
}

/** False when somebody answered before. */
export const saveAnswer = async (tx: Tx, a: NewAnswer): Promise<boolean> =>
  (await tx.run(sql`
    insert into lead_answers (lead_id, text_sealed, answered_by, answered_at, erase_on)
    values (${a.leadId}, ${a.text}, ${a.answeredBy}, ${a.answeredAt}::timestamptz, ${a.eraseOn}::date)
    on conflict (lead_id) do nothing`)) > 0

export const queueAnswerMail = (tx: Tx, id: Id<'lead'>) =>
  tx.run(sql`select enqueue('send-lead-answer', ${JSON.stringify({ leadId: id })}::jsonb)`)

/** Erases answered leads whose days are over, and unanswered ones whose review date has come. Tells how many. */
export const eraseLeadsDue = (tx: Tx, today: Temporal.PlainDate) =>
  tx.run(sql`
    delete from leads l using leads own left join lead_answers a on a.lead_id = own.id
    where own.id = l.id and coalesce(a.erase_on, own.review_on) <= ${today}::date`)
