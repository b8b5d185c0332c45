import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Head, Link } from '#features/audit/chain.ts'
import { exportAudit, readExportLine } from '#features/audit/export.ts'
import { type Finding, openVerifier } from '#features/audit/verify.ts'
import { Temporal } from '#kernel/time.ts'
import { transactionOn } from '#platform/db/database.ts'
import { types } from '#platform/db/types.ts'
import type { OwnDatabase } from '../own-database.ts'
import { append, cutOff, forgeries, removePayloads, trailLength } from './chain.sql.ts'

const writers = 64

/** Many writers at once while connections are cut off in the middle of a transaction; then lawful removals; then every forgery by itself. */
export async function measureChain(database: OwnDatabase, eventsEach: number) {
  const admin = new pg.Client({ connectionString: database.adminUrl, types })
  await admin.connect()
  try {
    const before = await lengthOf(admin)
    const written = await writeAtOnce(database, admin, eventsEach)
    const grown = (await lengthOf(admin)) - before
    const { rowCount: removed } = await admin.query(removePayloads, [Math.floor(grown / 10)])
    const whole = await verify(admin)
    const planted = await plantForgeries(admin, whole.heads)
    return {
      writers,
      ...written,
      appendsPerSecond: written.committed / written.seconds,
      /** Acknowledged to a writer, and not in the trail. */
      lost: Math.max(0, written.committed - grown),
      payloadsRemoved: removed ?? 0,
      falseAlarms: whole.findings.length,
      links: whole.links,
      verifiedPerSecond: whole.links / whole.seconds,
      forgeries: planted.length,
      found: planted.filter(({ found }) => found).length,
      missed: planted.filter(({ found }) => !found).map(({ name }) => name),
    }
  } finally {
    await admin.end()
  }
}

const lengthOf = async (admin: pg.Client) =>
  Number((await admin.query<{ length: number }>(trailLength)).rows[0]!.length)

async function writeAtOnce(database: OwnDatabase, admin: pg.Client, eventsEach: number) {
  let committed = 0
  let crashed = 0
  let ended = 0
  const begunAt = performance.now()
  const write = async (writer: number) => {
    let client = await connect(database)
    for (let n = 0; n < eventsEach; ) {
      try {
        await client.query('begin')
        await client.query(
          append(`{"operation":"bench.write","data_subject_id":null,"case_id":null,"n":"${writer}/${n}"}`),
        )
        await client.query('commit')
        committed++
        n++
      } catch {
        crashed++
        await client.end().catch(() => undefined)
        client = await connect(database)
      }
    }
    await client.end()
    ended++
  }
  const crashing = (async () => {
    while (ended === 0) {
      await pause(40)
      await admin.query(cutOff)
    }
  })()
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  const seconds = (performance.now() - begunAt) / 1000
  await crashing
  return { committed, crashed, seconds }
}

async function connect(database: OwnDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.requestUrl, application_name: 'bench-writer' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** As `bin/audit export` and `bin/audit verify` do it, without the file between them. */
async function verify(admin: pg.Client, earlier: readonly Head[] = []) {
  const begunAt = performance.now()
  const verifier = openVerifier(earlier)
  const heads: Head[] = []
  let last: Link | undefined
  for await (const text of exportAudit(transactionOn(admin), Temporal.Now.instant())) {
    const line = readExportLine(text)
    if (line.kind === 'link') verifier.take((last = line))
    if (line.kind === 'end') heads.push(line)
  }
  const findings: readonly Finding[] = verifier.finish(heads)
  return { findings, heads, last, links: verifier.counted.links, seconds: (performance.now() - begunAt) / 1000 }
}

/** As the owner of the database could, with every trigger asleep, and undone again. */
async function plantForgeries(admin: pg.Client, heads: readonly Head[]) {
  const results: { name: string; found: boolean }[] = []
  for (const [name, statements] of Object.entries(forgeries)) {
    await admin.query('begin')
    await admin.query('set local session_replication_role = replica')
    for (const statement of statements) await admin.query(statement)
    const { findings } = await verify(admin, heads)
    await admin.query('rollback')
    results.push({ name, found: findings.length > 0 })
  }
  return results
}
