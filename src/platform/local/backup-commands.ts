import { parseArgs } from 'node:util'
import { Temporal } from '#kernel/time.ts'
import { type Head, headsFileIn, state } from '#platform/audit-heads/statement.ts'
import { backUp } from '#platform/backup/backup.ts'
import { type Erased, ledgerIn, readLedger, replayErasures } from '#platform/backup/ledger.ts'
import { BackupRefused } from '#platform/backup/manifest.ts'
import { restore, trailEnds } from '#platform/backup/restore.ts'
import type { Config } from '#platform/config/config.ts'
import { CannotStart } from './free-port.ts'

/** Does something with the database, started for it if need be. */
type WithDatabase = <Value>(work: (ownerUrl: string) => Promise<Value>) => Promise<Value>

export async function backupCommand(args: readonly string[], withDatabase: WithDatabase): Promise<void> {
  const folder = folderIn(args)
  const { tables } = await withDatabase((ownerUrl) => backUp(ownerUrl, folder, Temporal.Now.instant()))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `Wrote ${rows} rows of ${tables.length} tables to ${folder}. Copy the erasure ledger and the secrets elsewhere`,
  )
}

export async function restoreCommand(config: Config, args: readonly string[], withDatabase: WithDatabase) {
  const folder = folderIn(args)
  const ledger = ledgerFor(config, args)
  const epochs = config.secrets.keyEncryption.map(({ epoch }) => epoch)
  await withDatabase(async (ownerUrl) => {
    const { takenAt, tables, auditHeads: heads } = await restore({ ownerUrl, folder, epochs })
    await stateRestore(config, heads)
    console.log(`Loaded ${tables.length} tables as they stood at ${takenAt}`)
    await replayAndTell(ownerUrl, ledger)
  })
}

export async function replayCommand(config: Config, args: readonly string[], withDatabase: WithDatabase) {
  const ledger = ledgerFor(config, args)
  await withDatabase(async (ownerUrl) => {
    if (ledger.length > 0) await stateRestore(config, await trailEnds(ownerUrl))
    await replayAndTell(ownerUrl, ledger)
  })
}

/** The trail goes back to where it was; what was signed of its ends since then must not look like forgery found out. */
const stateRestore = ({ dataFolder, auditKeyFile }: Config, heads: readonly Head[]) =>
  state(headsFileIn(dataFolder), auditKeyFile, { at: Temporal.Now.instant().toString(), because: 'restore', heads })

async function replayAndTell(ownerUrl: string, ledger: readonly Erased[]): Promise<void> {
  const restricted: string[] = []
  const replayed = await replayErasures(ownerUrl, ledger, (caseId) => restricted.push(caseId))
  console.log(`Erased again ${replayed} times what this backup still knew. The database may be served from now on`)
  if (restricted.length === 0) return
  console.log(
    `These cases were restricted by requests that are lost. Tell their insurers at once: ${restricted.join(', ')}`,
  )
}

function folderIn(args: readonly string[]): string {
  const [folder] = parse(args).positionals
  if (!folder) throw new CannotStart('Which folder? See bin/db')
  return folder
}

/** Without the ledger nobody can say what has to be forgotten again, so its absence is not taken for "nothing". */
function ledgerFor(config: Config, args: readonly string[]): readonly Erased[] {
  const { ledger: given } = parse(args).values
  if (given === 'none') return []
  const file = given ?? ledgerIn(config.dataFolder)
  const ledger = readLedger(file)
  if (ledger) return ledger
  throw new BackupRefused(
    `There is no erasure ledger at ${file}. Give it with --ledger FILE, or --ledger none if nothing was ever erased`,
  )
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: { ledger: { type: 'string' } }, allowPositionals: true })
