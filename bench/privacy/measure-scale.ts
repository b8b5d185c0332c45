import pg from 'pg'
import { PersonErased, personKeyFor } from '#features/patients/index.ts'
import { type Copy, collectCopy } from '#features/rights/collect-copy.ts'
import { openDatabase } from '#platform/db/database.ts'
import type { Gate } from '#policy/gate.ts'
import type { OwnDatabase } from '../own-database.ts'
import { medianOf } from './case-views.ts'
import { eraseOne } from './erasures.ts'
import { benchKeyring } from './gdpr-world.ts'
import { rowsWithIds, rowsWithText, searchableColumns } from './product-world.sql.ts'
import type { Planted } from './product-world.ts'

/** What is left of an erased case and person on purpose: that they were erased, and the tombstone of the key. */
const tombstones = ['erasures', 'person_keys', 'persons']

type Copier = (one: Planted) => Promise<Copy>

/** A copy for each of the heaviest, compared with what was planted; then their erasure, and a search for anything that is left. */
export async function measureScale(database: OwnDatabase, gate: Gate, everybody: readonly Planted[], heaviest: number) {
  const chosen = everybody.toSorted((a, b) => b.rows - a.rows).slice(0, heaviest)
  const others = everybody.filter((one) => !chosen.includes(one)).slice(0, 50)
  const request = openDatabase(database.requestUrl, { connections: 1 })
  const worker = openDatabase(database.workerUrl, { connections: 1 })
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const copyOf: Copier = ({ personId }) =>
    request.transaction({ kind: 'patient', personId }, async (tx) =>
      collectCopy(tx, await personKeyFor(tx, benchKeyring, personId)),
    )
  try {
    const copied = await compareCopies(chosen, copyOf)
    const eraseTimes: number[] = []
    for (const one of chosen) eraseTimes.push(await eraseOne(worker, gate, one))
    return {
      patients: everybody.length,
      heaviest: chosen.length,
      rowsOfHeaviest: chosen[0]?.rows ?? 0,
      ...copied,
      eraseMedianMs: medianOf(eraseTimes),
      eraseWorstMs: Math.max(...eraseTimes),
      stillReadable: await countReadable(chosen, copyOf),
      remains: await remainsOf(admin, chosen),
      othersHarmed: (await compareCopies(others, copyOf)).incompleteCopies,
    }
  } finally {
    await Promise.all([request.close(), worker.close(), admin.end()])
  }
}

async function compareCopies(chosen: readonly Planted[], copyOf: Copier) {
  const times: number[] = []
  let missingValues = 0
  let incompleteCopies = 0
  for (const one of chosen) {
    const begunAt = performance.now()
    const text = JSON.stringify(await copyOf(one))
    times.push(performance.now() - begunAt)
    const missing = one.values.filter((value) => !text.includes(value))
    missingValues += missing.length
    if (missing.length > 0 || foreignValues(text, one) > 0) incompleteCopies++
  }
  const valuesPlanted = chosen.reduce((sum, { values }) => sum + values.length, 0)
  return { valuesPlanted, missingValues, incompleteCopies, copyMedianMs: medianOf(times) }
}

async function countReadable(erased: readonly Planted[], copyOf: Copier): Promise<number> {
  let readable = 0
  for (const one of erased) {
    const isGone = await copyOf(one).then(
      () => false,
      (error: unknown) => error instanceof PersonErased,
    )
    if (!isGone) readable++
  }
  return readable
}

/** How many planted values of somebody else stand in a copy. */
const foreignValues = (text: string, { n }: Planted) =>
  [...text.matchAll(/planted-(\d+)-/g)].filter(([, whose]) => Number(whose) !== n).length

/** Every table that still names one of them by id, or holds a planted value as plain text. */
async function remainsOf(admin: pg.Client, chosen: readonly Planted[]): Promise<string[]> {
  const ids = chosen.flatMap(({ personId, caseId }) => [personId, caseId])
  const { rows: columns } = await admin.query<{ table: string; column: string; type: string }>(searchableColumns)
  const found: string[] = []
  for (const { table, column, type } of columns) {
    if (type === 'uuid' && tombstones.includes(table)) continue
    const question = type === 'uuid' ? rowsWithIds(table, column) : rowsWithText(table, column, type)
    const { rows } = await admin.query<{ count: number }>(question, [type === 'uuid' ? ids : 'planted-'])
    if (rows[0]!.count > 0) found.push(`${table}.${column}`)
  }
  return found
}
