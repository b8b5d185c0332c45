import { once } from 'node:events'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { Temporal } from '#kernel/time.ts'
import {
  bindingHeads,
  publicKeyIn,
  publicKeyOf,
  readStatements,
  StatementForged,
} from '#platform/audit-heads/statement.ts'
import { ConfigError, processEnvironment, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { transactionOn } from '#platform/db/database.ts'
import { types } from '#platform/db/types.ts'
import { CannotStart } from '#platform/local/free-port.ts'
import { withDatabase } from '#platform/local/own-database.ts'
import { FolderInUse } from '#platform/postgres/folder-lock.ts'
import { beginSnapshot, endSnapshot } from './audit.sql.ts'
import { exportAudit } from './export.ts'
import { verifyFile } from './verify-file.ts'

const usage = `bin/audit export > FILE             writes the whole audit trail, one JSON line an event
bin/audit verify FILE [EARLIER] [--heads FILE --key FILE]
                                    checks an export, without a database, and that it continues an earlier one and agrees
                                    with the signed statements of where it ended
bin/audit key > FILE                writes the public key that those statements are signed with`

const commands: Record<string, (args: readonly string[]) => Promise<void>> = {
  export: () => withDatabase(settings(), writeOut),
  async key() {
    console.log(JSON.stringify(publicKeyOf(settings().auditKeyFile)))
  },
  async verify(args) {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file, earlierPath] = positionals
    if (!file || Boolean(values.heads) !== Boolean(values.key)) throw new CannotStart(usage)
    const statements = values.heads && values.key ? readStatements(values.heads, publicKeyIn(values.key)) : []
    if (values.heads && statements.length === 0) throw new CannotStart(`${values.heads} holds no statement`)
    const signed = bindingHeads(statements)
    const { findings, links, removedPayloads } = await verifyFile(file, { earlierPath, signed })
    for (const { at } of statements.filter(({ because }) => because === 'restore')) {
      console.log(`Restored from a backup, as stated at ${at}: events between the backup and then are not in the trail`)
    }
    for (const { kind, chain, position } of findings) console.error(`${kind}: chain ${chain}, link ${position}`)
    if (findings.length > 0) throw new CannotStart(`The trail does not hold: ${findings.length} findings`)
    console.log(`The trail holds: ${links} events, ${removedPayloads} of them with their content removed`)
  },
}

const options = { heads: { type: 'string' }, key: { type: 'string' } } as const

function settings() {
  const env = processEnvironment()
  return readConfig(env.NODE_ENV === 'production' ? env : localEnvironment(env))
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
  const isPlain = [CannotStart, ConfigError, FolderInUse, StatementForged].some((kind) => error instanceof kind)
  console.error(isPlain ? (error as Error).message : error)
  process.exitCode = 1
}
