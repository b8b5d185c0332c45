import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { IdentityMeans, RefusalLaw, RequestState, Right } from './rights.ts'

export type OwnCaseRow = {
  id: Id<'case'>
  insurer_id: Id<'organisation'>
  insurer_name: string
  case_number: string
  name_da: string
  name_en: string
  /** Who entered the newest value of each field. */
  fields: { field: string; by: Id<'organisation'> }[]
  /** Clinics that have had the case, and whether they have written notes. */
  clinics: { id: Id<'organisation'>; name: string; notes: boolean }[]
  restricted: boolean
  /** Those of them who have left the service: nobody of theirs can come in here to answer. */
  have_left: Id<'organisation'>[]
}

/** The cases that a person can ask about, the newest first, with who must answer for what. */
export const casesToAskAbout = (reader: Reader, personId: Id<'person'>) =>
  reader.rows<OwnCaseRow>(sql`
    select c.id, c.insurer_id, o.name as insurer_name, c.case_number, t.name_da, t.name_en, case_is_restricted(c.id) as restricted,
      array(select x.organisation_id from agreement_effects x where x.organisation_id = c.insurer_id
        or x.organisation_id in (select d.recipient_id from disclosures d where d.case_id = c.id)) as have_left,
      coalesce((select json_agg(json_build_object('field', n.field, 'by', n.entered_by_organisation)) from (
        select distinct on (d.field) d.field, d.entered_by_organisation from case_details d where d.case_id = c.id order by d.field, d.version desc) n), '[]') as fields,
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name,
          'notes', exists (select from course_notes n where n.case_id = c.id and n.clinic_id = k.id)) order by k.name)
        from organisations k where k.id in (select d.recipient_id from disclosures d where d.case_id = c.id and d.direction = 'to-clinic')), '[]') as clinics
    from cases c join organisations o on o.id = c.insurer_id join treatment_types t on t.code = c.treatment_type
    where c.person_id = ${personId} order by c.created_at desc, c.id`)

export type NewRequest = {
  readonly id: Id<'rights-request'>
  readonly personId: Id<'person'>
  readonly caseId: Id<'case'>
  readonly controllerId: Id<'organisation'>
  readonly right: Right
  readonly field: string | null
  readonly text: Buffer | null
  readonly proposal: Buffer | null
  readonly now: Temporal.Instant
}

export const saveRequest = (tx: Tx, r: NewRequest) =>
  tx.run(sql`
    insert into rights_requests (id, person_id, case_id, controller_id, "right", field, text_sealed, proposal_sealed, received_at)
    values (${r.id}, ${r.personId}, ${r.caseId}, ${r.controllerId}, ${r.right}, ${r.field}, ${r.text}::bytea, ${r.proposal}::bytea, ${r.now})`)

type Check = { requestId: string; means: IdentityMeans; by: Id<'user'> | null; now: Temporal.Instant }

export const saveIdentityCheck = (tx: Tx, { requestId, means, by, now }: Check) =>
  tx.run(sql`
    insert into rights_identity_checks (request_id, means, checked_by, checked_at) values (${requestId}, ${means}, ${by}, ${now})`)

export type NewState = {
  readonly requestId: string
  readonly state: RequestState
  readonly byKind: 'patient' | 'staff' | 'system'
  readonly by?: Id<'user'> | null
  readonly now: Temporal.Instant
  readonly note?: Buffer | null
  readonly law?: RefusalLaw | null
}

/** Refused by `no_progress_without_identity`, `answered_once` and `rights_request_states_pkey`. */
export const saveState = (tx: Tx, { requestId, state, byKind, by = null, now, note = null, law = null }: NewState) =>
  tx.run(sql`
    insert into rights_request_states (request_id, state, by_kind, by_user, at, note_sealed, law)
    values (${requestId}, ${state}, ${byKind}, ${by}, ${now}, ${note}::bytea, ${law})`)

type NewRestriction = {
  id: string
  caseId: string
  requestId: string
  because: 'restriction' | 'objection' | 'erasure'
  now: Temporal.Instant
}

export const saveRestriction = (tx: Tx, { id, caseId, requestId, because, now }: NewRestriction) =>
  tx.run(sql`
    insert into case_restrictions (id, case_id, request_id, because, restricted_at)
    values (${id}, ${caseId}, ${requestId}, ${because}, ${now})`)

export const liftRestriction = (
  tx: Tx,
  { requestId, by, now }: { requestId: string; by: Id<'user'> | null; now: Temporal.Instant },
) =>
  tx.run(sql`
    update case_restrictions set lifted_at = ${now}, lifted_by = ${by} where request_id = ${requestId} and lifted_at is null`)
