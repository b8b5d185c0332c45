import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { OrderReason } from './erasure-orders.ts'

export type CaseToEraseRow = {
  id: Id<'case'>
  insurer_id: Id<'organisation'>
  person_id: Id<'person'>
  case_number: string
  /** Clinics whose journal they must take over first. */
  journals: string[]
  next_visit_at: Temporal.Instant | null
  order_id: Id<'erasure-order'> | null
  ordered_at: Temporal.Instant | null
}

/** One of the insurer's own cases with what an order to erase it meets, and the open order if there is one. */
export const caseToErase = (
  reader: Reader,
  id: Id<'case'>,
  { insurerId, now }: { insurerId: Id<'organisation'>; now: Temporal.Instant },
) =>
  reader.maybeRow<CaseToEraseRow>(sql`
    select c.id, c.insurer_id, c.person_id, c.case_number, o.id as order_id, o.ordered_at,
      journals_of_case(c.id) as journals,
      (select min(a.starts_at) from appointments a where a.case_id = c.id and a.starts_at > ${now}::timestamptz
        and not exists (select from appointment_cancellations x where x.appointment_id = a.id)) as next_visit_at
    from cases c left join erasure_orders o on o.case_id = c.id and o.withdrawn_at is null and o.carried_out_at is null
    where c.id = ${id} and c.insurer_id = ${insurerId}
      and exists (select from person_keys k where k.person_id = c.person_id and k.wrapped is not null)`)

type NewOrder = {
  id: Id<'erasure-order'>
  organisationId: Id<'organisation'>
  caseId: Id<'case'>
  reason: OrderReason
  by: Id<'user'> | null
  now: Temporal.Instant
}

/** Refused by `no_order_under_a_hold`, `no_order_before_a_coming_visit` and `one_open_order_a_case`. */
export const saveOrder = (tx: Tx, o: NewOrder) =>
  tx.run(sql`
    insert into erasure_orders (id, organisation_id, case_id, reason, ordered_by, ordered_at)
    values (${o.id}, ${o.organisationId}, ${o.caseId}, ${o.reason}, ${o.by}, ${o.now})`)

export const withdrawOrder = (tx: Tx, o: { id: Id<'erasure-order'>; by: Id<'user'> | null; now: Temporal.Instant }) =>
  tx.run(sql`
    update erasure_orders set withdrawn_by = ${o.by}, withdrawn_at = ${o.now}
    where id = ${o.id} and withdrawn_at is null and carried_out_at is null`)

/** When an open order was given on a case; null where there is none. */
export const orderedAt = async (reader: Reader, caseId: Id<'case'>) =>
  (
    await reader.maybeRow<{ ordered_at: Temporal.Instant }>(sql`
      select ordered_at from erasure_orders where case_id = ${caseId} and withdrawn_at is null and carried_out_at is null`)
  )?.ordered_at ?? null

export const enqueueOrders = (tx: Tx) => tx.run(sql`select enqueue('carry-out-orders', '{}'::jsonb)`)

export type OrderRow = {
  id: Id<'erasure-order'>
  case_id: Id<'case'> | null
  person_id: Id<'person'> | null
  case_number: string | null
  reason: OrderReason
  ordered_at: Temporal.Instant
  ordered_by_name: string | null
  withdrawn_at: Temporal.Instant | null
  carried_out_at: Temporal.Instant | null
  /** Clinics that have not taken their journal over yet. */
  journals: string[]
}

/** The insurer's orders, the newest first. One that was carried out knows its case no more. */
export const ordersOf = (reader: Reader, organisationId: Id<'organisation'>) =>
  reader.rows<OrderRow>(sql`
    select o.id, o.case_id, c.person_id, c.case_number, o.reason, o.ordered_at, u.name as ordered_by_name, o.withdrawn_at, o.carried_out_at,
      case when o.withdrawn_at is null and o.case_id is not null then journals_of_case(o.case_id) else '{}'::text[] end as journals
    from erasure_orders o left join cases c on c.id = o.case_id left join users u on u.id = o.ordered_by
    where o.organisation_id = ${organisationId} order by o.ordered_at desc, o.id limit 200`)

export type OpenOrderRow = {
  id: Id<'erasure-order'>
  case_id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  ordered_at: Temporal.Instant
  journals_waiting: number
  is_held: boolean
}

/** Orders that are not carried out yet, with what may still stand in their way. */
export const openOrders = (reader: Reader) =>
  reader.rows<OpenOrderRow>(sql`
    select o.id, o.case_id, c.person_id, c.insurer_id, o.ordered_at,
      (select count(distinct n.clinic_id)::integer from course_notes n where n.case_id = o.case_id and not exists (
        select from journal_handovers j where j.case_id = n.case_id and j.clinic_id = n.clinic_id and j.received_at is not null)) as journals_waiting,
      exists (select from legal_holds h where h.case_id = o.case_id and h.lifted_at is null) as is_held
    from erasure_orders o join cases c on c.id = o.case_id
    where o.withdrawn_at is null and o.carried_out_at is null order by o.ordered_at limit 500`)

/** Offers each clinic with notes on a case its journal, once. Tells which were new. */
export const offerJournals = (tx: Tx, caseId: Id<'case'>) =>
  tx.rows<{ clinic_id: Id<'organisation'> }>(sql`
    insert into journal_handovers (case_id, clinic_id) select distinct n.case_id, n.clinic_id from course_notes n where n.case_id = ${caseId}
    on conflict do nothing returning clinic_id`)

export const eraseOrdered = (tx: Tx, caseId: Id<'case'>) =>
  tx.row<{ erased: boolean }>(sql`select erase_case(${caseId}, 'order', null) as erased`)

/** Orders that ended so long ago. Tells how many went. */
export const forgetOldOrders = (tx: Tx, { period, now }: { period: string; now: Temporal.Instant }) =>
  tx.run(sql`
    delete from erasure_orders o where coalesce(o.carried_out_at, o.withdrawn_at) + ${period}::interval <= ${now}::timestamptz`)
