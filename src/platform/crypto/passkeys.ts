import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { ok, problem, type Result } from '#kernel/result.ts'

/** The site a passkey belongs to: `id` is the host name, `origin` the full `https://host[:port]`. */
export type RelyingParty = { readonly id: string; readonly name: string; readonly origin: string }

/** A passkey as stored: credential id in base64url, public key as COSE bytes, the counter against clones. */
export type StoredPasskey = {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}
export type NewPasskey = StoredPasskey & { readonly backedUp: boolean; readonly aaguid: string }

/** EdDSA, ES256, RS256: what today's authenticators speak and every supported runtime verifies. */
const algorithms = [-8, -7, -257]

/** Options for `navigator.credentials.create`; keep `.challenge` in the session until the answer comes. */
export const passkeyRegistrationOptions = (
  party: RelyingParty,
  user: { readonly id: Uint8Array; readonly name: string; readonly existing: readonly StoredPasskey[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: Uint8Array.from(user.id),
    userName: user.name,
    attestationType: 'none',
    excludeCredentials: user.existing.map(listed),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })

/** Checks challenge, origin, host and user verification of a new passkey. */
export async function verifyPasskeyRegistration(
  party: RelyingParty,
  challenge: string,
  response: RegistrationResponseJSON,
): Promise<Result<NewPasskey, 'refused'>> {
  const verified = await refusedIfThrown(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!verified?.verified) return problem('refused')
  const { credential, credentialBackedUp, aaguid } = verified.registrationInfo
  return ok({
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    aaguid,
  })
}

/** Options for `navigator.credentials.get`. Without `allowed` the browser offers every passkey of the site. */
export const passkeyLoginOptions = (
  party: RelyingParty,
  allowed: readonly StoredPasskey[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({ rpID: party.id, allowCredentials: allowed.map(listed), userVerification: 'required' })

/** On success store `counter`: one that does not grow is refused as a clone. */
export async function verifyPasskeyLogin(
  party: RelyingParty,
  challenge: string,
  response: AuthenticationResponseJSON,
  passkey: StoredPasskey,
): Promise<Result<{ counter: number }, 'refused'>> {
  const verified = await refusedIfThrown(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
        transports: [...passkey.transports],
      },
    }),
  )
  return verified?.verified ? ok({ counter: verified.authenticationInfo.newCounter }) : problem('refused')
}

/** The library throws on any bad answer, and an answer comes from outside: a refusal, not a fault of ours. */
async function refusedIfThrown<Verified>(verify: () => Promise<Verified>): Promise<Verified | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}

const listed = (passkey: StoredPasskey) => ({ id: passkey.credentialId, transports: [...passkey.transports] })
