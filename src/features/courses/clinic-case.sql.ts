import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { nothing, type Sql, sql } from '#platform/db/sql.ts'

/** `new`: nothing is booked at this clinic; `active`: something is, or was kept; `closed`: the clinic has ended the course. */
export const courseStates = ['new', 'active', 'closed'] as const
export type CourseState = (typeof courseStates)[number]

export type ClinicCaseRow = {
  id: Id<'case'>
  case_number: string
  person_id: Id<'person'>
  patient_id: Id<'patient'>
  name_sealed: Buffer
  treatment_da: string
  treatment_en: string
  insurer_id: Id<'organisation'>
  insurer_name: string
  case_handler_id: Id<'user'> | null
  clinic_id: Id<'organisation'>
  consent_mark_id: Id<'consent-mark'>
  disclosed_at: Temporal.Instant
  fields: string[]
  chosen_by_patient: boolean
  state: CourseState
  sessions: number
  sessions_used: number
  valid_until: Temporal.PlainDate | null
}

/** The newest live transfer of each case to the actor's clinic, with where the course stands there. Everything else is read for a page only. */
const handed = sql`
    select d.*, case
        when exists (select from course_closures k where k.case_id = d.case_id and k.clinic_id = d.recipient_id) then 'closed'
        when exists (select from appointments a where a.case_id = d.case_id and a.clinic_id = d.recipient_id
          and not exists (select from appointment_cancellations x where x.appointment_id = a.id)) then 'active'
        else 'new' end as state
    from (select distinct on (d.case_id) d.case_id, d.recipient_id, d.consent_mark_id, d.disclosed_at, d.fields, d.disclosed_by
      from disclosures d
      where d.recipient_id = current_organisation() and d.direction = 'to-clinic' and consent_is_live(d.consent_mark_id)
      order by d.case_id, d.disclosed_at desc) d`

const opened = (some: Sql) => sql`
  select c.id, c.case_number, c.person_id, c.patient_id, p.name_sealed, t.name_da as treatment_da, t.name_en as treatment_en,
    c.insurer_id, o.name as insurer_name, c.created_by as case_handler_id, d.recipient_id as clinic_id, d.consent_mark_id, d.disclosed_at,
    d.fields, coalesce(d.disclosed_by = c.person_id, false) as chosen_by_patient, d.state, d.matches, s.sessions, s.sessions_used, s.valid_until
  from (${some}) d
    join cases c on c.id = d.case_id join patients p on p.id = c.patient_id
    join treatment_types t on t.code = c.treatment_type join organisations o on o.id = c.insurer_id
    cross join lateral (
      select coalesce(sum(a.sessions), 0)::integer as sessions, max(a.valid_until) as valid_until,
        coalesce(sum((select count(*) from session_uses u where u.approval_id = a.id)), 0)::integer as sessions_used
      from approvals a where a.case_id = c.id and (a.any_clinic
        or exists (select from approval_clinics ac where ac.approval_id = a.id and ac.clinic_id = d.recipient_id))) s`

export const clinicCaseById = (reader: Reader, caseId: string) =>
  reader.maybeRow<ClinicCaseRow>(
    sql`${opened(sql`select *, 1 as matches from (${handed}) h where case_id = ${caseId}`)}`,
  )

export type NameSearch = { readonly insurerId: Id<'organisation'>; readonly words: readonly Buffer[] }
export type CaseSearch =
  | { readonly kind: 'state'; readonly state: CourseState }
  | { readonly kind: 'words'; readonly caseNumber: string; readonly names: readonly NameSearch[] }

/** One page of the clinic's cases, the last handed over first, each row with the number of all that match. */
export const clinicCases = (reader: Reader, search: CaseSearch, page: { size: number; skip: number }) =>
  reader.rows<ClinicCaseRow & { matches: number }>(sql`
    ${opened(sql`
      select *, count(*) over ()::integer as matches from (${handed}) h where ${matching(search)}
      order by disclosed_at desc, case_id limit ${page.size} offset ${page.skip}`)}
    order by d.disclosed_at desc, c.id`)

function matching(search: CaseSearch): Sql {
  if (search.kind === 'state') return sql`state = ${search.state}`
  const byName = search.names.reduce<Sql>(
    (so, { insurerId, words }) =>
      sql`${so} or (p.organisation_id = ${insurerId} and p.name_index @> ${words}::bytea[])`,
    nothing,
  )
  return sql`exists (select from cases c join patients p on p.id = c.patient_id where c.id = h.case_id
    and (starts_with(lower(c.case_number), lower(${search.caseNumber})) ${byName}))`
}

export const countByState = (reader: Reader) =>
  reader.rows<{ state: CourseState; cases: number }>(sql`
    select state, count(*)::integer as cases from (${handed}) h group by state`)

/** The insurers whose patients the clinic treats: each keeps its own index of names. */
export const insurersOfClinic = (reader: Reader) =>
  reader.rows<{ id: Id<'organisation'> }>(sql`
    select distinct disclosed_by_organisation as id from disclosures
    where recipient_id = current_organisation() and direction = 'to-clinic' and consent_is_live(consent_mark_id)`)
