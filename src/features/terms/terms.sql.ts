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

export type Told = {
  readonly site: string
  readonly version: number
  /** The beginning of the day from which it is valid. */
  readonly from: Temporal.Instant
  readonly at: Temporal.Instant
}

/**
 * Queues a mail to every member of staff and to every patient with a live consent whose case is neither over nor restricted, each once a
 * version. Newcomers are told nothing: who accepted no earlier version and came when this one was valid, or accepted it at once. Tells how many.
 */
export const queueNotices = (tx: Tx, { site, version, from, at }: Told) =>
  tx.row<{ queued: number }>(sql`
    with people as (
      select u.id as user_id, null::uuid as person_id, u.created_at as came_at from users u
        where not exists (select from user_removals r where r.user_id = u.id)
      union all
      select null::uuid, p.id, (select min(c.created_at) from cases c where c.person_id = p.id) from persons p
        where p.erased_at is null and exists (select from cases c where c.person_id = p.id and not case_is_restricted(c.id)
          and not exists (select from course_closures k where k.case_id = c.id)
          and exists (select from consent_marks m where m.case_id = c.id and consent_is_live(m.id)))),
    noted as (
      insert into terms_notices (site, version, user_id, person_id, queued_at)
      select ${site}, ${version}, user_id, person_id, ${at}::timestamptz from people
      cross join lateral (select min(a.version) as first from terms_acceptances a
        where a.site = ${site} and (a.user_id = people.user_id or a.person_id = people.person_id)) accepted
      where accepted.first < ${version} or (accepted.first is null and people.came_at < ${from}::timestamptz)
      on conflict do nothing returning id),
    told as (
      select enqueue_each('send-terms-notice', array_agg(jsonb_build_object('noticeId', id))) from noted having count(*) > 0)
    select (select count(*) from noted)::integer as queued, (select count(*) from told) as calls`)

export type Notice = {
  id: Id<'terms-notice'>
  version: number
  person_id: Id<'person'> | null
  /** Of a member of staff. */
  email: string | null
  /** As staff chose it; of a patient the one in which they last read the terms, and Danish while they have not been here. */
  language: 'da' | 'en'
  /** The version that was accepted last before this one. */
  accepted: number | null
  /** What the insurers know of the person, the newest first: one of these has the address. */
  patient_ids: Id<'patient'>[]
}

/** A notice that is neither sent nor given up. */
export const waitingNotice = (reader: Reader, id: Id<'terms-notice'>) =>
  reader.maybeRow<Notice>(sql`
    select n.id, n.version, n.person_id, u.email, coalesce(u.language, read.language, 'da') as language,
      (select max(a.version) from terms_acceptances a where a.site = n.site and a.version < n.version
        and (a.user_id = n.user_id or a.person_id = n.person_id)) as accepted,
      array(select c.patient_id from cases c where c.person_id = n.person_id order by c.created_at desc, c.id) as patient_ids
    from terms_notices n
    left join users u on u.id = n.user_id and not exists (select from user_removals r where r.user_id = u.id)
    left join lateral (select a.language from terms_acceptances a where a.person_id = n.person_id
      order by a.accepted_at desc limit 1) read on true
    where n.id = ${id} and n.sent_at is null and n.not_sent_because is null`)

export const closeNotice = (
  tx: Tx,
  { id, at, because }: { id: Id<'terms-notice'>; at: Temporal.Instant; because: string | null },
) =>
  tx.run(sql`
    update terms_notices set sent_at = case when ${because}::text is null then ${at}::timestamptz end, not_sent_because = ${because}
    where id = ${id} and sent_at is null`)
