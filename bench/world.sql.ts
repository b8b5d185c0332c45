/**
 * The synthetic world, written as superuser with triggers and foreign keys asleep: hundreds of thousands of rows in seconds. What the triggers
 * would have derived (free time, sessions of an approval) is derived here; the exclusion constraints are put back, and checked, at the end.
 */
import { createHash } from 'node:crypto'
import type { Id } from '#kernel/ids.ts'
import { csrfSecret, daysOpen, holdsNeeded, practitionersInClinic, type Scale, slotsADay } from './scale.ts'

/** The same id for the nth of a kind everywhere; `n` is an expression. */
const idOf = (kind: string, n: string) => `md5('bench ${kind} ' || (${n}))::uuid`

/** The same id, for those who know the number. */
export const knownId = <Of extends string>(kind: Of, n: number): Id<Of> =>
  createHash('md5')
    .update(`bench ${kind} ${n}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as Id<Of>

const weekday = 'extract(isodow from d) < 6'
const at = (day: string, slot: string) =>
  `((${day}) + time '08:00' + (${slot}) * interval '45 minutes') at time zone 'Europe/Copenhagen'`
const span = (day: string, slot: string) => `tstzrange(${at(day, slot)}, ${at(day, `(${slot}) + 1`)})`
const openOn = (day: string) => `tstzmultirange(tstzrange(${at(day, '0')}, ${at(day, String(slotsADay))}))`
/** 0 to 999, the same every time. */
const lot = (text: string) => `(('x' || left(md5(${text}), 6))::bit(24)::int % 1000)`
const isBooked = (share: number) => `${lot(`p || ' ' || d || ' ' || k`)} < ${Math.round(share * 1000)}`

export function worldStatements(scale: Scale): string[] {
  const { practitioners, bookedShare } = scale
  const clinics = Math.ceil(practitioners / practitionersInClinic)
  const patients = holdsNeeded(scale) + scale.contenders
  return [
    `set session_replication_role = replica`,
    ...houses(clinics, practitioners),
    ...people(patients),
    // Who booked what is not asked of the past and the future of others: one case stands for them all.
    `create temporary table taken as
      select p, d::date as d, k, ${idOf('appointment', `p || ' ' || d || ' ' || k`)} as id
      from generate_series(1, ${practitioners}) p, generate_series(current_date, current_date + ${daysOpen}, interval '1 day') d, generate_series(0, ${slotsADay - 1}) k
      where ${weekday} and ${isBooked(bookedShare)}`,
    'create index on taken (p, d)',
    appointmentsFrom('taken'),
    occupanciesFrom('taken'),
    `insert into practitioner_days (practitioner_id, on_date, organisation_id, open, free)
      select ${idOf('practitioner', 'p')}, d, ${clinicOf('p')}, ${openOn('d')},
        ${openOn('d')} - coalesce((select range_agg(${span('t.d', 't.k')}) from taken t where t.p = day.p and t.d = day.d), '{}')
      from (select p, d::date as d from generate_series(1, ${practitioners}) p, generate_series(current_date, current_date + ${daysOpen}, interval '1 day') d
        where ${weekday}) day`,
    ...holds(scale),
    ...pastStatements(scale, { from: 0, until: scale.pastPerPractitioner }),
  ]
}

const clinicOf = (p: string) => idOf('clinic', `(${p} - 1) / ${practitionersInClinic}`)

const houses = (clinics: number, practitioners: number) => [
  `insert into organisations (id, kind, name, cvr, email, phone) values (${idOf('insurer', "''")}, 'insurer', 'Bench', '10000001', 'post@bench.example', '+4511000000')`,
  `insert into organisations (id, kind, name, cvr, email, phone)
    select ${idOf('clinic', 'c')}, 'clinic', 'Klinik ' || c, '10000001', 'post@bench.example', '+4511000000' from generate_series(0, ${clinics - 1}) c`,
  // Between Esbjerg and Helsingør, the islands and the sea alike: as dense as the country's clinics would be.
  `insert into clinic_locations (clinic_id, street, postcode, town, latitude, longitude)
    select ${idOf('clinic', 'c')}, 'Vej 1', '8000', 'By', 55 + ${lot("'lat' || c")} / 400.0, 8.5 + ${lot("'lon' || c")} / 250.0 from generate_series(0, ${clinics - 1}) c`,
  `insert into practitioners (id, organisation_id, name, profession)
    select ${idOf('practitioner', 'p')}, ${clinicOf('p')}, 'Behandler ' || p, 'physiotherapist' from generate_series(1, ${practitioners}) p`,
  `insert into practitioner_services (practitioner_id, treatment_type) select ${idOf('practitioner', 'p')}, 'physiotherapy' from generate_series(1, ${practitioners}) p`,
  `insert into rooms (id, organisation_id, name, kind) select ${idOf('room', 'p')}, ${clinicOf('p')}, 'Rum ' || p, 'treatment' from generate_series(1, ${practitioners}) p`,
]

const people = (patients: number) => {
  const each = `from generate_series(0, ${patients}) n`
  const ids = `${idOf('case', 'n')}, ${idOf('insurer', "''")}`
  return [
    `insert into persons (id) select ${idOf('person', 'n')} ${each}`,
    `insert into patients (id, organisation_id, person_id, name_sealed, cpr_index)
      select ${idOf('patient', 'n')}, ${idOf('insurer', "''")}, ${idOf('person', 'n')}, '', int4send(n) ${each}`,
    `insert into cases (id, insurer_id, case_number, patient_id, person_id, treatment_type)
      select ${ids}, 'B-' || n, ${idOf('patient', 'n')}, ${idOf('person', 'n')}, 'physiotherapy' ${each}`,
    `insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic)
      select ${idOf('approval', 'n')}, ${ids}, 6, current_date - 1, current_date + 120, true ${each}`,
    `insert into approval_sessions (approval_id, ordinal) select ${idOf('approval', 'n')}, o ${each}, generate_series(1, 6) o`,
    `insert into consent_texts (hash, words) values (encode(sha256('{}'), 'hex'), '{}') on conflict do nothing`,
    `insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation)
      select ${idOf('mark', 'n')}, ${idOf('case', 'n')}, current_date, 'oral', '1', encode(sha256('{}'), 'hex'), ${idOf('insurer', "''")} ${each}`,
    `insert into web_sessions (token_hash, kind, person_id, csrf_secret, ends_at, idle_minutes)
      select sha256(convert_to('bench-session-' || n, 'UTF8')), 'patient', ${idOf('person', 'n')}, '${csrfSecret}', now() + interval '1 day', 1440 ${each}`,
    `insert into terms_acceptances (id, site, version, terms_hash, person_id, language, accepted_at)
      select gen_random_uuid(), 'referral', 1, sha256(''), ${idOf('person', 'n')}, 'da', now() ${each}`,
  ]
}

const appointmentsFrom = (table: string) =>
  `insert into appointments (id, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id, starts_at, ends_at, root_id, booked_by_kind)
    select id, ${clinicOf('p')}, ${idOf('insurer', "''")}, ${idOf('case', '0')}, ${idOf('person', '0')}, 'physiotherapy', ${idOf('practitioner', 'p')},
      ${idOf('room', 'p')}, ${at('d', 'k')}, ${at('d', 'k + 1')}, id, 'clinic' from ${table}`

const occupanciesFrom = (table: string) =>
  `insert into occupancies (kind, resource_id, organisation_id, span, appointment_id)
    select kind, resource, ${clinicOf('p')}, ${span('d', 'k')}, id
    from ${table}, lateral (values ('practitioner', ${idOf('practitioner', 'p')}), ('room', ${idOf('room', 'p')})) r (kind, resource) order by p, d, k`

/** A hold for each patient to be booked, on free times spread over practitioners and days, their free time less by it. */
const holds = (scale: Scale) => [
  `create temporary table held as
    select row_number() over (order by md5(p || ' ' || d || ' ' || k)) as n, p, d, k from (
      select distinct on (p, d) p, d::date as d, k
      from generate_series(1, ${scale.practitioners}) p, generate_series(current_date + 2, current_date + ${daysOpen}, interval '1 day') d, generate_series(0, ${slotsADay - 1}) k
      where ${weekday} and not (${isBooked(scale.bookedShare)}) order by p, d, k) free
    order by 1 limit ${holdsNeeded(scale)}`,
  `insert into holds (id, person_id, case_id, clinic_id, practitioner_id, room_id, starts_at, ends_at, expires_at)
    select ${idOf('hold', 'n')}, ${idOf('person', 'n')}, ${idOf('case', 'n')}, ${clinicOf('p')}, ${idOf('practitioner', 'p')}, ${idOf('room', 'p')},
      ${at('d', 'k')}, ${at('d', 'k + 1')}, now() + interval '1 day' from held`,
  `insert into occupancies (kind, resource_id, organisation_id, span, hold_id, expires_at)
    select kind, resource, ${clinicOf('p')}, ${span('d', 'k')}, ${idOf('hold', 'n')}, now() + interval '1 day'
    from held, lateral (values ('practitioner', ${idOf('practitioner', 'p')}), ('room', ${idOf('room', 'p')}), ('patient', ${idOf('person', 'n')})) r (kind, resource)`,
  `update practitioner_days set free = free - tstzmultirange(${span('held.d', 'held.k')}) from held
    where practitioner_id = ${idOf('practitioner', 'p')} and on_date = held.d`,
]

/** Past appointments of every practitioner, from the nth to the mth: ten a day, backwards from yesterday. */
export const pastStatements = ({ practitioners }: Scale, { from, until }: { from: number; until: number }) => [
  'drop table if exists past',
  `create temporary table past as
    select p, current_date - 1 - n / ${slotsADay} as d, n % ${slotsADay} as k, ${idOf('past', `p || ' ' || n`)} as id
    from generate_series(1, ${practitioners}) p, generate_series(${from}, ${until - 1}) n`,
  appointmentsFrom('past'),
  occupanciesFrom('past'),
]
