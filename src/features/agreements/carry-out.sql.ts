import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { EndingStep } from './agreements.ts'

/** Endings whose last day is over and that have not taken effect: also those of days when nothing ran. */
export const dueEndings = (reader: Reader, today: Temporal.PlainDate) =>
  reader.rows<{ id: Id<'agreement-ending'>; organisation_id: Id<'organisation'> }>(sql`
    select x.id, x.organisation_id from agreement_endings x
    where x.last_day < ${today} and not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)
      and not exists (select from agreement_effects e where e.ending_id = x.id)
    order by x.last_day, x.id`)

export type Leaving = {
  organisation_id: Id<'organisation'>
  is_insurer: boolean
  took_effect_at: Temporal.Instant
  access_until: Temporal.PlainDate
  steps: EndingStep[]
}

/** Those who have left and with whom not everything is done yet. */
export const unfinishedLeavings = (reader: Reader) =>
  reader.rows<Leaving>(sql`
    select e.organisation_id, o.kind = 'insurer' as is_insurer, e.took_effect_at, e.access_until,
      array(select s.step from agreement_steps s where s.organisation_id = e.organisation_id) as steps
    from agreement_effects e join organisations o on o.id = e.organisation_id
    where not exists (select from agreement_steps s where s.organisation_id = e.organisation_id and s.step = 'company-erased')
    order by e.took_effect_at, e.organisation_id`)

export type VisitRow = { id: Id<'appointment'>; case_id: Id<'case'>; person_id: Id<'person'> }

/** Visits still to come at a clinic or in an insurer's cases, a few at a time. */
export const visitsAhead = (
  reader: Reader,
  party: Id<'organisation'>,
  { now, limit }: { now: Temporal.Instant; limit: number },
) =>
  reader.rows<VisitRow>(sql`
    select a.id, a.case_id, a.person_id from appointments a
    where (a.clinic_id = ${party} or a.insurer_id = ${party}) and a.starts_at > ${now}::timestamptz
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)
    order by a.practitioner_id, a.starts_at limit ${limit}`)

/** Patients who knew of an open case at an insurer that left and have not been told. */
export const untoldPatients = (reader: Reader, insurerId: Id<'organisation'>, limit: number) =>
  reader.rows<{ case_id: Id<'case'>; person_id: Id<'person'> }>(sql`
    select c.id as case_id, c.person_id from cases c join agreement_effects e on e.organisation_id = c.insurer_id
    where c.insurer_id = ${insurerId} and exists (select from consent_marks m where m.case_id = c.id)
      and exists (select from ended_cases(e.took_effect_at) n where n.case_id = c.id and n.ended_at = e.took_effect_at)
      and not exists (select from notifications t where t.case_id = c.id and t.template = 'insurer-left')
    order by c.id limit ${limit}`)

/** One case of each insurer that gave cases to a clinic that left, for telling that insurer once. */
export const insurersToTell = (reader: Reader, clinicId: Id<'organisation'>) =>
  reader.rows<{ insurer_id: Id<'organisation'>; case_id: Id<'case'> }>(sql`
    select distinct on (c.insurer_id) c.insurer_id, c.id as case_id from disclosures d join cases c on c.id = d.case_id
    where d.recipient_id = ${clinicId} and d.direction = 'to-clinic' order by c.insurer_id, c.created_at desc`)

/** A case with notes that wait to be taken over, or null. */
export const caseToHandOver = (reader: Reader, clinicId: Id<'organisation'>) =>
  reader.maybeRow<{ case_id: Id<'case'> }>(sql`
    select case_id from journal_handovers where clinic_id = ${clinicId} and received_at is null order by offered_at, case_id limit 1`)

export const remains = (reader: Reader, organisationId: Id<'organisation'>) =>
  reader.row<{ journals: number; requests: number }>(
    sql`select journals, requests from remains_to_hand_over(${organisationId})`,
  )

type Step = { organisationId: Id<'organisation'>; step: EndingStep; now: Temporal.Instant; figures: object }

export const saveStep = (tx: Tx, { organisationId, step, now, figures }: Step) =>
  tx.run(sql`
    insert into agreement_steps (organisation_id, step, reached_at, figures)
    values (${organisationId}, ${step}, ${now}, ${JSON.stringify(figures)}::jsonb) on conflict do nothing`)

export type ErasedContacts = {
  users: number
  invitations: number
  practitioners: number
  credentials: number
  journalsLeft: number
  requestsLeft: number
}

/** Violates `contacts_stay_for_the_handover` while a former administrator may still take something over. */
export const eraseBusinessContacts = async (tx: Tx, organisationId: Id<'organisation'>, today: Temporal.PlainDate) =>
  (await tx.row<{ erased: ErasedContacts }>(sql`select erase_business_contacts(${organisationId}, ${today}) as erased`))
    .erased

/** False while a case or a line of the ledger still names the company. */
export const eraseCompanyContact = async (tx: Tx, organisationId: Id<'organisation'>) =>
  (await tx.row<{ erased: boolean }>(sql`select erase_company_contact(${organisationId}) as erased`)).erased

/** What still lies here of the cases that were an insurer's. */
export const casesLeft = (reader: Reader, insurerId: Id<'organisation'>) =>
  reader.row<{ cases: number; held: number }>(sql`
    select count(*)::integer as cases, (count(*) filter (where exists (
      select from legal_holds h where h.case_id = c.id and h.lifted_at is null)))::integer as held
    from cases c where c.insurer_id = ${insurerId}`)
