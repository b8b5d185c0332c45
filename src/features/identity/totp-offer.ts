import type { Id } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { openForPlatform, sealForPlatform } from '#platform/crypto/platform-key.ts'
import { newTotpSecret, verifyTotp } from '#platform/crypto/totp.ts'
import type { Tx } from '#platform/db/database.ts'
import { text } from '#platform/http/form-fields.ts'
import { saveTotp } from './factors.sql.ts'
import { totpPurpose } from './second-factor.ts'

/**
 * A secret on its way to an app. It travels sealed in the form, so that looking at the page changes nothing, and the factor
 * that a user has stays until the new one is shown to work.
 */
export type TotpOffer = { readonly secret: string; readonly sealed: string }

type Who = { readonly keyring: Keyring; readonly userId: Id<'user'>; readonly now: Temporal.Instant }

const offerMinutes = 30
const offerPurpose = (userId: Id<'user'>) => `totp-offer/${userId}`

export const totpFields = { code: text({ max: 20 }), offer: text({ max: 1000 }) }

export function newOffer({ keyring, userId, now }: Who): TotpOffer {
  const secret = newTotpSecret()
  const until = now.add({ minutes: offerMinutes }).toString()
  const sealed = sealForPlatform(keyring, offerPurpose(userId), Buffer.from(JSON.stringify({ secret, until })))
  return { secret, sealed: sealed.toString('base64url') }
}

/** The offer that a form came back with; null when it is too old, somebody else's or tampered with. */
export function readOffer({ keyring, userId, now }: Who, sealed: string): TotpOffer | null {
  try {
    const plain = openForPlatform(keyring, offerPurpose(userId), Buffer.from(sealed, 'base64url')).toString()
    const { secret, until } = JSON.parse(plain) as { secret: string; until: string }
    return Temporal.Instant.compare(now, until) < 0 ? { secret, sealed } : null
  } catch {
    return null
  }
}

/** Takes the secret into use when the app has shown that it knows it. False when the code is wrong. */
export async function takeIntoUse(tx: Tx, who: Who, offer: TotpOffer, code: string): Promise<boolean> {
  const outcome = verifyTotp(offer.secret, code, who.now, null)
  if (!outcome.ok) return false
  const sealed = sealForPlatform(who.keyring, totpPurpose(who.userId), Buffer.from(offer.secret))
  await saveTotp(tx, who.userId, sealed, outcome.step)
  return true
}
