import { createHmac } from 'node:crypto'
import type { Config } from '#platform/config/config.ts'
import { createOwner, dropDatabase, serverMajor } from '#platform/postgres/create-owner.sql.ts'
import { socketOf, socketUrl, startEmbedded } from '#platform/postgres/embedded.ts'
import { CannotStart } from './free-port.ts'

const database = 'klinikbro'
const owner = 'klinikbro_owner'
const oldestMajor = 15

export type OpenDatabase = { readonly ownerUrl: string; stop(): Promise<void> }

/** The database that the settings name, or the embedded one, started, with its owner. Throws CannotStart when it is too old. */
export async function openDatabase(config: Config, { afresh = false } = {}): Promise<OpenDatabase> {
  if (config.database.ownerUrl) {
    await checkServer(config.database.ownerUrl)
    return { ownerUrl: config.database.ownerUrl, stop: async () => {} }
  }
  const embedded = await startEmbedded({ folder: config.dataFolder })
  try {
    const password = ownerPassword(config)
    if (afresh) await dropDatabase(embedded, database)
    await createOwner(embedded, { database, owner, password })
    return { ownerUrl: withPassword(embedded.url(owner, database), password), stop: embedded.stop }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** The owner's URL of a database that runs now, or null when the embedded one does not. */
export function runningOwnerUrl(config: Config): string | null {
  if (config.database.ownerUrl) return config.database.ownerUrl
  const at = socketOf(config.dataFolder)
  return at && withPassword(socketUrl({ ...at, user: owner, database }), ownerPassword(config))
}

/** Works on the database where it runs, or starts it for that long. */
export async function withDatabase<Value>(config: Config, work: (ownerUrl: string) => Promise<Value>): Promise<Value> {
  const running = runningOwnerUrl(config)
  if (running) return work(running)
  const opened = await openDatabase(config)
  try {
    return await work(opened.ownerUrl)
  } finally {
    await opened.stop()
  }
}

async function checkServer(url: string) {
  const { host } = new URL(url)
  const major = await serverMajor(url).catch((error: Error) => {
    throw new CannotStart(`The PostgreSQL of DATABASE_URL (${host}) cannot be used: ${error.message || String(error)}`)
  })
  if (major < oldestMajor) {
    throw new CannotStart(
      `The PostgreSQL of DATABASE_URL (${host}) is version ${major}; Klinikbro needs ${oldestMajor} or newer`,
    )
  }
}

const ownerPassword = (config: Config) => createHmac('sha256', config.secrets.roles).update(owner).digest('base64url')

function withPassword(url: string, password: string): string {
  const changed = new URL(url)
  changed.password = password
  return changed.href
}
