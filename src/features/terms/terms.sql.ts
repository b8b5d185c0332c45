import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type Accepted = { version: number; accepted_at: Temporal.Instant }

/** What whoever asks accepted last. */
export const lastAccepted = (reader: Reader, site: string) =>
  reader.maybeRow<Accepted>(sql`
    select version, accepted_at from terms_acceptances where site = ${site} order by version desc limit 1`)

type Acceptance = {
  id: Id<'terms-acceptance'>
  site: string
  version: number
  termsHash: Buffer
  userId: Id<'user'> | null
  personId: Id<'person'> | null
  language: 'da' | 'en'
  at: Temporal.Instant
}

/** Once for each version: who accepts twice has accepted. */
export const saveAcceptance = (tx: Tx, a: Acceptance) =>
  tx.run(sql`
    insert into terms_acceptances (id, site, version, terms_hash, user_id, person_id, language, accepted_at)
    values (${a.id}, ${a.site}, ${a.version}, ${a.termsHash}, ${a.userId}, ${a.personId}, ${a.language}, ${a.at}::timestamptz)
    on conflict do nothing`)

/**
 * Queues a mail to every member of staff and to every patient with a live consent whose case is neither over nor restricted, each once a
 * version. Tells how many.
 */
export const queueNotices = (tx: Tx, { site, version, at }: { site: string; version: number; at: Temporal.Instant }) =>
  tx.row<{ queued: number }>(sql`
    with people as (
      select u.id as user_id, null::uuid as person_id from users u where not exists (select from user_removals r where r.user_id = u.id)
      union all
      select distinct null::uuid, c.person_id from cases c join persons p on p.id = c.person_id
        where p.erased_at is null and not case_is_restricted(c.id) and not exists (select from course_closures k where k.case_id = c.id)
          and exists (select from consent_marks m where m.case_id = c.id and consent_is_live(m.id))),
    noted as (
      insert into terms_notices (site, version, user_id, person_id, queued_at)
      select ${site}, ${version}, user_id, person_id, ${at}::timestamptz from people on conflict do nothing returning id),
    told as (
      select enqueue_each('send-terms-notice', array_agg(jsonb_build_object('noticeId', id))) from noted having count(*) > 0)
    select (select count(*) from noted)::integer as queued, (select count(*) from told) as calls`)

export type Notice = {
  id: Id<'terms-notice'>
  version: number
  person_id: Id<'person'> | null
  /** Of a member of staff. */
  email: string | null
  language: 'da' | 'en'
  /** What the insurers know of the person, the newest first: one of these has the address. */
  patient_ids: Id<'patient'>[]
}

/** A notice that is neither sent nor given up. */
export const waitingNotice = (reader: Reader, id: Id<'terms-notice'>) =>
  reader.maybeRow<Notice>(sql`
    select n.id, n.version, n.person_id, u.email, coalesce(u.language, 'da') as language,
      array(select c.patient_id from cases c where c.person_id = n.person_id order by c.created_at desc, c.id) as patient_ids
    from terms_notices n
    left join users u on u.id = n.user_id and not exists (select from user_removals r where r.user_id = u.id)
    where n.id = ${id} and n.sent_at is null and n.not_sent_because is null`)

export const closeNotice = (
  tx: Tx,
  { id, at, because }: { id: Id<'terms-notice'>; at: Temporal.Instant; because: string | null },
) =>
  tx.run(sql`
    update terms_notices set sent_at = case when ${because}::text is null then ${at}::timestamptz end, not_sent_because = ${because}
    where id = ${id} and sent_at is null`)
