/**
 * Where the chains of the audit trail ended at a moment, signed, and kept outside the database: whoever owns the database can cut a chain or
 * make it anew, but cannot make it fit to what was said of it before. The private key stands outside the database too.
 */
import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendLines } from '#platform/log/append-lines.ts'

export type Head = { readonly chain: number; readonly length: number; readonly head: string }
export type Occasion = 'nightly' | 'shutdown' | 'restore'
export type Statement = {
  /** ISO instant. */
  readonly at: string
  /** A restore brings the trail lawfully back to an earlier end: what was said between does not bind any more. */
  readonly because: Occasion
  readonly heads: readonly Head[]
  /** Ed25519 over the rest, in base64url. */
  readonly signature: string
}

/** A line of the file was not signed by this key, or was changed since. */
export class StatementForged extends Error {
  override readonly name = 'StatementForged'
}

export const headsFileIn = (dataFolder: string): string => join(dataFolder, 'audit-heads.jsonl')

/** Signs and writes one statement, onto the disk. */
export async function state(file: string, keyFile: string, said: Omit<Statement, 'signature'>): Promise<void> {
  const signature = sign(null, signedPart(said), privateKeyIn(keyFile)).toString('base64url')
  await appendLines(file, `${JSON.stringify({ ...said, signature })}\n`)
}

/** Every statement of a file, in order. Throws `StatementForged`. */
export function readStatements(file: string, publicKey: KeyObject): Statement[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, at) => (line === '' ? [] : [checked(line, publicKey, `Line ${at + 1} of ${file}`)]))
}

function checked(line: string, publicKey: KeyObject, place: string): Statement {
  try {
    const statement = JSON.parse(line) as Statement
    if (verify(null, signedPart(statement), publicKey, Buffer.from(statement.signature, 'base64url'))) return statement
  } catch {
    // Said below: what cannot be read was not signed either.
  }
  throw new StatementForged(`${place} was not signed by this key`)
}

/** What a trail of today must still agree with: all that was said, save what a later restore went back behind. */
export function bindingHeads(statements: readonly Statement[]): Head[] {
  const reach = new Map<number, number>()
  return statements.toReversed().flatMap(({ because, heads }) => {
    const binding = heads.filter(({ chain, length }) => length <= (reach.get(chain) ?? Number.POSITIVE_INFINITY))
    if (because === 'restore') {
      for (const { chain, length } of heads) reach.set(chain, Math.min(length, reach.get(chain) ?? length))
    }
    return binding
  })
}

/** The public half of the signing key, to publish: a JWK (RFC 8037). */
export const publicKeyOf = (keyFile: string): JsonWebKey =>
  createPublicKey(privateKeyIn(keyFile)).export({ format: 'jwk' })

export const publicKeyIn = (file: string): KeyObject =>
  createPublicKey({ key: JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey, format: 'jwk' })

const privateKeyIn = (file: string) =>
  createPrivateKey({ key: JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey, format: 'jwk' })

const signedPart = ({ at, because, heads }: Omit<Statement, 'signature'>) => {
  const ends = heads.map(({ chain, length, head }) => [chain, length, head])
  return Buffer.from(JSON.stringify(['klinikbro audit heads', 1, at, because, ends]))
}
