import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

/** A passkey in software (WebAuthn level 2, "none" attestation, ES256) for one site; it says that its user was verified. */
export function softAuthenticator(site: URL) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const id = randomBytes(16)
  const base64Id = id.toString('base64url')
  const point = (coordinate: string) => Buffer.from(coordinate, 'base64url')
  const coseKey = [Buffer.from('a5010203262001215820', 'hex'), point(x), Buffer.from('225820', 'hex'), point(y)]
  const head = (flags: number, counter: number) =>
    Buffer.concat([sha256(site.hostname), Buffer.of(flags, 0, 0, 0, counter)])
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: site.origin, crossOrigin: false }))
  const envelope = (response: Readonly<Record<string, unknown>>) =>
    JSON.stringify({ id: base64Id, rawId: base64Id, type: 'public-key', clientExtensionResults: {}, response })

  return {
    id: base64Id,
    /** The answer to a question for a new passkey, as the browser's form carries it. */
    register(challenge: string): string {
      const authData = Buffer.concat([head(0x45, 0), Buffer.alloc(16), Buffer.of(0, id.length), id, ...coseKey])
      const start = Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex')
      return envelope({
        clientDataJSON: client('webauthn.create', challenge).toString('base64url'),
        attestationObject: Buffer.concat([start, Buffer.of(0x58, authData.length), authData]).toString('base64url'),
        transports: ['internal'],
      })
    },
    /** The answer to a question at log-in. */
    logIn(challenge: string, counter: number): string {
      const asked = client('webauthn.get', challenge)
      const authenticatorData = head(0x05, counter)
      return envelope({
        clientDataJSON: asked.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authenticatorData, sha256(asked)]), privateKey).toString('base64url'),
      })
    },
  }
}
