import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { OrganisationKind } from '#policy/actor.ts'
import type { EndingReason, EndingStep } from './agreements.ts'

export type AgreementRow = {
  id: Id<'organisation'>
  kind: Exclude<OrganisationKind, 'operator'>
  name: string
  cvr: string
  email: string
  phone: string
  town: string | null
  created_at: Temporal.Instant
  /** The ending that stands, if one is announced. */
  ending_id: Id<'agreement-ending'> | null
  last_day: Temporal.PlainDate | null
  reason: EndingReason | null
  announced_at: Temporal.Instant | null
  took_effect_at: Temporal.Instant | null
  access_until: Temporal.PlainDate | null
}

/** One insurer or place of treatment with how its agreement stands. */
export const agreementOf = (reader: Reader, id: Id<'organisation'>) =>
  reader.maybeRow<AgreementRow>(sql`
    select o.id, o.kind, o.name, o.cvr, o.email, o.phone, l.town, o.created_at, x.id as ending_id, x.last_day, x.reason, x.announced_at,
      e.took_effect_at, e.access_until
    from organisations o left join clinic_locations l on l.clinic_id = o.id
    left join lateral (select a.* from agreement_endings a where a.organisation_id = o.id
      and not exists (select from agreement_endings_taken_back b where b.ending_id = a.id) limit 1) x on true
    left join agreement_effects e on e.ending_id = x.id
    where o.id = ${id} and o.kind <> 'operator'`)

export type StepRow = { step: EndingStep; reached_at: Temporal.Instant; figures: Record<string, number> }

export const stepsOf = (reader: Reader, organisationId: Id<'organisation'>) =>
  reader.rows<StepRow>(
    sql`select step, reached_at, figures from agreement_steps where organisation_id = ${organisationId} order by reached_at, step`,
  )

export type Figures = {
  users: number
  invitations: number
  credentials: number
  open_cases: number
  cases: number
  visits: number
  journals: number
  requests: number
  held: number
}

/** What ends with the agreement, in numbers; visits that lie after that day. */
export const figuresOf = (reader: Reader, organisationId: Id<'organisation'>, lastDay: Temporal.PlainDate) =>
  reader.row<Figures>(sql`select * from agreement_figures(${organisationId}, ${lastDay})`)

export type NewEnding = {
  id: Id<'agreement-ending'>
  organisationId: Id<'organisation'>
  lastDay: Temporal.PlainDate
  reason: EndingReason
  by: Id<'user'> | null
  now: Temporal.Instant
}

/** Violates `an_agreement_ends_once` when an ending is announced already. */
export const saveEnding = (tx: Tx, e: NewEnding) =>
  tx.run(sql`
    insert into agreement_endings (id, organisation_id, last_day, reason, announced_by, announced_at)
    values (${e.id}, ${e.organisationId}, ${e.lastDay}, ${e.reason}, ${e.by}, ${e.now})`)

type TakingBack = { endingId: Id<'agreement-ending'>; by: Id<'user'> | null; now: Temporal.Instant }

/** Violates `no_way_back_after_the_effect`, or the primary key when it was taken back meanwhile. */
export const saveTakenBack = (tx: Tx, { endingId, by, now }: TakingBack) =>
  tx.run(sql`
    insert into agreement_endings_taken_back (ending_id, taken_back_by, taken_back_at) values (${endingId}, ${by}, ${now})`)

type Effect = {
  endingId: Id<'agreement-ending'>
  organisationId: Id<'organisation'>
  now: Temporal.Instant
  accessUntil: Temporal.PlainDate
}

/** From here on all access is ended: the database does that with the row. */
export const saveEffect = (tx: Tx, { endingId, organisationId, now, accessUntil }: Effect) =>
  tx.run(sql`
    insert into agreement_effects (organisation_id, ending_id, took_effect_at, access_until)
    values (${organisationId}, ${endingId}, ${now}, ${accessUntil})`)
