import { openForPlatform, sealForPlatform } from '#platform/crypto/platform-key.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { Tx } from '#platform/db/database.ts'
import type { EidAttempt } from '#platform/eid/identity.ts'
import type { Visit } from '#platform/http/action.ts'
import { browserMark } from './browser-mark.ts'
import { insertAttempt, takeAttempt } from './sessions.sql.ts'

type Kept = { readonly attempt: EidAttempt; readonly returnTo: string; readonly mark: string | null }
type Around = Pick<Visit, 'request' | 'services' | 'now'>

const attemptMinutes = 30
const purposeOf = (stateHash: Buffer) => `eid-attempt/${stateHash.toString('hex')}`

/** Remembers a log-in that leaves for the broker, sealed, and bound to this browser. */
export async function keepAttempt(tx: Tx, around: Around, attempt: EidAttempt, returnTo: string): Promise<void> {
  const stateHash = hashToken(attempt.state)
  const kept: Kept = { attempt, returnTo, mark: browserMark(around) }
  const sealed = sealForPlatform(around.services.keyring, purposeOf(stateHash), Buffer.from(JSON.stringify(kept)))
  await insertAttempt(tx, stateHash, sealed, around.now.add({ minutes: attemptMinutes }))
}

/** The attempt that came back, once, and only to the browser that left. */
export async function takeKeptAttempt(tx: Tx, around: Around, state: string | null): Promise<Kept | null> {
  if (!state) return null
  const stateHash = hashToken(state)
  const row = await takeAttempt(tx, stateHash)
  if (!row) return null
  const plain = openForPlatform(around.services.keyring, purposeOf(stateHash), row.attempt_sealed).toString()
  const kept = JSON.parse(plain) as Kept
  return kept.mark !== null && kept.mark === browserMark(around) ? kept : null
}
