import { generateKeyPairSync } from 'node:crypto'
import { type Eid, openEid } from '#platform/eid/eid.ts'
import { type LocalBroker, startLocalBroker } from '#platform/eid/local-broker.ts'
import { referralUrl } from './world.ts'

/** The local broker with a client of its own, as the product is configured on a developer's machine. */
export async function openLocalMitId(): Promise<{ eid: Eid; broker: LocalBroker }> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const redirectUri = new URL('/log-in/eid/callback', referralUrl).href
  const clientId = 'klinikbro-signaturgruppen'
  const broker = await startLocalBroker({
    port: 0,
    clientId,
    clientPublicJwk: keys.publicKey.export({ format: 'jwk' }),
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [new URL('/logged-out', referralUrl).href],
  })
  const eid = await openEid({
    issuer: new URL(broker.issuer),
    clientId,
    clientKey: keys.privateKey.export({ format: 'jwk' }),
    claims: 'signaturgruppen',
    redirectUri,
    allowHttp: true,
  })
  return { eid, broker }
}
