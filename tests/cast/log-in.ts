import assert from 'node:assert/strict'
import { Secret, TOTP } from 'otpauth'
import type { Id } from '#kernel/ids.ts'
import { hashPassword } from '#platform/crypto/password-hash.ts'
import { sealForPlatform } from '#platform/crypto/platform-key.ts'
import { newTotpSecret } from '#platform/crypto/totp.ts'
import type { Browser, Seen } from '#tests/harness/browser.ts'
import type { World } from '#tests/harness/world.ts'
import type { Member } from './cast.ts'

export const testPassword = 'fire grønne heste hopper'

/** Gives a member of the cast the password that tests use. */
export const givePassword = async (world: World, { userId }: Pick<Member, 'userId'>, password = testPassword) =>
  world.sql(
    `insert into user_passwords (user_id, phc) values ($1, $2) on conflict (user_id) do update set phc = excluded.phc`,
    [userId, await hashPassword(password)],
  )

/** Gives a member an app with codes, and returns its secret. */
export async function giveApp(world: World, { userId }: { readonly userId: Id<'user'> }): Promise<string> {
  const secret = newTotpSecret()
  const sealed = sealForPlatform(world.services.keyring, `totp/${userId}`, Buffer.from(secret))
  await world.sql(`insert into user_totp (user_id, secret_sealed, confirmed_at) values ($1, $2, now())`, [
    userId,
    sealed,
  ])
  return secret
}

/** What the app shows now. */
export const codeNow = (world: World, secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().epochMilliseconds })

export const wrongCode = (right: string): string => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

/** Somebody who has given the right password, and nothing more yet. */
export async function halfLoggedIn(
  world: World,
  { email }: Pick<Member, 'email'>,
): Promise<{ browser: Browser; next: Seen }> {
  const browser = await world.browser()
  await browser.get('/log-in/staff')
  const next = await browser.postAndFollow('/log-in/staff', { email, password: testPassword })
  assert.equal(next.status, 200)
  return { browser, next }
}
