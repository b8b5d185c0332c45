import pg from 'pg'
import { enterPatients } from '#features/patients/index.ts'
import type { Cpr } from '#kernel/cpr.ts'
import type { Id } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import { type Keyring, openKeyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { appendAuditEvents } from '#platform/http/audit.sql.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { Gate } from '#policy/gate.ts'
import type { OwnDatabase } from '../own-database.ts'
import { knownId } from '../world.sql.ts'
import { field, type GuardedWorld } from './gdpr-guarded.ts'
import { saveDeletable, savePlain, saveSealed } from './gdpr-load.sql.ts'
import type { Oracle } from './gdpr-oracle.ts'
import { plainSchema, sealedSchema } from './gdpr-schema.sql.ts'
import { loaded } from './gdpr-workload.ts'
import { openKeyCache } from './key-cache.ts'

export const benchKeyring = openKeyring({
  keyEncryption: [{ epoch: 1, key: Buffer.alloc(32, 1) }],
  index: Buffer.alloc(32, 2),
})
export const houseId = (kind: 'insurer' | 'operator' | 'clinic', n = 0) =>
  knownId(kind, n) as string as Id<'organisation'>
export const insurerId = houseId('insurer')
const operatorId = houseId('operator')
export const handlerId = knownId('user', 0)
const userAtATime = 250

/** Born on a day that no calendar has: no real person can have such a number. */
export const cprOf = (n: number) => `3913${String(n).padStart(6, '0')}` as Cpr

/** Houses and the tables of the benchmark. */
export async function layOut(database: OwnDatabase, clinicIds: readonly Id<'organisation'>[]): Promise<void> {
  const house = (id: string, kind: string) =>
    `insert into organisations (id, kind, name, cvr, email, phone) values ('${id}', '${kind}', 'Bench ${id}', '10000001', 'post@bench.example', '+4511000000')`
  const houses = [
    house(insurerId, 'insurer'),
    house(operatorId, 'operator'),
    ...clinicIds.map((id) => house(id, 'clinic')),
  ]
  await database.fill([...houses, ...plainSchema, ...sealedSchema])
}

export async function fillGdprWorld(database: OwnDatabase, gate: Gate, oracle: Oracle): Promise<GuardedWorld> {
  const clinicIds = Array.from({ length: 5 }, (_, n) => houseId('clinic', n))
  await layOut(database, clinicIds)
  const request = openDatabase(database.requestUrl, { connections: 2 })
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  try {
    const personIds: Id<'person'>[] = []
    for (let from = 0; from < oracle.users; from += userAtATime) {
      const users = Array.from({ length: Math.min(userAtATime, oracle.users - from) }, (_, at) => from + at)
      const keys = await enterPeople(request, gate, benchKeyring, users)
      personIds.push(...keys.map(({ personId }) => personId as Id<'person'>))
      await loadRecords({ request, admin, oracle, clinicIds }, users, keys)
      // What was planned while the tables were empty would read them from end to end for each row.
      if (from % (8 * userAtATime) === 0) await admin.query('analyze')
    }
    await admin.query('vacuum analyze')
    return {
      url: database.requestUrl,
      gate,
      keys: openKeyCache(benchKeyring, 4096),
      personIds,
      insurerId,
      clinicIds,
      operatorId,
      userId: handlerId,
    }
  } finally {
    await admin.end()
    await request.close()
  }
}

const handler = {
  kind: 'staff',
  userId: handlerId,
  organisationId: insurerId,
  organisationKind: 'insurer',
  roles: ['case-handler'],
} as const
const asHandler = { kind: 'staff', userId: handlerId, organisationId: insurerId } as const

/** People with a key each, entered as an import would: at once, in one logged transaction. */
export async function enterPeople(
  database: Database,
  gate: Gate,
  keyring: Keyring,
  users: readonly number[],
): Promise<PersonKey[]> {
  const decision = gate.decide('import.confirm', handler, { organisationId: insurerId }, ['contact', 'cpr'])
  if (decision.kind === 'refused') throw new Error('The policy lets nobody import')
  const { permit } = decision
  return database.transaction(asHandler, async (tx) => {
    const people = users.map((user) => ({
      cpr: cprOf(user),
      name: `Navn${user} Bench`,
      phone: null,
      email: null,
      postcode: null,
    }))
    const entered = await enterPatients(tx, keyring, permit, people)
    await writeAudit(tx, { permit, result: 'done', now: Temporal.Now.instant() })
    return entered.map(({ key }) => key)
  })
}

type Loading = {
  readonly request: Database
  readonly admin: pg.Client
  readonly oracle: Oracle
  readonly clinicIds: readonly Id<'organisation'>[]
}

async function loadRecords(
  { request, admin, oracle, clinicIds }: Loading,
  users: readonly number[],
  keys: readonly PersonKey[],
): Promise<void> {
  const records = users.flatMap((user) => oracle.of(user))
  const keyOf = (user: number) => keys[user - users[0]!]!
  await admin.query(savePlain, [JSON.stringify(records), loaded])
  const personIds = records.map(({ user }) => keyOf(user).personId)
  await request.transaction(asHandler, async (tx) => {
    const sealed = records.map(({ user, data }) => seal(keyOf(user), field, data))
    await tx.run(saveSealed({ records, personIds, sealed, insurerId }))
    await tx.run(saveDeletable(records.map(({ key, sharing }) => ({ key, recipient: clinicIds[sharing]! }))))
    const events = personIds.map((id) => JSON.stringify({ operation: loaded, data_subject_id: id, case_id: null }))
    const caseIds = events.map(() => null)
    await appendAuditEvents(tx, { action: loaded, events, personIds, caseIds, organisationId: insurerId, doerId: null })
  })
}
