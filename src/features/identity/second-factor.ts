import type { Id } from '#kernel/ids.ts'
import { blindIndex } from '#platform/crypto/blind-index.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { RelyingParty, StoredPasskey } from '#platform/crypto/passkeys.ts'
import { openForPlatform } from '#platform/crypto/platform-key.ts'
import { verifyTotp } from '#platform/crypto/totp.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { Visit } from '#platform/http/action.ts'
import type { Session } from '#platform/http/session.ts'
import type { RateRule } from '#platform/rate-limit/rate-limit.ts'
import { accountById } from './accounts.sql.ts'
import { type PasskeyRow, passkeysOf, type TotpRow, totpOf, useStep } from './factors.sql.ts'

/** Guessing at one account is slow whatever address it comes from (T19.2): a password, and behind it a code of six digits. */
const accountRule: RateRule = { name: 'log-in-account', capacity: 10, refillPerMinute: 1 }
const codeRule: RateRule = { name: 'second-factor', capacity: 6, refillPerMinute: 0.2 }

type Counting = Pick<Visit, 'services' | 'now'>

/** Counts a try at an account by its e-mail address, known or not; the limiter's memory holds no address in clear. */
export const mayTryPassword = ({ services, now }: Counting, email: string): boolean =>
  services.rateLimiter.take(accountRule, blindIndex(services.keyring, 'log-in.email', email).toString('base64url'), now)
    .ok

export const mayTryCode = ({ services, now }: Counting, userId: Id<'user'>): boolean =>
  services.rateLimiter.take(codeRule, userId, now).ok

/** What a user can prove themselves with besides the password. */
export type Factors = {
  readonly userId: Id<'user'>
  readonly email: string
  readonly totp: TotpRow | null
  readonly passkeys: readonly PasskeyRow[]
}

export const hasFactor = ({ totp, passkeys }: Pick<Factors, 'totp' | 'passkeys'>): boolean =>
  totp !== null || passkeys.length > 0

export async function factorsOf(reader: Reader, userId: Id<'user'>): Promise<Factors | null> {
  const account = await accountById(reader, userId)
  if (!account) return null
  return {
    userId,
    email: account.email,
    totp: await totpOf(reader, userId),
    passkeys: await passkeysOf(reader, userId),
  }
}

/** Who is half logged in. Null factors: nobody is, or it took too long. */
export async function loadHalf({ session, reader }: { session: Session | null; reader: Reader }) {
  const half = session?.kind === 'half-staff' && session.userId ? await factorsOf(reader, session.userId) : null
  return { half }
}

export const totpPurpose = (userId: Id<'user'>): string => `totp/${userId}`

/** Checks a code from the user's app and uses it up. */
export async function acceptTotp(
  tx: Tx,
  { keyring, now }: { keyring: Keyring; now: Visit['now'] },
  { userId, totp }: Factors,
  code: string,
): Promise<'accepted' | 'wrong' | 'already-used'> {
  if (!totp) return 'wrong'
  const secret = openForPlatform(keyring, totpPurpose(userId), totp.secret_sealed).toString()
  const outcome = verifyTotp(secret, code, now, totp.last_step === null ? null : Number(totp.last_step))
  if (!outcome.ok) return outcome.problem
  return (await useStep(tx, userId, outcome.step)) ? 'accepted' : 'already-used'
}

export const storedPasskey = (row: PasskeyRow): StoredPasskey => ({
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: row.transports,
})

/** Passkeys belong to the booking site's host name. */
export const relyingParty = ({ services, page }: Pick<Visit, 'services' | 'page'>): RelyingParty => ({
  id: services.urls.referral.hostname,
  name: page.site.name,
  origin: services.urls.referral.origin,
})
