import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Head } from './chain.ts'
import { type ExportLine, readExportLine } from './export.ts'
import { type Finding, openVerifier } from './verify.ts'

export type Verdict = {
  readonly findings: readonly Finding[]
  readonly links: number
  readonly removedPayloads: number
}

/** An earlier export, and ends that were signed: what the trail must agree with. */
export type Against = { readonly earlierPath?: string | undefined; readonly signed?: readonly Head[] }

/** Verifies an exported trail without any database, and that it continues what was said of it before. */
export async function verifyFile(path: string, { earlierPath, signed = [] }: Against = {}): Promise<Verdict> {
  const earlier = [...(earlierPath ? await endsIn(earlierPath) : []), ...signed]
  const verifier = openVerifier(earlier)
  const ends: Head[] = []
  for await (const line of linesOf(path)) {
    if (line.kind === 'link') verifier.take(line)
    if (line.kind === 'end') ends.push(line)
  }
  const findings = verifier.finish(ends)
  return { findings, ...verifier.counted }
}

async function endsIn(path: string): Promise<Head[]> {
  const ends: Head[] = []
  for await (const line of linesOf(path)) if (line.kind === 'end') ends.push(line)
  return ends
}

async function* linesOf(path: string): AsyncGenerator<ExportLine> {
  for await (const text of createInterface({ input: createReadStream(path) }))
    if (text !== '') yield readExportLine(text)
}
