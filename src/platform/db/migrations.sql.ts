import type pg from 'pg'

const lockKey = 7_204_113

/** One process migrates at a time; the lock ends with the connection. */
export const waitForOtherMigrations = (client: pg.Client) => client.query('select pg_advisory_lock($1)', [lockKey])

export async function roleExists(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select from pg_roles where rolname = $1', [name])).rowCount === 1
}

/** The checksum of each file that this database has seen. */
export async function appliedMigrations(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  await client.query(`create table if not exists schema_migrations (
    file text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<Applied>('select file, checksum from schema_migrations')
  return new Map(rows.map(({ file, checksum }) => [file, checksum]))
}

type Applied = { file: string; checksum: string }

export const recordMigration = (client: pg.Client, { file, checksum }: Applied) =>
  client.query('insert into schema_migrations (file, checksum) values ($1, $2)', [file, checksum])
