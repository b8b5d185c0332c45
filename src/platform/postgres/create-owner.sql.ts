import pg from 'pg'
import type { Embedded } from './embedded.ts'

const extensions = ['btree_gist', 'pg_trgm', 'pgcrypto']

export type Owner = { readonly database: string; readonly owner: string; readonly password: string }

/**
 * Makes the role that owns the schema (may make roles, is no superuser) and its database with the extensions; what is there already
 * stays, except that the password becomes the one given.
 */
export async function createOwner(
  embedded: Pick<Embedded, 'url'>,
  { database, owner, password }: Owner,
): Promise<void> {
  const role = pg.escapeIdentifier(owner)
  await asSuperuser(embedded, 'postgres', async (client) => {
    const found = await client.query('select from pg_roles where rolname = $1', [owner])
    if (!found.rowCount) await client.query(`create role ${role}`)
    await client.query(
      `alter role ${role} login createrole nosuperuser nobypassrls nocreatedb password ${pg.escapeLiteral(password)}`,
    )
    const exists = await client.query('select from pg_database where datname = $1', [database])
    if (!exists.rowCount) await client.query(`create database ${pg.escapeIdentifier(database)} owner ${role}`)
  })
  await asSuperuser(embedded, database, async (client) => {
    for (const extension of extensions) await client.query(`create extension if not exists ${extension}`)
  })
}

/** Removes a database and everything in it, also while others are connected. */
export async function dropDatabase(embedded: Pick<Embedded, 'url'>, database: string): Promise<void> {
  await asSuperuser(embedded, 'postgres', async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`)
  })
}

/** Major version of the server behind a URL. */
export async function serverMajor(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ major: number }>(
      "select current_setting('server_version_num')::int / 10000 as major",
    )
    return rows[0]?.major ?? 0
  } finally {
    await client.end()
  }
}

async function asSuperuser(
  embedded: Pick<Embedded, 'url'>,
  database: string,
  ask: (client: pg.Client) => Promise<void>,
) {
  const client = new pg.Client({ connectionString: embedded.url('postgres', database) })
  await client.connect()
  try {
    await ask(client)
  } finally {
    await client.end()
  }
}
