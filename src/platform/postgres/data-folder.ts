import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, accountForServer, asAccount, canEnter, giveTo, giveTreeTo, isRoot } from './account.ts'
import { postgresMajor, readyBinaries } from './binaries.ts'

const clusterName = `postgres-${postgresMajor}`

/** One cluster on disk: `<home>/data` is PostgreSQL's own folder, beside it the superuser's password and the server's log. */
export type Cluster = {
  readonly account: Account
  readonly bin: string
  readonly data: string
  readonly log: string
  readonly superuserPassword: string
}

/** Folder that holds the cluster: the given one, or one in memory, lost when the machine restarts (tests). */
export function placeOf(folder: string, memory: boolean): string {
  mkdirSync(folder, { recursive: true })
  const real = realpathSync(folder)
  if (!memory) return real
  const place = join(memoryFolder(), `klinikbro-${process.getuid?.() ?? 0}-${shortHash(real)}`)
  mkdirSync(place, { recursive: true, mode: 0o755 })
  if (lstatSync(place).uid !== process.getuid?.()) throw new Error(`${place} was made by somebody else`)
  return place
}

function memoryFolder(): string {
  if (!existsSync('/dev/shm')) return tmpdir()
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > 1e9 ? '/dev/shm' : tmpdir()
}

/** Finds the cluster of a folder or makes it. Call it only while holding the folder's lock. */
export function openCluster(place: string, durable: boolean): Cluster {
  clearUnfinished(place)
  const home = join(place, clusterName)
  refuseOlderMajor(place, home)
  const isNew = !existsSync(home)
  const account = accountForServer(isNew ? null : realpathSync(home))
  const bin = readyBinaries(account)
  if (isNew) initialise({ place, home, account, bin, durable })
  const real = realpathSync(home)
  const data = join(real, 'data')
  refuseForeignOwner(data, account)
  chmodSync(data, 0o700)
  const superuserPassword = readFileSync(join(real, 'superuser-password'), 'utf8').trim()
  return { account, bin, data, log: join(real, 'server.log'), superuserPassword }
}

// A kill in the middle of initdb leaves a folder under its working name; only a finished one is ever renamed.
function clearUnfinished(place: string) {
  for (const name of readdirSync(place)) {
    if (name.startsWith('making-')) rmSync(join(place, name), { recursive: true, force: true })
  }
}

function refuseOlderMajor(place: string, home: string) {
  const other = readdirSync(place).find((name) => /^postgres-\d+$/.test(name) && name !== clusterName)
  if (other && !existsSync(home)) {
    throw new Error(
      `${join(place, other)} was made by another PostgreSQL than ${postgresMajor}. Copy it over or move it away`,
    )
  }
}

function refuseForeignOwner(data: string, account: Account) {
  const owner = statSync(data).uid
  const runner = account?.uid ?? process.getuid?.()
  if (owner !== runner) throw new Error(`${data} belongs to user ${owner}, and PostgreSQL would run as user ${runner}`)
}

type Making = { place: string; home: string; account: Account; bin: string; durable: boolean }

function initialise({ place, home, account, bin, durable }: Making) {
  const reachable = reachablePlace(place, account)
  const making = mkdtempSync(join(reachable, 'making-'))
  const passwordFile = join(making, 'superuser-password')
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  giveTreeTo(account, making)
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const entry = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const settings = ['-c', 'dynamic_shared_memory_type=mmap', '-c', 'timezone=UTC']
  const speed = durable ? [] : ['--no-sync']
  const args = ['-D', join(making, 'data'), ...encoding, ...entry, ...settings, ...speed, '--no-instructions']
  const made = spawnSync(join(bin, 'initdb'), args, asAccount(account))
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not make its data folder: ${made.error?.message ?? made.stderr}`)
  }
  rmSync(home, { force: true })
  if (reachable === place) return renameSync(making, home)
  renameSync(making, join(reachable, clusterName))
  symlinkSync(join(reachable, clusterName), home)
}

// Under a home that only root may enter (0700), the data stand in /var/lib, and a link shows where.
function reachablePlace(place: string, account: Account): string {
  if (!isRoot() || canEnter(account, place)) return place
  mkdirSync('/var/lib/klinikbro', { recursive: true, mode: 0o755 })
  const elsewhere = mkdtempSync(`/var/lib/klinikbro/${shortHash(place)}-`)
  chmodSync(elsewhere, 0o755)
  return elsewhere
}

/** A private folder for the socket: short, as a socket's path may be 103 bytes on macOS and 107 on Linux. */
export function makeSocketFolder(data: string, account: Account): string {
  const base = tmpdir().length > 60 ? '/tmp' : tmpdir()
  const folder = join(base, `kb-pg-${shortHash(data)}`)
  const allowed = [process.getuid?.(), account?.uid]
  if (existsSync(folder) && !allowed.includes(lstatSync(folder).uid))
    throw new Error(`${folder} was made by somebody else`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  giveTo(account, folder)
  return folder
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
