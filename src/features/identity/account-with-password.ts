import { dummyVerify, hashPassword, needsRehash, verifyPassword } from '#platform/crypto/password-hash.ts'
import type { Tx } from '#platform/db/database.ts'
import { type Account, accountByEmail, savePassword } from './accounts.sql.ts'

/**
 * The account that this address and password open, or null. An account that is not there, is removed or has no password costs the same
 * as a wrong password. A hash of yesterday's strength is renewed while the password is at hand.
 */
export async function accountWithPassword(tx: Tx, address: string, plain: string): Promise<Account | null> {
  const account = await accountByEmail(tx, address)
  const right = account?.phc ? await verifyPassword(plain, account.phc) : await dummyVerify(plain)
  if (!account?.phc || !right) return null
  if (needsRehash(account.phc)) await savePassword(tx, account.id, await hashPassword(plain))
  return account
}
