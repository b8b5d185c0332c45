import { spawnSync } from 'node:child_process'
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Who runs PostgreSQL: null is whoever runs Node; otherwise root has stepped down to this account. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number } | null

export const isRoot = () => process.getuid?.() === 0

/** PostgreSQL refuses to run as root, so root lends it an account that exists on every machine we know. */
export function accountForServer(existingFolder: string | null): Account {
  if (!isRoot()) return null
  const owner = existingFolder ? statSync(existingFolder) : null
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'node', 'nobody', 'daemon']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout?.toString().trim() || 0))
    if (uid && gid) return { name, uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account postgres, node or nobody to run it as')
}

/** Options of spawn that step down to the account; '/' because the account may not enter the folder Node stands in. */
export function asAccount(account: Account) {
  const env: Record<string, string> = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin:/usr/sbin:/sbin' }
  return account ? { cwd: '/', env, uid: account.uid, gid: account.gid } : { cwd: '/', env }
}

/** Whether the account can enter the folder: asked of the kernel, as mode bits alone do not tell. */
export function canEnter(account: Account, folder: string): boolean {
  if (!account) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], asAccount(account)).status === 0
}

export function giveTo(account: Account, path: string) {
  if (account) chownSync(path, account.uid, account.gid)
}

/** Gives a folder and all in it to the account, links themselves and not what they point to. */
export function giveTreeTo(account: Account, path: string) {
  if (!account) return
  lchownSync(path, account.uid, account.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveTreeTo(account, join(path, entry.name))
    else lchownSync(join(path, entry.name), account.uid, account.gid)
  }
}
