import { rmSync, writeFileSync } from 'node:fs'
import { headsFileIn } from '#platform/audit-heads/statement.ts'
import { ledgerIn } from '#platform/backup/ledger.ts'
import { BackupRefused } from '#platform/backup/manifest.ts'
import { type Config, ConfigError, processEnvironment, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { migrate } from '#platform/db/migrate.ts'
import { rolePasswords } from '#platform/db/role-urls.ts'
import { FolderInUse } from '#platform/postgres/folder-lock.ts'
import { backupCommand, replayCommand, restoreCommand } from './backup-commands.ts'
import { CannotStart } from './free-port.ts'
import { openDatabase, runningOwnerUrl, withDatabase } from './own-database.ts'

const usage = `bin/db migrate    brings the database to the newest schema
bin/db psql-url   prints the owner's address of the running database: psql "$(bin/db psql-url)"
bin/db reset      empties the local database and makes it anew
bin/db schema     writes db/schema.sql from the migrations
bin/db backup FOLDER                     writes the whole database into a new folder, while it runs
bin/db restore FOLDER [--ledger FILE]    loads a backup into an empty database, and erases again what the ledger tells of
bin/db replay [--ledger FILE]            only the second half: for a database that came back in another way`

const commands: Record<string, (config: Config, args: readonly string[]) => Promise<void>> = {
  backup: (config, args) => backupCommand(args, (work) => withDatabase(config, work)),
  restore: (config, args) => restoreCommand(config, args, (work) => withDatabase(config, afterMigrating(config, work))),
  replay: (config, args) => replayCommand(config, args, (work) => withDatabase(config, work)),
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
    // They tell of the database that is gone.
    for (const file of [ledgerIn, headsFileIn]) rmSync(file(config.dataFolder), { force: true })
    console.log('The database is new. bin/start fills in the demo again')
  },
  async schema(config) {
    const { dumpSchema } = await import('#platform/db/dump-schema.ts')
    writeFileSync('db/schema.sql', await withDatabase(config, afterMigrating(config, dumpSchema)))
    console.log('Wrote db/schema.sql')
  },
}

const afterMigrating =
  <Value>(config: Config, work: (ownerUrl: string) => Promise<Value>) =>
  async (ownerUrl: string) => {
    await bringUp(config, ownerUrl)
    return work(ownerUrl)
  }

async function bringUp(config: Config, ownerUrl: string) {
  const { applied } = await migrate({ ownerUrl, rolePasswords: rolePasswords(config.secrets.roles) })
  return applied
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
try {
  if (!command) throw new CannotStart(usage)
  const env = processEnvironment()
  await command(readConfig(env.NODE_ENV === 'production' ? env : localEnvironment(env)), args)
} catch (error) {
  const isPlain = [CannotStart, ConfigError, FolderInUse, BackupRefused].some((kind) => error instanceof kind)
  console.error(isPlain ? (error as Error).message : error)
  process.exitCode = 1
}
