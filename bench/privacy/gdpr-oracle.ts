/** The truth in memory: what stands in the tables, and what each operation must answer. */

export const purposes = 25
export const recordsAUser = 10
export const pageSize = 10
/** Keys of a user: from `user * keySpace` on, so that shards of users are ranges of keys. */
export const keySpace = 1000
export const recipients = 5
const decisions = 25

export const fieldNames = [
  'purpose',
  'ttl',
  'objection',
  'decision',
  'access',
  'sharing',
  'source',
  'category',
] as const
export type FieldName = (typeof fieldNames)[number]
export type GdprRecord = { readonly key: number; readonly user: number; data: string } & Record<FieldName, number>

export type Shard = { readonly from: number; readonly until: number }

export type Draw = { below(limit: number): number; zipf(limit: number): number; text(): string }

/** The same numbers every time (mulberry32). */
export function openDraw(seed: number): Draw {
  let state = seed
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(unit() * limit)
  return {
    below,
    zipf: (limit) => (rankIn(cumulative(limit), unit()) * 7919) % limit,
    text: () =>
      Array.from({ length: 10 }, () =>
        Math.floor(unit() * 36 ** 10)
          .toString(36)
          .padStart(10, '0'),
      ).join(''),
  }
}

const tables = new Map<number, Float64Array>()
/** Of the zipfian distribution with the exponent 0.99 that YCSB uses. */
function cumulative(limit: number): Float64Array {
  const known = tables.get(limit)
  if (known) return known
  const table = new Float64Array(limit)
  let sum = 0
  for (let rank = 0; rank < limit; rank++) {
    sum += 1 / (rank + 1) ** 0.99
    table[rank] = sum
  }
  const whole = table.map((value) => value / sum)
  tables.set(limit, whole)
  return whole
}

function rankIn(table: Float64Array, at: number): number {
  let low = 0
  let high = table.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (table[middle]! < at) low = middle + 1
    else high = middle
  }
  return low
}

export function drawRecord(draw: Draw, user: number, key: number): GdprRecord {
  const purpose = draw.below(purposes)
  return {
    key,
    user,
    purpose,
    ttl: draw.below(365),
    // One in twenty-five objects to the very purpose it stands for.
    objection: draw.below(purposes),
    decision: draw.below(decisions),
    access: draw.below(purposes),
    sharing: draw.below(recipients),
    source: draw.below(purposes),
    category: draw.below(purposes),
    data: draw.text(),
  }
}

export class Oracle {
  readonly records = new Map<number, GdprRecord>()
  readonly deleted: number[] = []
  /** What the trail must say was last done about each user. */
  readonly lastAction = new Map<number, string>()
  readonly users: number
  private sorted: number[] = []
  private readonly nextOf = new Map<number, number>()

  constructor(users: number, seed: number) {
    this.users = users
    const draw = openDraw(seed)
    for (let user = 0; user < users; user++)
      for (let n = 0; n < recordsAUser; n++) this.add(drawRecord(draw, user, user * keySpace + n))
  }

  nextKey(user: number): number {
    return user * keySpace + (this.nextOf.get(user) ?? 0)
  }

  add(record: GdprRecord): void {
    this.records.set(record.key, record)
    this.nextOf.set(record.user, (record.key % keySpace) + 1)
    const last = this.sorted.at(-1)
    if (last === undefined || last < record.key) this.sorted.push(record.key)
    else this.sorted.splice(this.placeOf(record.key), 0, record.key)
  }

  remove(record: GdprRecord): void {
    this.records.delete(record.key)
    this.sorted.splice(this.placeOf(record.key), 1)
    this.deleted.push(record.key)
  }

  of(user: number): GdprRecord[] {
    return [...this.from(user * keySpace, (user + 1) * keySpace)]
  }

  /** The first ten from a key on that are so. */
  page(from: number, { until }: Shard, isSo: (record: GdprRecord) => boolean): GdprRecord[] {
    const found: GdprRecord[] = []
    for (const record of this.from(from, until * keySpace)) {
      if (isSo(record) && found.push(record) === pageSize) break
    }
    return found
  }

  /** A record of the shard: the drawn one, or when it is gone the next that is there. */
  near(user: number, n: number, { from, until }: Shard): GdprRecord {
    const [found] = this.from(user * keySpace + n, until * keySpace)
    const [first] = found ? [found] : this.from(from * keySpace, until * keySpace)
    if (!first) throw new Error('No record is left in this shard')
    return first
  }

  private *from(key: number, until: number): Iterable<GdprRecord> {
    for (let at = this.placeOf(key); at < this.sorted.length && this.sorted[at]! < until; at++)
      yield this.records.get(this.sorted[at]!)!
  }

  private placeOf(key: number): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle]! < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** So many shards of users that clients do not meet: what each must be answered is then known however they interleave. */
export const shardsOf = (users: number, clients: number): Shard[] =>
  Array.from({ length: clients }, (_, at) => ({
    from: Math.floor((users * at) / clients),
    until: Math.floor((users * (at + 1)) / clients),
  }))
