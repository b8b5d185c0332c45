import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Held by the process that runs the database of a folder; the system lets go of it however that process ends. */
export type FolderLock = { note(running: Running): void; release(): void }
export type Running = { readonly pid: number; readonly socketFolder: string; readonly port: number }

export class FolderInUse extends Error {}

/**
 * Takes the folder for this process or throws FolderInUse, which says who has it. Node has no file lock of its own; an exclusive
 * SQLite transaction is one (fcntl), needs no cleaning up after kill -9, and cannot be taken twice in a race.
 */
export function lockFolder(folder: string): FolderLock {
  const lock = new DatabaseSync(join(folder, 'postgres.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== 5) throw error
    const holder = runningIn(folder)
    const who = holder ? `process ${holder.pid}` : 'another process'
    throw new FolderInUse(`The database in ${folder} is already run by ${who}. Stop that one first`)
  }
  const note = (running: Running) => writeFileSync(noteFile(folder), JSON.stringify(running), { mode: 0o600 })
  note({ pid: process.pid, socketFolder: '', port: 0 })
  return { note, release: () => lock.close() }
}

/** What the last holder of the folder wrote about itself; it may be gone. */
export function runningIn(folder: string): Running | null {
  try {
    return JSON.parse(readFileSync(noteFile(folder), 'utf8')) as Running
  } catch {
    return null
  }
}

const noteFile = (folder: string) => join(folder, 'postgres.running.json')
