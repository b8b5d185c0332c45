import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { ConsentMeans } from './consent-means.ts'

export type ConsentRow = {
  id: Id<'consent-mark'>
  case_id: Id<'case'>
  consented_on: Temporal.PlainDate
  means: ConsentMeans
  text_version: string
  statement_da: string
  statement_en: string
  marked_at: Temporal.Instant
  marked_by_name: string | null
  withdrawn_at: Temporal.Instant | null
  withdrawn_by_kind: 'patient' | 'insurer' | null
}

/** All marks of a case, the newest first, each with its words as they were then (until the policy held them, a list of both languages) and with its withdrawal if there is one. */
export const marksOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<ConsentRow>(sql`
    select m.id, m.case_id, m.consented_on, m.means, m.text_version, m.marked_at, u.name as marked_by_name,
      w.withdrawn_at, w.withdrawn_by_kind,
      coalesce(t.words::jsonb #>> '{statement,da}', t.words::jsonb #>> '{1,statement}', '') as statement_da,
      coalesce(t.words::jsonb #>> '{statement,en}', t.words::jsonb #>> '{2,statement}', '') as statement_en
    from consent_marks m join consent_texts t on t.hash = m.text_hash
    left join consent_withdrawals w on w.consent_mark_id = m.id
    left join users u on u.id = m.marked_by
    where m.case_id = ${caseId} order by m.marked_at desc, m.id desc`)

export type NewMark = {
  id: Id<'consent-mark'>
  caseId: Id<'case'>
  consentedOn: Temporal.PlainDate
  means: ConsentMeans
  textVersion: string
  textHash: string
  organisationId: Id<'organisation'>
  markedBy: Id<'user'> | null
}

/** Keeps the words once, however many agree to them. Before the first mark to them. */
export const keepWords = (tx: Tx, { hash, words }: { readonly hash: string; readonly words: string }) =>
  tx.run(sql`insert into consent_texts (hash, words) values (${hash}, ${words}) on conflict do nothing`)

export const saveMark = (tx: Tx, mark: NewMark) =>
  tx.run(sql`
    insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation, marked_by)
    values (${mark.id}, ${mark.caseId}, ${mark.consentedOn}, ${mark.means}, ${mark.textVersion}, ${mark.textHash},
      ${mark.organisationId}, ${mark.markedBy})`)

/** Withdraws every mark of the case that is still live. Tells how many there were: of two who withdraw at once, the second finds none. */
export const saveWithdrawal = (tx: Tx, w: { caseId: Id<'case'>; byKind: 'patient' | 'insurer'; by: string | null }) =>
  tx.run(sql`
    insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_by)
    select m.id, m.case_id, ${w.byKind}, ${w.by}::uuid from consent_marks m
    where m.case_id = ${w.caseId} and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id)
    on conflict (consent_mark_id) do nothing`)

/** Two who mark the same case at once come one after the other. */
export const lockMarking = (tx: Tx, caseId: Id<'case'>) =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`mark-consent/${caseId}`}, 0))`)

export const saveMarks = (tx: Tx, marks: readonly NewMark[]) =>
  tx.run(sql`
    insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation, marked_by)
    select "id", "caseId", "consentedOn", "means", "textVersion", "textHash", "organisationId", "markedBy"
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as given ("id" uuid, "caseId" uuid, "consentedOn" date, "means" text,
      "textVersion" text, "textHash" text, "organisationId" uuid, "markedBy" uuid)`)
