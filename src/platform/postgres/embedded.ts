import { rmSync } from 'node:fs'
import { type Cluster, makeSocketFolder, openCluster, placeOf } from './data-folder.ts'
import { lockFolder, runningIn } from './folder-lock.ts'
import { startPostmaster } from './postmaster.ts'

export type Embedded = {
  /** For `pg`, `psql` and `new URL`; carries a password only for the superuser 'postgres', others add theirs. */
  url(user: string, database: string): string
  readonly socketFolder: string
  readonly port: number
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  readonly folder: string
  /** Also listen on 127.0.0.1 at this port; without it there is only the socket. */
  readonly port?: number
  /** False gives up crash safety for speed: tests only. */
  readonly durable?: boolean
  /** Keep the data in memory: tests only. */
  readonly memory?: boolean
}

/**
 * Runs the PostgreSQL that comes with the packages on a folder, which it makes at the first start. Throws FolderInUse when another
 * process runs it. The server stops when this process ends, however it ends; call stop() last, after everything that asks it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const durable = options.durable ?? true
  const place = placeOf(options.folder, options.memory ?? false)
  const lock = lockFolder(place)
  try {
    const cluster = openCluster(place, durable)
    const socketFolder = makeSocketFolder(cluster.data, cluster.account)
    const port = options.port ?? 5432
    const listen = options.port ? '127.0.0.1' : ''
    const settings = { ...placement(socketFolder, port, listen), ...discretion, ...(durable ? {} : careless) }
    const postmaster = await startPostmaster(cluster, settings)
    lock.note({ pid: process.pid, socketFolder, port })
    const stop = async () => {
      await postmaster.stop()
      rmSync(socketFolder, { recursive: true, force: true })
      lock.release()
    }
    return { url: urlMaker(cluster, socketFolder, port), socketFolder, port, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Where the embedded PostgreSQL of a folder can be reached right now, or null when nobody runs it. */
export function socketOf(folder: string): { socketFolder: string; port: number } | null {
  const place = placeOf(folder, false)
  try {
    lockFolder(place).release()
    return null
  } catch {
    const running = runningIn(place)
    return running?.port ? running : null
  }
}

/** The address of a database by its socket folder. The host name stands there only for parsers that insist on one. */
export function socketUrl(at: { socketFolder: string; port: number; user: string; database: string }): string {
  const url = new URL('postgresql://localhost')
  url.username = at.user
  url.pathname = `/${at.database}`
  url.searchParams.set('host', at.socketFolder)
  url.searchParams.set('port', String(at.port))
  return url.href
}

function urlMaker(cluster: Cluster, socketFolder: string, port: number) {
  return (user: string, database: string) => {
    const url = new URL(socketUrl({ socketFolder, port, user, database }))
    if (user === 'postgres') url.password = cluster.superuserPassword
    return url.href
  }
}

const placement = (socketFolder: string, port: number, listen: string) => ({
  listen_addresses: listen,
  port,
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  // /dev/shm is often 64 MB in containers.
  dynamic_shared_memory_type: 'mmap',
  max_connections: 100,
  timezone: 'UTC',
  // Looks do not wait for the disk: this is how soon their log gets there.
  wal_writer_delay: '10ms',
})

// Error details and statements can hold what people told us; the log must not.
const discretion = {
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
}

const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '4GB',
}
