import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAccount, giveTo } from './account.ts'
import type { Cluster } from './data-folder.ts'

// The watchdog reads its standard input, which only Node can write to. It ends when Node closes it or dies in whatever way, and then
// asks the server to stop. It is started first and detached twice, so that no moment is unguarded and the server never waits for it;
// the shell then becomes the server, under the process id that the watchdog knows.
const guarded = `exec 3<&0 </dev/null
server=$$
( ( cat <&3 >/dev/null; kill -INT "$server" ) >/dev/null 2>&1 & )
exec 3<&-
exec "$0" "$@"`

const patienceMs = 60_000

export type Postmaster = { readonly pid: number; stop(): Promise<void> }

/** Starts the server in its own process group (Ctrl-C does not reach it) and resolves when it takes connections. */
export async function startPostmaster(
  cluster: Cluster,
  settings: Record<string, string | number>,
): Promise<Postmaster> {
  await settleOldServer(cluster.data)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(cluster)
  const args = ['-c', guarded, join(cluster.bin, 'postgres'), '-D', cluster.data, ...flags]
  const server = spawn('/bin/sh', args, { ...asAccount(cluster.account), detached: true, stdio: ['pipe', log, log] })
  closeSync(log)
  const ended = new Promise<void>((resolve) => {
    server.once('error', () => resolve())
    server.once('exit', () => {
      killGroup(server)
      resolve()
    })
  })
  await untilReady(server, cluster)
  server.unref()
  return { pid: server.pid ?? 0, stop: () => stop(server, ended) }
}

async function stop(server: ChildProcess, ended: Promise<void>) {
  server.ref()
  server.stdin?.destroy()
  server.kill('SIGINT')
  await ended
}

// After the server, only its watchdog is left in the group; its process id might be given to somebody else.
function killGroup(server: ChildProcess) {
  try {
    if (server.pid) process.kill(-server.pid, 'SIGKILL')
  } catch {
    // Nobody was left.
  }
}

function openLog(cluster: Cluster): number {
  const isLarge = existsSync(cluster.log) && statSync(cluster.log).size > 5e6
  const log = openSync(cluster.log, isLarge ? 'w' : 'a', 0o600)
  giveTo(cluster.account, cluster.log)
  return log
}

async function untilReady(server: ChildProcess, cluster: Cluster) {
  const giveUpAt = Date.now() + patienceMs
  while (Date.now() < giveUpAt) {
    if (server.exitCode !== null || server.signalCode !== null || !server.pid) break
    const [pid, , , , , , , status] = pidFileLines(cluster.data)
    if (Number(pid) === server.pid && status?.trim() === 'ready') return
    await sleep(5)
  }
  server.kill('SIGQUIT')
  const lastWords = readFileSync(cluster.log, 'utf8').trim().split('\n').slice(-8).join('\n')
  throw new Error(`PostgreSQL did not start. The end of ${cluster.log}:\n${lastWords}`)
}

const pidFileLines = (data: string) => {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/**
 * Deals with the pid file of a former server. We hold the folder's lock, so a server that still lives has lost its Node: it is asked
 * to stop. A pid that has gone to another program, or is a zombie's, would make PostgreSQL refuse; our own pid in its place makes it
 * look closer (it ignores its parent) and still check that no former backend is attached to the shared memory.
 */
async function settleOldServer(data: string) {
  const [pidLine, ...rest] = pidFileLines(data)
  const pid = Number(pidLine)
  if (!pid) return
  const giveUpAt = Date.now() + patienceMs
  while (isServerOf(pid, data)) {
    if (Date.now() > giveUpAt)
      throw new Error(`An old PostgreSQL (process ${pid}) still runs on ${data} and does not stop`)
    signal(pid, 'SIGINT')
    await sleep(50)
  }
  if (existsSync(join(data, 'postmaster.pid')))
    writeFileSync(join(data, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
}

const signal = (pid: number, name: NodeJS.Signals | 0) => {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

// A server stands in its data folder; whoever got a recycled pid does not. macOS has no /proc, but lsof.
function isServerOf(pid: number, data: string): boolean {
  if (!signal(pid, 0)) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
    const listed = spawnSync('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn']).stdout.toString()
    return listed.includes(`n${realpathSync(data)}\n`)
  } catch {
    return false
  }
}
