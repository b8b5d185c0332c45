import pg from 'pg'
import { openDatabase } from '#platform/db/database.ts'
import type { Gate } from '#policy/gate.ts'
import type { OwnDatabase } from '../own-database.ts'
import { csrfSecret } from '../scale.ts'
import { benchKeyring, enterPeople, handlerId, insurerId } from './gdpr-world.ts'
import { clinicId, type Prepared, practitionerId, type Row, roomId, rowsFor } from './product-rows.ts'
import { appendFor, insertInto } from './product-world.sql.ts'

/** What is planted about one person: rows over the product's tables, and every value that must come out again. */
export type Planted = Omit<Prepared, 'tables' | 'visits'> & { readonly rows: number; readonly tables: number }

export const staffToken = 'bench-staff'
const peopleAtATime = 250

/** What a case handler needs to log in, and those who treat. After `layOut`. */
export const staffStatements = (): string[] => [
  'set session_replication_role = replica',
  `insert into users (id, organisation_id, email, name) values ('${handlerId}', '${insurerId}', 'bench@bench.example', 'Bench')`,
  `insert into user_roles (organisation_id, user_id, role) values ('${insurerId}', '${handlerId}', 'case-handler')`,
  `insert into consent_texts (hash, words) values (encode(sha256('{}'), 'hex'), '{}') on conflict do nothing`,
  `insert into practitioners (id, organisation_id, name, profession) values ('${practitionerId}', '${clinicId}', 'Behandler', 'physiotherapist')`,
  `insert into rooms (id, organisation_id, name, kind) values ('${roomId}', '${clinicId}', 'Rum', 'treatment')`,
  `insert into web_sessions (token_hash, kind, user_id, csrf_secret, ends_at, idle_minutes)
    values (sha256('${staffToken}'), 'staff', '${handlerId}', '${csrfSecret}', now() + interval '1 day', 1440)`,
  `insert into terms_acceptances (id, site, version, terms_hash, user_id, language, accepted_at)
    values (gen_random_uuid(), 'referral', 1, sha256(''), '${handlerId}', 'da', now())`,
  'set session_replication_role = origin',
]

/** People entered as the product enters them, each with one case of about so many rows, everything personal sealed under their own key. */
export async function plant(
  database: OwnDatabase,
  gate: Gate,
  sizes: readonly number[],
  first: number,
): Promise<Planted[]> {
  const request = openDatabase(database.requestUrl, { connections: 1 })
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const planted: Planted[] = []
  try {
    for (let from = 0; from < sizes.length; from += peopleAtATime) {
      const part = sizes.slice(from, from + peopleAtATime)
      const users = part.map((_, at) => first + from + at)
      const keys = await enterPeople(request, gate, benchKeyring, users)
      const { rows: patients } = await admin.query<{ id: string; person_id: string }>(
        'select id, person_id from patients where person_id = any ($1)',
        [keys.map(({ personId }) => personId)],
      )
      const patientOf = new Map(patients.map(({ id, person_id }) => [person_id, id]))
      if (from % (8 * peopleAtATime) === 0) await admin.query('analyze')
      planted.push(
        ...(await saveBatch(
          admin,
          part.map((size, at) => rowsFor(users[at]!, size, keys[at]!, patientOf.get(keys[at]!.personId)!)),
        )),
      )
    }
    await admin.query('vacuum analyze')
    return planted
  } finally {
    await admin.end()
    await request.close()
  }
}

async function saveBatch(admin: pg.Client, prepared: readonly Prepared[]): Promise<Planted[]> {
  const byTable = new Map<string, Row[]>()
  for (const { tables } of prepared)
    for (const [table, rows] of Object.entries(tables))
      byTable
        .set(table, byTable.get(table) ?? [])
        .get(table)!
        .push(...rows)
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  for (const [table, rows] of byTable) await admin.query(insertInto(table, rows))
  const looks = prepared.flatMap(({ personId, caseId, visits }) =>
    Array.from({ length: visits }, () => ({ personId, caseId })),
  )
  await admin.query(appendFor(looks))
  await admin.query('commit')
  return prepared.map(({ n, personId, caseId, values, tables }) => {
    const filled = Object.values(tables).filter(({ length }) => length > 0)
    return {
      n,
      personId,
      caseId,
      values,
      rows: filled.reduce((sum, { length }) => sum + length, 0),
      tables: filled.length,
    }
  })
}
