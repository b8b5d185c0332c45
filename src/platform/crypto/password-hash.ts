import { argon2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { sameBytes } from './tokens.ts'

const derive = promisify(argon2)

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }
type Parsed = Cost & { readonly salt: Buffer; readonly hash: Buffer }

/** OWASP's argon2id minimum (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const currentCost: Cost = { memory: 19 * 1024, passes: 2, parallelism: 1 }
const hashBytes = 32
const saltBytes = 16
const dummySalt = Buffer.alloc(saltBytes)
const phcShape =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

/** A PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. */
export async function hashPassword(plain: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await argon(plain, { ...currentCost, salt, hash: Buffer.alloc(hashBytes) })
  const { memory, passes, parallelism } = currentCost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Throws on a stored string that is not argon2id's PHC form: that is damage, not a wrong password. */
export async function verifyPassword(plain: string, phc: string): Promise<boolean> {
  const parsed = readPhc(phc)
  return sameBytes(await argon(plain, parsed), parsed.hash)
}

/** Costs what `verifyPassword` costs and is always false: an unknown user answers no faster than a known one. */
export async function dummyVerify(plain = ''): Promise<false> {
  await argon(plain, { ...currentCost, salt: dummySalt, hash: Buffer.alloc(hashBytes) })
  return false
}

/** True when a hash is weaker than today's cost: hash the password again while it is at hand, after a good log-in. */
export function needsRehash(phc: string): boolean {
  const { memory, passes, salt, hash } = readPhc(phc)
  return (
    memory < currentCost.memory || passes < currentCost.passes || salt.length < saltBytes || hash.length < hashBytes
  )
}

/** NFKC, so that the same keys on another keyboard or system give the same bytes (NIST SP 800-63B). */
const argon = (plain: string, { memory, passes, parallelism, salt, hash }: Parsed): Promise<Buffer> =>
  derive('argon2id', {
    message: Buffer.from(plain.normalize('NFKC'), 'utf8'),
    nonce: salt,
    memory,
    passes,
    parallelism,
    tagLength: hash.length,
  })

function readPhc(phc: string): Parsed {
  const [, memory, passes, parallelism, salt, hash] = phcShape.exec(phc) ?? []
  if (!memory || !passes || !parallelism || !salt || !hash) throw new Error('A stored password hash is unreadable')
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
