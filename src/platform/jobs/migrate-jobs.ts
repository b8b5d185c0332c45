import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { jobGrants } from './job-grants.sql.ts'
import { queueLogger } from './queue-logger.ts'

/** Installs or upgrades the queue as owner, then opens its doors to our roles (which must exist). Safe to repeat. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: queueLogger(() => undefined) })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(jobGrants)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
