import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

type KeyEncryption = readonly { readonly epoch: number; readonly key: string }[]

/**
 * Changes the key-encryption keys of a secrets file, whole or not at all; the rest stays as it is. What the file held before is written
 * over, as far as the disk obeys: copies of the file, and what a disk keeps for itself, are out of reach from here.
 */
export function rewriteKeyEncryption(path: string, change: (keys: KeyEncryption) => KeyEncryption): void {
  const content = JSON.parse(readFileSync(path, 'utf8')) as { keyEncryption: KeyEncryption }
  const text = `${JSON.stringify({ ...content, keyEncryption: change(content.keyEncryption) }, null, 2)}\n`
  const { uid, gid, size } = statSync(path)
  const making = `${path}.${process.pid}`
  writeFileSync(making, text, { mode: 0o600, flag: 'wx', flush: true })
  chownSync(making, uid, gid)
  const before = openSync(path, 'r+')
  renameSync(making, path)
  syncFolder(dirname(path))
  writeSync(before, randomBytes(size), 0, size, 0)
  fsyncSync(before)
  closeSync(before)
}

export const newKeyEncryption = (epoch: number) => ({ epoch, key: randomBytes(32).toString('base64url') })

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
