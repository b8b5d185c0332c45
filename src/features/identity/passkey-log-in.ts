import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { passkeyLoginOptions, verifyPasskeyLogin } from '#platform/crypto/passkeys.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Visit } from '#platform/http/action.ts'
import { notePasskeyUse } from './factors.sql.ts'
import { readAnswer } from './passkey-answer.ts'
import { type Factors, relyingParty, storedPasskey } from './second-factor.ts'
import { keepChallenge, takeChallenge } from './sessions.sql.ts'

const challengeMinutes = 5

/** The question for the authenticators of a half log-in. It waits in the session, which has one question at a time. */
export async function askPasskey(
  tx: Tx,
  { session, now, ...visit }: Pick<Visit, 'session' | 'now' | 'services' | 'page'>,
  half: Factors,
) {
  const options = await passkeyLoginOptions(relyingParty(visit), half.passkeys.map(storedPasskey))
  if (session) await keepChallenge(tx, session.tokenHash, options.challenge, now.add({ minutes: challengeMinutes }))
  return options
}

/** Checks the answer against the question that this session was asked, which counts once, and notes the use of the passkey. */
export async function acceptPasskey(
  tx: Tx,
  visit: Pick<Visit, 'session' | 'now' | 'services' | 'page'>,
  half: Factors,
  typed: string,
): Promise<boolean> {
  const taken = visit.session && (await takeChallenge(tx, visit.session.tokenHash, visit.now))
  const answer = readAnswer<AuthenticationResponseJSON>(typed)
  const known = half.passkeys.find((row) => row.credential_id === answer?.id)
  if (!taken?.challenge || !answer || !known) return false
  const verified = await verifyPasskeyLogin(relyingParty(visit), taken.challenge, answer, storedPasskey(known))
  if (verified.ok) await notePasskeyUse(tx, known.credential_id, verified.value.counter, visit.now)
  return verified.ok
}
