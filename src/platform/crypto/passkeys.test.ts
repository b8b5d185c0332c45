import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import {
  passkeyLoginOptions,
  passkeyRegistrationOptions,
  type RelyingParty,
  type StoredPasskey,
  verifyPasskeyLogin,
  verifyPasskeyRegistration,
} from './passkeys.ts'

const party: RelyingParty = { id: 'klinik.example', name: 'Klinikbro', origin: 'https://klinik.example' }
const user = { id: Buffer.from('account-1'), name: 'ana@example.dk', existing: [] }
const verified = 0x45
const presentOnly = 0x41

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()
const clientJson = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** An authenticator in software (WebAuthn level 2, "none" attestation, ES256), which obeys where a real one would not. */
function softAuthenticator(origin = party.origin) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const id = sha256('credential').subarray(0, 16)
  const base64Id = id.toString('base64url')
  const point = (coordinate: string) => Buffer.from(coordinate, 'base64url')
  const coseKey = [Buffer.from('a5010203262001215820', 'hex'), point(x), Buffer.from('225820', 'hex'), point(y)]
  const head = (flags: number, counter: number) => Buffer.concat([sha256(party.id), Buffer.of(flags, 0, 0, 0, counter)])
  const envelope = <Response>(response: Response) =>
    ({ id: base64Id, rawId: base64Id, type: 'public-key', clientExtensionResults: {}, response }) as const

  return {
    register(challenge: string, flags = verified) {
      const credential = [Buffer.alloc(16), Buffer.of(0, id.length), id, ...coseKey]
      const authData = Buffer.concat([head(flags, 0), ...credential])
      const cbor = [
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.of(0x58, authData.length),
      ]
      return envelope({
        clientDataJSON: clientJson('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: Buffer.concat([...cbor, authData]).toString('base64url'),
        transports: ['internal'],
      })
    },
    logIn(challenge: string, counter: number, flags = 0x05) {
      const client = clientJson('webauthn.get', challenge, origin)
      const authenticatorData = head(flags, counter)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey)
      return envelope({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

async function registered(authenticator: ReturnType<typeof softAuthenticator>): Promise<StoredPasskey> {
  const { challenge } = await passkeyRegistrationOptions(party, user)
  const result = await verifyPasskeyRegistration(party, challenge, authenticator.register(challenge))
  assert.ok(result.ok)
  return result.value
}

test('the options ask for a verified user and offer three algorithms', async () => {
  const options = await passkeyRegistrationOptions(party, user)
  assert.deepEqual(
    options.pubKeyCredParams.map(({ alg }) => alg),
    [-8, -7, -257],
  )
  assert.equal(options.authenticatorSelection?.userVerification, 'required')
  assert.equal(options.authenticatorSelection?.residentKey, 'preferred')
  assert.equal((await passkeyLoginOptions(party)).userVerification, 'required')
})

test('a passkey is registered, listed so that it is not made twice, and logs in', async () => {
  const authenticator = softAuthenticator()
  const passkey = await registered(authenticator)
  assert.deepEqual(passkey.transports, ['internal'])
  const again = await passkeyRegistrationOptions(party, { ...user, existing: [passkey] })
  assert.equal(again.excludeCredentials?.[0]?.id, passkey.credentialId)

  const { challenge } = await passkeyLoginOptions(party, [passkey])
  const login = await verifyPasskeyLogin(party, challenge, authenticator.logIn(challenge, 7), passkey)
  assert.deepEqual(login, { ok: true, value: { counter: 7 } })
})

test('another challenge, another origin or an unverified user registers nothing', async () => {
  const { challenge } = await passkeyRegistrationOptions(party, user)
  const attempts = [
    softAuthenticator().register('b3RoZXI'),
    softAuthenticator('https://evil.example').register(challenge),
    softAuthenticator().register(challenge, presentOnly),
  ]
  for (const attempt of attempts) {
    assert.deepEqual(await verifyPasskeyRegistration(party, challenge, attempt), { ok: false, problem: 'refused' })
  }
})

test('a counter that does not grow, another key, an unverified user or another challenge does not log in', async () => {
  const authenticator = softAuthenticator()
  const passkey = { ...(await registered(authenticator)), counter: 7 }
  const { challenge } = await passkeyLoginOptions(party, [passkey])
  const attempts = [
    authenticator.logIn(challenge, 7),
    softAuthenticator().logIn(challenge, 8),
    authenticator.logIn(challenge, 8, 0x01),
    authenticator.logIn('b3RoZXI', 8),
  ]
  for (const attempt of attempts) {
    assert.deepEqual(await verifyPasskeyLogin(party, challenge, attempt, passkey), { ok: false, problem: 'refused' })
  }
})
