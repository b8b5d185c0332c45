/**
 * A broker on this machine, for development and tests: the real protocol (oidc-provider with pushed requests, PKCE and
 * signing clients), invented people, and the CPR question with its three attempts. A client id that ends in `-idura`
 * gets that family's claims. Nothing is kept. Never for production: whoever reaches it can be anybody.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration, type JWK, type KoaContextWithOIDC } from 'oidc-provider'
import type { Language } from '#kernel/language.ts'
import { claimsByScope, claimsOf } from './local-broker-claims.ts'
import { answerVisit } from './local-broker-flow.ts'
import { memoryAdapters } from './local-broker-memory.ts'
import { loggedOutPage, logOutPage, pageHeaders } from './local-broker-pages.ts'
import { type TestPerson, testPeople } from './local-broker-people.ts'

export type LocalBrokerOptions = {
  /** 0 takes a free port. */
  readonly port: number
  readonly clientId: string
  /** Public half of the client's signing key (EC P-256 or RSA). */
  readonly clientPublicJwk: JsonWebKey
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
}

export type LocalBroker = { issuer: string; people: readonly TestPerson[]; close(): Promise<void> }

/** Listens on the loopback address only. */
export async function startLocalBroker(options: LocalBrokerOptions): Promise<LocalBroker> {
  let answer: ReturnType<typeof answerVisit> | null = null
  const server = createServer((request, response) => void answer?.(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration(options))
  answer = answerVisit(provider, testPeople)
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { issuer, people: testPeople, close }
}

function configuration(options: LocalBrokerOptions): Configuration {
  const style = options.clientId.endsWith('-idura') ? 'idura' : 'signaturgruppen'
  return {
    adapter: memoryAdapters(),
    clients: [clientOf(options)],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    scopes: ['openid', 'mitid', 'ssn'],
    claims: claimsByScope,
    acrValues: ['low', 'substantial', 'high'].map((level) => `urn:grn:authn:dk:mitid:${level}`),
    extraParams: ['idp_values', 'idp_params', 'language'],
    // Idura puts the person into the id token; the other family is held to userinfo by `claimsOf`.
    conformIdTokenClaims: false,
    findAccount: (_, id) => {
      const one = testPeople.find((person) => person.subject === id)
      if (!one) return undefined
      return { accountId: id, claims: (use) => claimsOf(one, style, use === 'userinfo' ? 'userinfo' : 'id_token') }
    },
    loadExistingGrant: grantWhatWasAsked,
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    ttl: { Interaction: 1800, Session: 4 * 3600, Grant: 4 * 3600, AccessToken: 3 * 3600, IdToken: 300 },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain'
      ctx.body = `${out.error}: ${out.error_description ?? ''}`
    },
  }
}

const clientOf = (options: LocalBrokerOptions) => ({
  client_id: options.clientId,
  redirect_uris: [...options.redirectUris],
  post_logout_redirect_uris: [...options.postLogoutRedirectUris],
  token_endpoint_auth_method: 'private_key_jwt' as const,
  jwks: { keys: [options.clientPublicJwk as JWK] },
  id_token_signed_response_alg: 'ES256' as const,
  require_auth_time: true,
})

const signingKey = (): JWK => ({
  ...(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK),
  use: 'sig',
  alg: 'ES256',
})

/** MitID asks for no second consent: what the client asked for is granted. */
async function grantWhatWasAsked(ctx: KoaContextWithOIDC) {
  const { client, session, provider, params } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(typeof params?.scope === 'string' ? params.scope : 'openid')
  await grant.save()
  return grant
}

const languageOf = (ctx: KoaContextWithOIDC): Language =>
  ctx.get('accept-language').toLowerCase().startsWith('en') ? 'en' : 'da'

function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  ctx.set(pageHeaders)
  ctx.body = logOutPage(languageOf(ctx), form)
}

function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  ctx.set(pageHeaders)
  ctx.body = loggedOutPage(languageOf(ctx))
}
