import { type Draw, drawRecord, type GdprRecord, keySpace, type Oracle, purposes, type Shard } from './gdpr-oracle.ts'

export const roles = ['controller', 'customer', 'processor', 'regulator'] as const
export type GdprRole = (typeof roles)[number]

type Ranged = { readonly value: number; readonly from: number; readonly until: number }

type OfUser<Kind> = Kind extends string ? { readonly kind: Kind; readonly user: number } : never
type OfKey<Kind> = Kind extends string ? { readonly kind: Kind; readonly key: number } : never

export type Operation =
  | { readonly kind: 'create'; readonly record: GdprRecord }
  | OfUser<'read-by-user' | 'metadata-by-user' | 'read-log' | 'delete-by-user'>
  | OfKey<'read-by-key' | 'metadata-by-key' | 'delete-by-key' | 'verify-deletion'>
  | { readonly kind: 'update-data'; readonly key: number; readonly data: string }
  | { readonly kind: 'update-metadata'; readonly key: number; readonly objection: number }
  | ({
      readonly kind: 'read-page'
      readonly by: 'purpose' | 'objection' | 'decision'
      readonly sharing: number
    } & Ranged)
  | ({ readonly kind: 'update-page'; readonly by: 'purpose' | 'sharing'; readonly decision: number } & Ranged)
  | { readonly kind: 'update-by-user'; readonly user: number; readonly decision: number }
  | ({ readonly kind: 'delete-page'; readonly by: 'purpose' | 'ttl' } & Ranged)

export type Task = {
  readonly role: GdprRole
  /** Who asks: the user who is the customer, or the processor's number. */
  readonly asker: number
  readonly operation: Operation
  /** As text, with and without protections: a processor does not see what is not disclosed to it, or objected to. */
  readonly expected: { readonly plain: string; readonly guarded: string }
}

const both = (text: string) => ({ plain: text, guarded: text })
const keysOf = (records: readonly GdprRecord[]) => both(textOfKeys(records))
export const textOfKeys = (records: readonly { key: number }[]) => records.map(({ key }) => key).join()
export const textOfData = (records: readonly { key: number; data: string }[]) =>
  records.map(({ key, data }) => `${key}:${data}`).join()
type Metadata = Omit<GdprRecord, 'data' | 'user'>
export const textOfMetadata = (records: readonly Metadata[]) =>
  records
    .map((r) => [r.key, r.purpose, r.ttl, r.objection, r.decision, r.access, r.sharing, r.source, r.category].join(':'))
    .join()

export type Scene = { readonly oracle: Oracle; readonly draw: Draw; readonly shard: Shard }

/** The next task of a role, with the oracle already moved on to what stands after it. */
export function nextTask(role: GdprRole, scene: Scene): Task {
  const chance = scene.draw.below(100)
  const task = ways[role](chance, scene)
  return { role, ...task }
}

type Drawn = Omit<Task, 'role'>

const ways: Record<GdprRole, (chance: number, scene: Scene) => Drawn> = {
  controller: (chance, scene) => (chance < 25 ? create(scene) : chance < 75 ? updateMany(scene) : deleteMany(scene)),
  customer(chance, scene) {
    const record = zipfRecord(scene)
    if (chance < 20) return readByUser(scene, record.user)
    if (chance < 40) return readMetadata(scene, record)
    if (chance < 60) return updateData(scene, record)
    return chance < 80 ? updateMetadata(scene, record) : deleteOne(scene, record)
  },
  processor: (chance, scene) => (chance < 80 ? readShared(scene) : readPage(scene)),
  regulator(chance, scene) {
    if (chance < 46) return metadataByUser(scene)
    return chance < 77 ? readLog(scene) : verifyDeletion(scene)
  },
}

const usersOf = ({ from, until }: Shard) => until - from
const uniformUser = ({ draw, shard }: Scene) => shard.from + draw.below(usersOf(shard))
const zipfUser = ({ draw, shard }: Scene) => shard.from + draw.zipf(usersOf(shard))
const zipfRecord = ({ oracle, draw, shard }: Scene) => {
  const n = draw.zipf(usersOf(shard) * 10)
  return oracle.near(shard.from + Math.floor(n / 10), n % 10, shard)
}
const rangeIn = (scene: Scene) => ({ from: uniformUser(scene) * keySpace, until: scene.shard.until * keySpace })

/** Notes what the trail now says last about whom it touched. */
function touch({ oracle }: Scene, records: readonly GdprRecord[], action: string): void {
  for (const { user } of records) oracle.lastAction.set(user, action)
}

/** What each kind of operation is called in the policy; the trail shows it. */
export const actionOf = {
  create: 'case.create',
  update: 'case.mark-consent',
  delete: 'rights-request.answer',
  'own-read': 'my-case.view',
  'own-metadata': 'my-case.known-by',
  'own-update': 'my-rights.request',
  'own-objection': 'my-case.withdraw-consent',
  'own-delete': 'my-rights.request',
  'shared-read': 'clinic-case.view',
  'shared-list': 'clinic-case.list',
  oversight: 'rights-overview.list',
} as const

function create(scene: Scene): Drawn {
  const user = uniformUser(scene)
  const record = drawRecord(scene.draw, user, scene.oracle.nextKey(user))
  scene.oracle.add({ ...record })
  touch(scene, [record], actionOf.create)
  return { asker: 0, operation: { kind: 'create', record }, expected: both(String(record.key)) }
}

function updateMany(scene: Scene): Drawn {
  const { oracle, draw, shard } = scene
  const decision = draw.below(purposes)
  const by = (['purpose', 'user', 'sharing'] as const)[draw.below(3)]!
  const settle = (operation: Operation, records: readonly GdprRecord[]): Drawn => {
    for (const record of records) record.decision = decision
    touch(scene, records, actionOf.update)
    return { asker: 0, operation, expected: keysOf(records) }
  }
  if (by === 'user') {
    const user = uniformUser(scene)
    return settle({ kind: 'update-by-user', user, decision }, oracle.of(user))
  }
  const range = rangeIn(scene)
  const value = draw.below(by === 'purpose' ? purposes : 5)
  const records = oracle.page(range.from, shard, (record) => record[by] === value)
  return settle({ kind: 'update-page', by, decision, value, ...range }, records)
}

function deleteMany(scene: Scene): Drawn {
  const { oracle, draw, shard } = scene
  const by = (['purpose', 'ttl', 'user'] as const)[draw.below(3)]!
  const settle = (operation: Operation, records: readonly GdprRecord[]): Drawn => {
    for (const record of records) oracle.remove(record)
    touch(scene, records, actionOf.delete)
    return { asker: 0, operation, expected: keysOf(records) }
  }
  if (by === 'user') {
    const user = uniformUser(scene)
    return settle({ kind: 'delete-by-user', user }, oracle.of(user))
  }
  const range = rangeIn(scene)
  const value = draw.below(by === 'purpose' ? purposes : 365)
  const records = oracle.page(range.from, shard, (record) => record[by] === value)
  return settle({ kind: 'delete-page', by, value, ...range }, records)
}

function readByUser(scene: Scene, user: number): Drawn {
  const records = scene.oracle.of(user)
  touch(scene, records, actionOf['own-read'])
  return { asker: user, operation: { kind: 'read-by-user', user }, expected: both(textOfData(records)) }
}

function readMetadata(scene: Scene, record: GdprRecord): Drawn {
  touch(scene, [record], actionOf['own-metadata'])
  const operation = { kind: 'metadata-by-key', key: record.key } as const
  return { asker: record.user, operation, expected: both(textOfMetadata([record])) }
}

function updateData(scene: Scene, record: GdprRecord): Drawn {
  record.data = scene.draw.text()
  touch(scene, [record], actionOf['own-update'])
  const operation = { kind: 'update-data', key: record.key, data: record.data } as const
  return { asker: record.user, operation, expected: keysOf([record]) }
}

function updateMetadata(scene: Scene, record: GdprRecord): Drawn {
  record.objection = scene.draw.below(purposes)
  touch(scene, [record], actionOf['own-objection'])
  const operation = { kind: 'update-metadata', key: record.key, objection: record.objection } as const
  return { asker: record.user, operation, expected: keysOf([record]) }
}

function deleteOne(scene: Scene, record: GdprRecord): Drawn {
  scene.oracle.remove(record)
  touch(scene, [record], actionOf['own-delete'])
  return { asker: record.user, operation: { kind: 'delete-by-key', key: record.key }, expected: keysOf([record]) }
}

const isVisible = (record: GdprRecord, processor: number) =>
  record.sharing === processor && record.objection !== record.purpose

/** One in twenty asks for what is not shared with them. */
function readShared(scene: Scene): Drawn {
  const record = zipfRecord(scene)
  const asker = scene.draw.below(20) === 0 ? (record.sharing + 1) % 5 : record.sharing
  const visible = isVisible(record, asker) ? [record] : []
  touch(scene, visible, actionOf['shared-read'])
  const expected = { plain: textOfData([record]), guarded: textOfData(visible) }
  return { asker, operation: { kind: 'read-by-key', key: record.key }, expected }
}

function readPage(scene: Scene): Drawn {
  const { oracle, draw, shard } = scene
  const by = (['purpose', 'objection', 'decision'] as const)[draw.below(3)]!
  const value = draw.below(purposes)
  const sharing = draw.below(5)
  const range = rangeIn(scene)
  const isAsked = (record: GdprRecord) => record[by] === value && record.sharing === sharing
  const plain = oracle.page(range.from, shard, isAsked)
  const guarded = oracle.page(range.from, shard, (record) => isAsked(record) && isVisible(record, sharing))
  touch(scene, guarded, actionOf['shared-list'])
  return {
    asker: sharing,
    operation: { kind: 'read-page', by, value, sharing, ...range },
    expected: { plain: textOfData(plain), guarded: textOfData(guarded) },
  }
}

function metadataByUser(scene: Scene): Drawn {
  const user = zipfUser(scene)
  const records = scene.oracle.of(user)
  touch(scene, records, actionOf.oversight)
  return { asker: 0, operation: { kind: 'metadata-by-user', user }, expected: both(textOfMetadata(records)) }
}

/** The plain log is only as old as the data; the trail knows what was done since. */
function readLog(scene: Scene): Drawn {
  const user = zipfUser(scene)
  const last = scene.oracle.lastAction.get(user) ?? loaded
  scene.oracle.lastAction.set(user, actionOf.oversight)
  return {
    asker: 0,
    operation: { kind: 'read-log', user },
    expected: { plain: `10 ${loaded}`, guarded: `10 ${last}` },
  }
}
export const loaded = 'import.confirm'

function verifyDeletion(scene: Scene): Drawn {
  const { oracle, draw } = scene
  const gone = draw.below(2) === 0 ? deletedKey(scene) : undefined
  const record = gone === undefined ? zipfRecord(scene) : null
  const key = gone ?? record!.key
  if (gone !== undefined) oracle.lastAction.set(Math.floor(gone / keySpace), actionOf.oversight)
  return {
    asker: 0,
    operation: { kind: 'verify-deletion', key },
    expected: both(gone === undefined ? '' : String(key)),
  }
}

function deletedKey({ oracle: { deleted }, draw, shard: { from, until } }: Scene): number | undefined {
  const start = draw.below(Math.max(1, deleted.length))
  return deleted.slice(start).find((key) => key >= from * keySpace && key < until * keySpace)
}
