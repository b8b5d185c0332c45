import { writeFileSync } from 'node:fs'
import { type Config, ConfigError, processEnvironment, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { migrate } from '#platform/db/migrate.ts'
import { rolePasswords } from '#platform/db/role-urls.ts'
import { FolderInUse } from '#platform/postgres/folder-lock.ts'
import { CannotStart } from './free-port.ts'
import { openDatabase, runningOwnerUrl } from './own-database.ts'

const usage = `bin/db migrate    brings the database to the newest schema
bin/db psql-url   prints the owner's address of the running database: psql "$(bin/db psql-url)"
bin/db reset      empties the local database and makes it anew
bin/db schema     writes db/schema.sql from the migrations`

const commands: Record<string, (config: Config) => Promise<void>> = {
  async migrate(config) {
    const applied = await withDatabase(config, (ownerUrl) => bringUp(config, ownerUrl))
    console.log(applied.length ? `Applied ${applied.join(', ')}` : 'Nothing to apply')
  },
  async 'psql-url'(config) {
    const url = runningOwnerUrl(config)
    if (!url) throw new CannotStart('The database is not running. Start it with bin/start')
    console.log(url)
  },
  async reset(config) {
    if (config.mode === 'production' || config.database.ownerUrl) {
      throw new CannotStart('bin/db reset empties the local embedded database only')
    }
    const fresh = await openDatabase(config, { afresh: true })
    try {
      await bringUp(config, fresh.ownerUrl)
    } finally {
      await fresh.stop()
    }
    console.log('The database is new. bin/start fills in the demo again')
  },
  async schema(config) {
    const { dumpSchema } = await import('#platform/db/dump-schema.ts')
    writeFileSync('db/schema.sql', await withDatabase(config, dumpSchema))
    console.log('Wrote db/schema.sql')
  },
}

async function bringUp(config: Config, ownerUrl: string) {
  const { applied } = await migrate({ ownerUrl, rolePasswords: rolePasswords(config.secrets.roles) })
  return applied
}

async function withDatabase<Value>(config: Config, work: (ownerUrl: string) => Promise<Value>): Promise<Value> {
  const running = runningOwnerUrl(config)
  if (running) return work(running)
  const opened = await openDatabase(config)
  try {
    return await work(opened.ownerUrl)
  } finally {
    await opened.stop()
  }
}

const command = commands[process.argv[2] ?? '']
try {
  if (!command) throw new CannotStart(usage)
  const env = processEnvironment()
  await command(readConfig(env.NODE_ENV === 'production' ? env : localEnvironment(env)))
} catch (error) {
  const isPlain = [CannotStart, ConfigError, FolderInUse].some((kind) => error instanceof kind)
  console.error(isPlain ? (error as Error).message : error)
  process.exitCode = 1
}
