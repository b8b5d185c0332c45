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
  is_restricted: boolean
  text_sealed: Buffer | null
  answered_at: Temporal.Instant | null
  erase_on: Temporal.PlainDate | null
}

const lead = sql`select l.id, l.name_sealed, l.company_sealed, l.phone_sealed, l.email_sealed, l.message_sealed, l.language,
  l.received_at, l.review_on, lead_is_restricted(l.id) as is_restricted, a.text_sealed, a.answered_at, a.erase_on from leads l left join lead_answers a on a.lead_id = l.id`

/** Those that wait for an answer first, then the newest. */
export const allLeads = (reader: Reader) =>
  reader.rows<LeadRow>(sql`${lead} order by (a.lead_id is not null), l.received_at desc, l.id desc limit 200`)

export const leadById = (reader: Reader, id: Id<'lead'>) => reader.maybeRow<LeadRow>(sql`${lead} where l.id = ${id}`)

/** Everything that was written from one address, the newest first. */
export const leadsFrom = (reader: Reader, emailIndex: Buffer) =>
  reader.rows<LeadRow>(sql`${lead} where l.email_index = ${emailIndex}::bytea order by l.received_at desc, l.id desc`)

/** Those that came in before addresses were indexed. */
export const leadsWithoutIndex = (reader: Reader) =>
  reader.rows<{ id: Id<'lead'>; email_sealed: Buffer }>(
    sql`select id, email_sealed from leads where email_index is null limit 1000`,
  )

export const saveEmailIndex = (tx: Tx, id: Id<'lead'>, index: Buffer) =>
  tx.run(sql`update leads set email_index = ${index}::bytea where id = ${id} and email_index is null`)

type Corrected = Pick<NewLead, 'id' | 'name' | 'company' | 'phone' | 'message'>

export const correctLead = (tx: Tx, { id, name, company, phone, message }: Corrected) =>
  tx.run(sql`
    update leads set name_sealed = ${name}, company_sealed = ${company}, phone_sealed = ${phone}, message_sealed = ${message} where id = ${id}`)

export const eraseLead = (tx: Tx, id: Id<'lead'>) => tx.run(sql`delete from leads where id = ${id}`)

export type NewLead = {
  id: Id<'lead'>
  name: Buffer
  company: Buffer
  phone: Buffer
  email: Buffer
  emailIndex: Buffer
  message: Buffer
  language: Language
  receivedAt: Temporal.Instant
  reviewOn: Temporal.PlainDate
}

export const saveLead = (tx: Tx, l: NewLead) =>
  tx.run(sql`
    insert into leads (id, name_sealed, company_sealed, phone_sealed, email_sealed, email_index, message_sealed, language, received_at, review_on)
    values (${l.id}, ${l.name}, ${l.company}, ${l.phone}, ${l.email}, ${l.emailIndex}::bytea, ${l.message}, ${l.language},
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

/** What is restricted waits until that is lifted (art. 18(2)). Erases answered leads whose days are over, and unanswered ones whose review date has come. Tells how many. */
export const eraseLeadsDue = (tx: Tx, today: Temporal.PlainDate) =>
  tx.run(sql`
    delete from leads l using leads own left join lead_answers a on a.lead_id = own.id
    where own.id = l.id and not lead_is_restricted(l.id) and coalesce(a.erase_on, own.review_on) <= ${today}::date`)
