import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type News = 'announced' | 'called-off' | 'ended'
export type ToTell = { readonly windowId: Id<'maintenance-window'>; readonly news: News }

/** The mails are made by a job, so that announcing does not wait for them. */
export const queueNews = (tx: Tx, toTell: ToTell) =>
  tx.run(sql`select enqueue('tell-maintenance', ${JSON.stringify(toTell)}::jsonb)`)

/**
 * A mail for each administrator of any organisation who has none about this yet, and a job for each. What was called off meanwhile is
 * announced to nobody. Tells how many.
 */
export const queueMails = (tx: Tx, { windowId, news, now }: ToTell & { readonly now: Temporal.Instant }) =>
  tx.row<{ queued: number }>(sql`
    with told as (
      insert into maintenance_mails (window_id, user_id, news, queued_at)
      select w.id, u.id, ${news}, ${now}::timestamptz
      from maintenance_windows w
      join users u on not exists (select from user_removals x where x.user_id = u.id)
        and exists (select from user_roles r where r.user_id = u.id and r.role = 'administrator')
      where w.id = ${windowId} and (${news} <> 'announced' or not isempty(w.occupies))
      on conflict on constraint maintenance_is_told_once do nothing returning id),
    jobs as (
      select enqueue_each('send-maintenance-mail', array_agg(jsonb_build_object('mailId', id))) from told having count(*) > 0)
    select (select count(*) from told)::integer as queued, (select count(*) from jobs) as calls`)

export type MailRow = {
  id: Id<'maintenance-mail'>
  news: News
  email: string
  language: Language
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  read_only: boolean
  text_da: string
  text_en: string
}

/** A mail that is neither sent nor given up and still true, to somebody who still has access. */
export const waitingMail = (reader: Reader, id: Id<'maintenance-mail'>) =>
  reader.maybeRow<MailRow>(sql`
    select m.id, m.news, u.email, u.language, w.starts_at, w.ends_at, w.read_only, w.text_da, w.text_en
    from maintenance_mails m
    join maintenance_windows w on w.id = m.window_id
    join users u on u.id = m.user_id and not exists (select from user_removals x where x.user_id = u.id)
    where m.id = ${id} and m.sent_at is null and m.not_sent_because is null
      and (m.news <> 'announced' or not exists (select from maintenance_endings e where e.window_id = w.id))`)

type Closing = {
  readonly id: Id<'maintenance-mail'>
  readonly at: Temporal.Instant
  readonly because: 'email-refused' | null
}

export const closeMail = (tx: Tx, { id, at, because }: Closing) =>
  tx.run(sql`
    update maintenance_mails set sent_at = case when ${because}::text is null then ${at}::timestamptz end, not_sent_because = ${because}
    where id = ${id} and sent_at is null`)

/** Windows announced before that and over, with what was told about them. */
export const forgetWindows = (tx: Tx, announcedBefore: Temporal.Instant, now: Temporal.Instant) =>
  tx.run(sql`select forget_maintenance(${announcedBefore}::timestamptz, ${now}::timestamptz)`)
