import pg from 'pg'
import type { Id } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import { open, seal } from '#platform/crypto/field.ts'
import type { Tx } from '#platform/db/database.ts'
import { type Sql, statementName } from '#platform/db/sql.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import type { Gate } from '#policy/gate.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import { referralActions } from '#src/actions.ts'
import type { FieldName } from './gdpr-oracle.ts'
import { nobody } from './gdpr-schema.sql.ts'
import { actionOf, type Operation, type Task, textOfData, textOfKeys, textOfMetadata } from './gdpr-workload.ts'
import type { KeyCache } from './key-cache.ts'

type Answer = Record<FieldName, number> & {
  key: number
  person_id: string
  data: Buffer | null
  epoch: number | null
  wrapped: Buffer | null
}

export type GuardedWorld = {
  readonly url: string
  readonly gate: Gate
  readonly keys: KeyCache
  readonly personIds: readonly Id<'person'>[]
  readonly insurerId: Id<'organisation'>
  readonly clinicIds: readonly Id<'organisation'>[]
  readonly operatorId: Id<'organisation'>
  readonly userId: Id<'user'>
}

export const field = 'bench.records.data'

/** Who asks, with what the gate must know. The statement then touches only what these facts are true of: the row policies see to it. */
type Asking = { readonly actor: Actor; readonly action: ActionName; readonly facts: Facts }

export async function openGuarded(world: GuardedWorld, count: number) {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: world.url }))
  for (const client of clients) await client.connect()
  return {
    perform: (task: Task, client: number) => performGuarded(world, clients[client]!, task),
    /** Whether looks wait until their log is on the disk; changes always do. */
    letLooksWait: (wait: boolean) =>
      Promise.all(clients.map((client) => client.query(`set app.looks_wait = '${wait ? 'on' : 'off'}'`))),
    close: () => Promise.all(clients.map((client) => client.end())),
  }
}

async function performGuarded(world: GuardedWorld, client: pg.Client, task: Task): Promise<string> {
  const asking = askingOf(world, task)
  const logged = permitAndEvent(world, asking)
  const ask = (name: string, values: readonly unknown[]) =>
    call(client, { name, ...logged, actor: asking.actor, values })
  const { operation } = task
  switch (operation.kind) {
    case 'create':
    case 'update-data':
      return sealAndStore(world, task, { client, ask })
    case 'read-by-user':
      return opened(world, await ask('read_by_user', [world.personIds[operation.user]]))
    case 'read-by-key':
      return opened(world, await ask('read_by_key', [operation.key]))
    case 'read-page':
      return opened(world, await ask(`read_by_${operation.by}`, [...rangeOf(operation), operation.sharing]))
    case 'metadata-by-user':
      return textOfMetadata(await ask('metadata_by_user', [world.personIds[operation.user]]))
    case 'metadata-by-key':
      return textOfMetadata(await ask('metadata_by_key', [operation.key]))
    case 'read-log': {
      const rows = await ask('read_log', [world.personIds[operation.user]])
      return `${rows.length} ${rows[0]?.data?.toString() ?? ''}`
    }
    default:
      return textOfKeys(await ask(...changeOf(world, operation)))
  }
}

type Ranged = { readonly value: number; readonly from: number; readonly until: number }
const rangeOf = ({ value, from, until }: Ranged) => [value, from, until]

type Change = Extract<
  Operation,
  { kind: 'update-metadata' | 'verify-deletion' | `update-${'page' | 'by-user'}` | `delete-${string}` }
>

function changeOf({ personIds }: GuardedWorld, operation: Change): [string, readonly unknown[]] {
  switch (operation.kind) {
    case 'update-metadata':
      return ['update_metadata_by_key', [operation.key, operation.objection]]
    case 'update-by-user':
      return ['update_by_user', [personIds[operation.user], operation.decision]]
    case 'update-page':
      return [`update_by_${operation.by}`, [...rangeOf(operation), operation.decision]]
    case 'delete-by-key':
      return ['delete_by_key', [operation.key]]
    case 'delete-by-user':
      return ['delete_by_user', [personIds[operation.user]]]
    case 'delete-page':
      return [`delete_by_${operation.by}`, rangeOf(operation)]
    case 'verify-deletion':
      return ['verify_deletion', [operation.key]]
  }
}

type Ask = (name: string, values: readonly unknown[]) => Promise<Answer[]>

/** Sealed under the key as this process knows it; if another stands in the database by now, nothing is stored and the newer one is fetched. */
async function sealAndStore(
  world: GuardedWorld,
  { operation, asker }: Task,
  { client, ask }: { client: pg.Client; ask: Ask },
): Promise<string> {
  if (operation.kind !== 'create' && operation.kind !== 'update-data') throw new Error('Nothing to seal')
  const isNew = operation.kind === 'create'
  const personId = world.personIds[isNew ? operation.record.user : asker]!
  for (let attempt = 0; attempt < 2; attempt++) {
    const known = world.keys.known(personId) ?? (await fetchKey(world, client, personId))
    const sealed = seal(known.key, field, isNew ? operation.record.data : operation.data)
    const rows = isNew
      ? await ask('create_record', [...creationOf(world, operation.record, personId), sealed, known.wrapped])
      : await ask('update_data_by_key', [operation.key, sealed, known.wrapped])
    if (rows.length > 0) return textOfKeys(rows)
  }
  return ''
}

const creationOf = (
  { clinicIds }: GuardedWorld,
  record: Extract<Operation, { kind: 'create' }>['record'],
  personId: string,
) => {
  const { key, purpose, ttl, objection, decision, access, sharing, source, category } = record
  return [key, personId, [purpose, ttl, objection, decision, access, sharing, source, category], clinicIds[sharing]]
}

/** In one trip, as the person themself. */
async function fetchKey({ keys }: GuardedWorld, client: pg.Client, personId: Id<'person'>) {
  const { rows } = await client.query<{ epoch: number; wrapped: Buffer }>({
    name: 'key',
    text: 'select epoch, wrapped from bench.key_of($1)',
    values: [personId],
  })
  const [row] = rows
  if (!row) throw new Error('This key is gone')
  return { wrapped: row.wrapped, key: keys.unwrap({ personId, ...row }) }
}

function opened(world: GuardedWorld, rows: readonly Answer[]): string {
  return textOfData(
    rows.map(({ key, person_id: personId, data, epoch, wrapped }) => {
      if (!data || !wrapped || epoch === null) throw new Error(`Record ${key} came without its key`)
      return { key, data: open(world.keys.unwrap({ personId, epoch, wrapped }), field, data) }
    }),
  )
}

/** The permit, from the product's gate, and the event, as the product's writer puts it; the database fills in whom it turned out to be about. */
const touched = new Map(referralActions.map(({ asks, touches }) => [asks, touches]))

function permitAndEvent({ gate }: GuardedWorld, { action, actor, facts }: Asking) {
  const decision = gate.decide(action, actor, facts, touched.get(action) ?? [])
  if (decision.kind === 'refused') throw new Error(`${action} is refused: ${JSON.stringify(decision.why)}`)
  let written: readonly unknown[] = []
  const recorder = {
    run: (statement: Sql) => {
      written = statement.values
      return Promise.resolve(0)
    },
  } as unknown as Tx
  const viewed = [{ personId: nobody as Id<'person'> }]
  void writeAudit(recorder, { permit: decision.permit, result: 'done', now: Temporal.Now.instant(), viewed })
  const [, events, , , organisationId] = written as [string, string[], unknown, unknown, string | null]
  return { action, event: events[0]!, organisationId }
}

type Call = {
  readonly name: string
  readonly actor: Actor
  readonly action: string
  readonly event: string
  readonly organisationId: string | null
  readonly values: readonly unknown[]
}

async function call(
  client: pg.Client,
  { name, actor, action, event, organisationId, values }: Call,
): Promise<Answer[]> {
  const places = Array.from({ length: 7 + values.length }, (_, at) => `$${at + 1}`)
  const text = `select key::float8, ${columnsOf(name)} from unnest(bench.${name}(${places.join(', ')}))`
  const staff = actor.kind === 'staff' ? actor : null
  const kind = staff?.organisationKind === 'operator' ? 'operator' : actor.kind
  const person = actor.kind === 'patient' ? actor.personId : ''
  const { rows } = await client.query<Answer>({
    name: statementName(text),
    text,
    values: [kind, staff?.userId ?? '', staff?.organisationId ?? '', person, action, event, organisationId, ...values],
  })
  return rows
}

/** What the answer is read from; a change answers with keys alone. */
function columnsOf(name: string): string {
  if (name.startsWith('metadata')) return 'purpose, ttl, objection, decision, access, sharing, source, category'
  return name.startsWith('read') ? 'person_id, data, epoch, wrapped' : 'person_id'
}

function askingOf(world: GuardedWorld, { role, asker, operation }: Task): Asking {
  const { insurerId, operatorId, clinicIds, userId, personIds } = world
  const staff = { kind: 'staff', userId } as const
  switch (role) {
    case 'controller': {
      const actor = {
        ...staff,
        organisationId: insurerId,
        organisationKind: 'insurer',
        roles: ['case-handler'],
      } as const
      return { actor, action: actionOf[operation.kind.split('-')[0] as 'create'], facts: { organisationId: insurerId } }
    }
    case 'customer': {
      const personId = personIds[asker]!
      return {
        actor: { kind: 'patient', personId },
        action: actionOf[ownKinds[operation.kind] ?? 'own-read'],
        facts: { personId },
      }
    }
    case 'processor': {
      const organisationId = clinicIds[asker]!
      const actor = { ...staff, organisationId, organisationKind: 'clinic', roles: ['practitioner'] } as const
      const action = actionOf[operation.kind === 'read-page' ? 'shared-list' : 'shared-read']
      return { actor, action, facts: { disclosedTo: [organisationId] } }
    }
    case 'regulator': {
      const actor = {
        ...staff,
        organisationId: operatorId,
        organisationKind: 'operator',
        roles: ['data-protection-officer'],
      } as const
      return { actor, action: actionOf.oversight, facts: {} }
    }
  }
}

const ownKinds: Partial<Record<Operation['kind'], keyof typeof actionOf>> = {
  'metadata-by-key': 'own-metadata',
  'update-data': 'own-update',
  'update-metadata': 'own-objection',
  'delete-by-key': 'own-delete',
}
