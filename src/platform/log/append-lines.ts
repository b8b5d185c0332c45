import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

const lineBreak = 0x0a

/** Adds whole lines to a file that only its own account may read, and returns when they are on the disk. A line that a crash cut off is closed. */
export async function appendLines(path: string, lines: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const last = Buffer.from([lineBreak])
    if (size > 0) await file.read(last, 0, 1, size - 1)
    await file.appendFile(last[0] === lineBreak ? lines : `\n${lines}`)
    await file.sync()
  } finally {
    await file.close()
  }
}
