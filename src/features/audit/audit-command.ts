import { once } from 'node:events'
import pg from 'pg'
import { Temporal } from '#kernel/time.ts'
import { ConfigError, processEnvironment, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { transactionOn } from '#platform/db/database.ts'
import { types } from '#platform/db/types.ts'
import { CannotStart } from '#platform/local/free-port.ts'
import { openDatabase, runningOwnerUrl } from '#platform/local/own-database.ts'
import { FolderInUse } from '#platform/postgres/folder-lock.ts'
import { beginSnapshot, endSnapshot } from './audit.sql.ts'
import { exportAudit } from './export.ts'
import { verifyFile } from './verify-file.ts'

const usage = `bin/audit export > FILE             writes the whole audit trail, one JSON line an event
bin/audit verify FILE [EARLIER]     checks an export, without a database, and that it continues an earlier one`

const commands: Record<string, (args: readonly string[]) => Promise<void>> = {
  async export() {
    const env = processEnvironment()
    const config = readConfig(env.NODE_ENV === 'production' ? env : localEnvironment(env))
    const running = runningOwnerUrl(config)
    if (running) return writeOut(running)
    const opened = await openDatabase(config)
    try {
      await writeOut(opened.ownerUrl)
    } finally {
      await opened.stop()
    }
  },
  async verify([file, earlier]) {
    if (!file) throw new CannotStart(usage)
    const { findings, links, removedPayloads } = await verifyFile(file, earlier)
    for (const { kind, chain, position } of findings) console.error(`${kind}: chain ${chain}, link ${position}`)
    if (findings.length > 0) throw new CannotStart(`The trail does not hold: ${findings.length} findings`)
    console.log(`The trail holds: ${links} events, ${removedPayloads} of them with their content removed`)
  },
}

async function writeOut(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, types })
  await client.connect()
  try {
    const tx = transactionOn(client)
    await beginSnapshot(tx)
    for await (const line of exportAudit(tx, Temporal.Now.instant())) {
      if (!process.stdout.write(line)) await once(process.stdout, 'drain')
    }
    await endSnapshot(tx)
  } finally {
    await client.end()
  }
}

const [name = '', ...args] = process.argv.slice(2)
try {
  const command = commands[name]
  if (!command) throw new CannotStart(usage)
  await command(args)
} catch (error) {
  const isPlain = [CannotStart, ConfigError, FolderInUse].some((kind) => error instanceof kind)
  console.error(isPlain ? (error as Error).message : error)
  process.exitCode = 1
}
