import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ImportState =
  | 'checking'
  | 'has-errors'
  | 'ready'
  | 'importing'
  | 'imported'
  | 'check-failed'
  | 'import-failed'
  | 'not-allowed'
  | 'expired'

export type ImportRow = {
  id: Id<'case-import'>
  insurer_id: Id<'organisation'>
  uploaded_by_name: string
  uploaded_at: Temporal.Instant
  state: ImportState
  rows_total: number
  rows_checked: number
  rows_wrong: number
  rows_with_consent: number
  rows_imported: number
  confirmed_by: Id<'user'> | null
  finished_at: Temporal.Instant | null
  progressed_at: Temporal.Instant
}

const columns = sql`i.id, i.insurer_id, u.name as uploaded_by_name, i.uploaded_at, i.state, i.rows_total, i.rows_checked, i.rows_wrong,
  i.rows_with_consent, i.rows_imported, i.confirmed_by, i.finished_at, i.progressed_at`

export const importsOf = (reader: Reader, insurerId: Id<'organisation'>) =>
  reader.rows<ImportRow>(sql`
    select ${columns} from case_imports i join users u on u.id = i.uploaded_by
    where i.insurer_id = ${insurerId} order by i.uploaded_at desc, i.id desc limit 50`)

export const importById = (reader: Reader, id: string) =>
  reader.maybeRow<ImportRow>(sql`
    select ${columns} from case_imports i join users u on u.id = i.uploaded_by where i.id = ${id}`)

type NewImport = {
  id: Id<'case-import'>
  insurerId: Id<'organisation'>
  uploadedBy: Id<'user'> | null
  at: Temporal.Instant
  rowsTotal: number
  content: Buffer
  eraseAt: Temporal.Instant
}

export async function saveImport(tx: Tx, i: NewImport): Promise<void> {
  await tx.run(sql`
    insert into case_imports (id, insurer_id, uploaded_by, uploaded_at, state, rows_total, progressed_at)
    values (${i.id}, ${i.insurerId}, ${i.uploadedBy}, ${i.at}::timestamptz, 'checking', ${i.rowsTotal}, ${i.at}::timestamptz)`)
  await tx.run(sql`
    insert into case_import_files (import_id, insurer_id, content_sealed, erase_at)
    values (${i.id}, ${i.insurerId}, ${i.content}, ${i.eraseAt}::timestamptz)`)
}

export const sealedFileOf = (reader: Reader, id: Id<'case-import'>) =>
  reader.maybeRow<{ content_sealed: Buffer }>(sql`select content_sealed from case_import_files where import_id = ${id}`)

export const eraseFile = (tx: Tx, id: Id<'case-import'>) =>
  tx.run(sql`delete from case_import_files where import_id = ${id}`)

/** One task for each step of an import: asking again while it waits changes nothing. */
export const enqueueTask = (tx: Tx, task: 'check-import' | 'import-cases', importId: Id<'case-import'>) =>
  tx.run(sql`
    select enqueue(${task}, ${JSON.stringify({ importId })}::jsonb, job_key => ${`${task}/${importId}`}, max_attempts => 3)`)

type Step = { id: Id<'case-import'>; from: readonly ImportState[]; to: ImportState; at: Temporal.Instant }

/** Moves an import on if it stands where it can be moved from. Tells whether it did. */
export const moveOn = async (tx: Tx, { id, from, to, at }: Step): Promise<boolean> =>
  (await tx.run(sql`
    update case_imports set state = ${to}, progressed_at = ${at}::timestamptz,
      finished_at = case when ${to} in ('imported', 'expired') then ${at}::timestamptz end
    where id = ${id} and state = any (${from}::text[])`)) > 0

export const noteConfirmation = (
  tx: Tx,
  id: Id<'case-import'>,
  by: { userId: Id<'user'> | null; at: Temporal.Instant },
) =>
  tx.run(sql`
    update case_imports set confirmed_by = ${by.userId}, confirmed_at = ${by.at}::timestamptz, rows_imported = 0 where id = ${id}`)

type Checked = { rows: number; wrong: number; withConsent: number; at: Temporal.Instant }

export const noteChecked = (tx: Tx, id: Id<'case-import'>, c: Checked) =>
  tx.run(sql`
    update case_imports set rows_checked = ${c.rows}, rows_wrong = ${c.wrong}, rows_with_consent = ${c.withConsent},
      progressed_at = ${c.at}::timestamptz where id = ${id}`)

export const noteImported = (tx: Tx, id: Id<'case-import'>, { rows, at }: { rows: number; at: Temporal.Instant }) =>
  tx.run(sql`update case_imports set rows_imported = ${rows}, progressed_at = ${at}::timestamptz where id = ${id}`)

/** True for one transaction at a time: a second job for the same import finds the first at work. */
export const takeImport = async (tx: Tx, id: Id<'case-import'>): Promise<boolean> =>
  (
    await tx.row<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`case-import/${id}`}, 0)) as taken`,
    )
  ).taken

export const takenNumbers = (reader: Reader, insurerId: Id<'organisation'>, numbers: readonly string[]) =>
  reader.rows<{ case_number: string }>(
    sql`select case_number from cases where insurer_id = ${insurerId} and case_number = any (${numbers}::text[])`,
  )

/** Erases files whose days are over, and closes the imports that can go nowhere without them. */
export async function eraseOldFiles(tx: Tx, at: Temporal.Instant): Promise<number> {
  await tx.run(sql`
    update case_imports set state = 'expired', finished_at = ${at}::timestamptz
    where state not in ('imported', 'expired')
      and id in (select import_id from case_import_files where erase_at <= ${at}::timestamptz)`)
  return tx.run(sql`delete from case_import_files where erase_at <= ${at}::timestamptz`)
}

/** Forgets the accounts of imports that ended before this and have no file any more. What they brought in is in the cases. */
export async function forgetFinishedImports(tx: Tx, endedBefore: Temporal.Instant): Promise<number> {
  const gone = sql`select id from case_imports where finished_at < ${endedBefore}::timestamptz
    and not exists (select from case_import_files f where f.import_id = case_imports.id)`
  await tx.run(sql`delete from case_import_errors where import_id in (${gone})`)
  return tx.run(sql`delete from case_imports where id in (${gone})`)
}
