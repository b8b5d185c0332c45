import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Why a folder cannot be used as it is, in a sentence for whoever typed the command. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

const manifest = z.object({
  kind: z.literal('klinikbro-backup'),
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ file: z.string(), checksum: sha256 })),
  /** The key-encryption epochs without which nobody can read this backup. */
  keyEpochs: z.array(z.int()),
  auditHeads: z.array(z.object({ chain: z.int(), length: z.int(), head: sha256 })),
  sequences: z.array(z.object({ table: name, column: name, next: z.int() })),
  tables: z.array(z.object({ name, columns: z.array(name), rows: z.int(), bytes: z.int(), sha256 })),
})
export type Manifest = z.infer<typeof manifest>
export type CopiedTable = Manifest['tables'][number]

export const fileOf = (folder: string, table: string): string => join(folder, `${table}.copy`)
const manifestFile = (folder: string) => join(folder, 'manifest.json')

/** Written last: a folder without it is no backup. */
export const writeManifest = (folder: string, content: Manifest): void =>
  writeFileSync(manifestFile(folder), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })

/** Reads a backup's manifest and holds every file against it. Throws `BackupRefused`. */
export async function readManifest(folder: string): Promise<Manifest> {
  const read = manifest.safeParse(jsonIn(manifestFile(folder)))
  if (!read.success) throw new BackupRefused(`${folder} holds no backup that this version can read`)
  for (const table of read.data.tables) {
    const { bytes, digest } = await measure(fileOf(folder, table.name))
    if (bytes !== table.bytes || digest !== table.sha256) {
      throw new BackupRefused(`${fileOf(folder, table.name)} is not what was written when the backup was made`)
    }
  }
  return read.data
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

async function measure(path: string): Promise<{ bytes: number; digest: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch {
    throw new BackupRefused(`${path} cannot be read`)
  }
  return { bytes, digest: hash.digest('hex') }
}
