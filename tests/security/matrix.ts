import pg from 'pg'
import type { DatabaseActor } from '#platform/db/database.ts'
import type { World } from '#tests/harness/world.ts'

export type Looker = {
  readonly name: string
  readonly role: 'request' | 'worker' | 'reporting'
  readonly actor: DatabaseActor
}

/** How many rows of each table and view an actor sees: a number, `.` for none, `no` for no right to ask at all. */
export async function rowsSeenBy(world: World, looker: Looker, tables: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: world.database.urls[looker.role] })
  await client.connect()
  try {
    await client.query('begin')
    const { kind, userId, organisationId, personId } = looker.actor
    await client.query(
      "select set_config('app.actor_kind', $1, true), set_config('app.user', $2, true), set_config('app.organisation', $3, true), set_config('app.person', $4, true)",
      [kind, userId ?? '', organisationId ?? '', personId ?? ''],
    )
    const cells: string[] = []
    for (const table of tables) cells.push(await countIn(client, table))
    return cells
  } finally {
    await client.end()
  }
}

async function countIn(client: pg.Client, table: string): Promise<string> {
  await client.query('savepoint one')
  try {
    const { rows } = await client.query<{ seen: string }>(`select count(*) as seen from ${pg.escapeIdentifier(table)}`)
    const seen = rows[0]?.seen ?? '?'
    return seen === '0' ? '.' : seen
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error
    await client.query('rollback to savepoint one')
    return 'no'
  }
}
