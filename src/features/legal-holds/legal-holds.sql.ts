import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { HoldReason } from '#policy/hold-grounds.ts'

export type HeldCaseRow = {
  id: Id<'case'>
  insurer_id: Id<'organisation'>
  person_id: Id<'person'>
  case_number: string
}

/** One of the insurer's own cases; none when the patient has been erased. */
export const caseToHold = (reader: Reader, id: Id<'case'>, insurerId: Id<'organisation'>) =>
  reader.maybeRow<HeldCaseRow>(sql`
    select c.id, c.insurer_id, c.person_id, c.case_number from cases c where c.id = ${id} and c.insurer_id = ${insurerId}
      and exists (select from person_keys k where k.person_id = c.person_id and k.wrapped is not null)`)

export type HoldRow = {
  id: Id<'legal-hold'>
  reason: HoldReason
  placed_at: Temporal.Instant
  placed_by_name: string | null
  why_sealed: Buffer | null
  /** Null for what ends by itself. */
  review_on: Temporal.PlainDate | null
}

export type LeftBehindRow = HeldCaseRow & { insurer: string }

/** The case that a hold of an insurer without an agreement is on; none for a hold of anybody else, nor for who is not to look. */
export const caseOfHoldLeftBehind = (reader: Reader, id: Id<'legal-hold'>) =>
  reader.maybeRow<LeftBehindRow>(sql`
    select case_id as id, insurer_id, person_id, case_number, insurer from hold_left_behind(${id})`)

/** What holds a case now, the oldest first. */
export const holdsOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<HoldRow>(sql`
    select h.id, h.reason, h.placed_at, u.name as placed_by_name, h.why_sealed,
      (select r.review_on from legal_hold_reviews r where r.hold_id = h.id order by r.decided_at desc limit 1) as review_on
    from legal_holds h left join users u on u.id = h.placed_by
    where h.case_id = ${caseId} and h.lifted_at is null order by h.placed_at, h.id`)

export type PastHoldRow = Pick<HoldRow, 'id' | 'reason' | 'placed_at' | 'placed_by_name' | 'why_sealed'> & {
  lifted_at: Temporal.Instant
  lifted_by_name: string | null
  lifted_why_sealed: Buffer | null
}

/** What was placed by hand and lifted again, the latest first. */
export const pastHoldsOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<PastHoldRow>(sql`
    select h.id, h.reason, h.placed_at, p.name as placed_by_name, h.why_sealed, h.lifted_at, l.name as lifted_by_name, h.lifted_why_sealed
    from legal_holds h left join users p on p.id = h.placed_by left join users l on l.id = h.lifted_by
    where h.case_id = ${caseId} and h.lifted_at is not null and h.placed_by is not null order by h.lifted_at desc, h.id limit 20`)

export type ListedHoldRow = Pick<HoldRow, 'id' | 'reason' | 'placed_at' | 'review_on'> & {
  case_id: Id<'case'>
  person_id: Id<'person'>
  case_number: string
}

/** Every hold on the insurer's cases; first those whose day has come. */
export const holdsOfInsurer = (reader: Reader, insurerId: Id<'organisation'>) =>
  reader.rows<ListedHoldRow>(sql`
    select h.id, h.reason, h.placed_at, h.case_id, c.person_id, c.case_number, newest.review_on
    from legal_holds h join cases c on c.id = h.case_id
    left join lateral (select r.review_on from legal_hold_reviews r where r.hold_id = h.id order by r.decided_at desc limit 1) newest on true
    where c.insurer_id = ${insurerId} and h.lifted_at is null
    order by newest.review_on nulls last, h.placed_at, h.id limit 500`)

type NewHold = {
  id: Id<'legal-hold'>
  caseId: Id<'case'>
  reason: HoldReason
  why: Buffer
  by: Id<'user'> | null
  now: Temporal.Instant
}

export const saveHold = (tx: Tx, h: NewHold) =>
  tx.run(sql`
    insert into legal_holds (id, case_id, reason, why_sealed, placed_by, placed_at)
    values (${h.id}, ${h.caseId}, ${h.reason}, ${h.why}, ${h.by}, ${h.now})`)

type NewReview = { holdId: Id<'legal-hold'>; on: Temporal.PlainDate; by: Id<'user'> | null; now: Temporal.Instant }

export const saveReview = (tx: Tx, r: NewReview) =>
  tx.run(sql`
    insert into legal_hold_reviews (hold_id, review_on, decided_by, decided_at) values (${r.holdId}, ${r.on}, ${r.by}, ${r.now})`)

type Lifting = { id: Id<'legal-hold'>; why: Buffer; by: Id<'user'> | null; now: Temporal.Instant }

/** Tells how many were lifted: none when somebody else was first. */
export const liftHold = (tx: Tx, h: Lifting) =>
  tx.run(sql`
    update legal_holds set lifted_at = ${h.now}, lifted_by = ${h.by}, lifted_why_sealed = ${h.why} where id = ${h.id} and lifted_at is null`)

export type DueReviewRow = {
  hold_id: Id<'legal-hold'>
  decided_at: Temporal.Instant
  case_id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  /** Whom to tell: the insurer, or the operator once its agreement has ended. */
  tell_id: Id<'organisation'>
}

/** Holds whose day has come and of which nobody who can look at them has been told. */
export const dueReviews = (reader: Reader, today: Temporal.PlainDate) =>
  reader.rows<DueReviewRow>(sql`
    select r.hold_id, r.decided_at, h.case_id, c.person_id, c.insurer_id,
      case when agreement_is_over(c.insurer_id) then (select o.id from organisations o where o.kind = 'operator') else c.insurer_id end as tell_id
    from legal_hold_reviews r join legal_holds h on h.id = r.hold_id join cases c on c.id = h.case_id
    where h.lifted_at is null and r.review_on <= ${today}
      and (r.reminded_at is null or r.reminded_at < (select e.took_effect_at from agreement_effects e where e.organisation_id = c.insurer_id))
      and not exists (select from legal_hold_reviews n where n.hold_id = r.hold_id and n.decided_at > r.decided_at)
    order by r.review_on limit 500`)

export const noteReminded = (tx: Tx, { hold_id, decided_at }: DueReviewRow, now: Temporal.Instant) =>
  tx.run(sql`
    update legal_hold_reviews set reminded_at = ${now} where hold_id = ${hold_id} and decided_at = ${decided_at}`)

export type HoldInForceRow = {
  insurer: string
  reason: HoldReason
  placed_at: Temporal.Instant
  review_on: Temporal.PlainDate | null
  /** The hold, where the reader is to look at it because the insurer no longer can. */
  left_behind: Id<'legal-hold'> | null
}

/** Every hold, those that were left behind first, for the operator: nothing of whom it is about. No row for anybody else. */
export const holdsInForce = (reader: Reader, limit: number) =>
  reader.rows<HoldInForceRow>(sql`
    select insurer, reason, placed_at, review_on, left_behind from legal_holds_in_force()
    order by left_behind is null, review_on nulls last, placed_at limit ${limit}`)
