/**
 * Log-in with MitID through a broker: authorisation code with PKCE, state, nonce, pushed request and a client that
 * signs (private_key_jwt). The broker is looked up when first needed, so one that is down never stops our start.
 */
import * as oidc from 'openid-client'
import type { Language } from '#kernel/language.ts'
import { ok, problem, type Result } from '#kernel/result.ts'
import { readIdentity } from './claims.ts'
import type { ClaimStyle, EidAttempt, EidIdentity, EidProblem } from './identity.ts'

export type EidOptions = {
  readonly issuer: URL
  readonly clientId: string
  /** Private signing key: EC P-256 (ES256) or RSA (RS256, unless `alg` says otherwise). */
  readonly clientKey: JsonWebKey
  readonly claims: ClaimStyle
  /** Absolute URL from configuration, never from a Host header. */
  readonly redirectUri: string
  /** Only for a local broker. */
  readonly allowHttp: boolean
}

export type EidRequest = {
  readonly language: Language
  readonly forceLogin?: boolean
  /** `not-asked` leaves the CPR question out, where we know already whose log-in it must be. */
  readonly cpr?: EidAttempt['cpr']
}

export type Eid = {
  /** Keep `attempt` on the server and send the browser to `url`. */
  begin(request: EidRequest): Promise<Result<{ url: string; attempt: EidAttempt }, 'broker-unavailable'>>
  finish(callback: URLSearchParams, attempt: EidAttempt, now: Date): Promise<Result<EidIdentity, EidProblem>>
  /** Where to send the browser to log out at the broker too; `returnTo` itself when the broker offers nothing. */
  logOutUrl(idToken: string | null, returnTo: string): string
  /** Whether the broker answers when asked for its discovery document (OpenID Connect Discovery 1.0), within three seconds. */
  isReachable(): Promise<boolean>
}

const attemptMinutes = 30
const clockSkewMs = 60_000
const networkTimeoutSeconds = 10
const reachableWithinMs = 3000

export async function openEid(options: EidOptions): Promise<Eid> {
  const key = await importSigningKey(options.clientKey)
  let known: oidc.Configuration | null = null
  const broker = async () => {
    known ??= await discover(options, key)
    return known
  }
  return {
    begin: (request) => begin(options, broker, request),
    finish: (callback, attempt, now) => finish(options, broker, { callback, attempt, now }),
    logOutUrl: (idToken, returnTo) => logOutUrl(options, known, { idToken, returnTo }),
    isReachable: () => isReachable(options.issuer),
  }
}

function discover(options: EidOptions, key: oidc.PrivateKey): Promise<oidc.Configuration> {
  // Without this the library trusts TLS alone for the id token; the brokers ask for signatures to be checked.
  const execute = [oidc.enableNonRepudiationChecks]
  if (options.allowHttp) execute.push(oidc.allowInsecureRequests)
  return oidc.discovery(options.issuer, options.clientId, {}, oidc.PrivateKeyJwt(key), {
    execute,
    timeout: networkTimeoutSeconds,
  })
}

async function isReachable({ href }: URL): Promise<boolean> {
  const discovery = `${href.replace(/\/$/, '')}/.well-known/openid-configuration`
  try {
    const answer = await fetch(discovery, { signal: AbortSignal.timeout(reachableWithinMs), redirect: 'error' })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

type Broker = () => Promise<oidc.Configuration>

async function begin(options: EidOptions, broker: Broker, request: EidRequest) {
  const attempt: EidAttempt = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    startedAt: new Date().toISOString(),
    requestedAssurance: 'substantial',
    cpr: request.cpr ?? 'required',
    freshLogin: request.forceLogin ?? false,
  }
  try {
    const parameters = {
      redirect_uri: options.redirectUri,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(attempt.freshLogin ? { prompt: 'login' } : {}),
      ...brokerParameters(options.claims, attempt, request.language),
    }
    const url = await oidc.buildAuthorizationUrlWithPAR(await broker(), parameters)
    return ok({ url: url.href, attempt })
  } catch (error) {
    if (isOutage(error)) return problem('broker-unavailable' as const)
    throw error
  }
}

function brokerParameters(style: ClaimStyle, attempt: EidAttempt, language: Language): Record<string, string> {
  const ssn = attempt.cpr === 'required' ? ' ssn' : ''
  const level = attempt.requestedAssurance
  if (style === 'idura') {
    return { scope: `openid${ssn}`, acr_values: `urn:grn:authn:dk:mitid:${level}`, ui_locales: language }
  }
  return {
    scope: `openid mitid${ssn}`,
    idp_values: 'mitid',
    idp_params: JSON.stringify({ mitid: { loa_value: level } }),
    language,
  }
}

type Return = { readonly callback: URLSearchParams; readonly attempt: EidAttempt; readonly now: Date }

async function finish(options: EidOptions, broker: Broker, back: Return): Promise<Result<EidIdentity, EidProblem>> {
  const { callback, attempt, now } = back
  if (callback.get('state') !== attempt.state) return problem('state-mismatch')
  if (now.getTime() - Date.parse(attempt.startedAt) > attemptMinutes * 60_000) return problem('expired')
  if (callback.has('error')) return problem(refusalIn(callback))

  const answer = await redeem(options, broker, back)
  if (!answer.ok) return answer
  const identity = readIdentity(options.claims, answer.value, attempt)
  if (!identity.ok) return identity
  return isStale(identity.value, back) ? problem('expired') : identity
}

async function redeem(options: EidOptions, broker: Broker, { callback, attempt }: Return) {
  const url = new URL(options.redirectUri)
  url.search = callback.toString()
  try {
    const configuration = await broker()
    const tokens = await oidc.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    })
    const idTokenClaims = tokens.claims()
    if (!idTokenClaims || !tokens.id_token) return problem('invalid-token' as const)
    const userinfoClaims = await oidc.fetchUserInfo(configuration, tokens.access_token, idTokenClaims.sub)
    return ok({ idTokenClaims, userinfoClaims, idToken: tokens.id_token })
  } catch (error) {
    if (isOutage(error)) return problem('broker-unavailable' as const)
    if (isRefusedAnswer(error)) return problem('invalid-token' as const)
    throw error
  }
}

/** Brokers word their errors differently; what is not an outage or a failed CPR match was ended by the person. */
function refusalIn(callback: URLSearchParams): EidProblem {
  const error = callback.get('error')
  const description = (callback.get('error_description') ?? '').toLowerCase()
  if (/cpr|ssn/.test(description)) return 'cpr-mismatch-exhausted'
  if (error === 'access_denied' || error === 'login_required' || /abort|cancel/.test(description)) return 'cancelled'
  return error === 'temporarily_unavailable' || error === 'server_error' ? 'broker-unavailable' : 'invalid-token'
}

function isStale(identity: EidIdentity, { attempt, now }: Return): boolean {
  if (identity.sessionExpiresAt && identity.sessionExpiresAt <= now) return true
  const oldestMs = Date.parse(attempt.startedAt) - clockSkewMs
  return attempt.freshLogin && identity.authenticatedAt.getTime() < oldestMs
}

function isOutage(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500
  if (error instanceof oidc.ClientError) return error.code === 'OAUTH_TIMEOUT' || isBadStatus(error)
  if (error instanceof DOMException) return error.name === 'TimeoutError' || error.name === 'AbortError'
  return error instanceof TypeError && error.message === 'fetch failed'
}

const isBadStatus = (error: oidc.ClientError) =>
  error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && error.cause instanceof Response && error.cause.status >= 500

const isRefusedAnswer = (error: unknown) =>
  error instanceof oidc.ClientError ||
  error instanceof oidc.ResponseBodyError ||
  error instanceof oidc.AuthorizationResponseError ||
  error instanceof oidc.WWWAuthenticateChallengeError

function logOutUrl(
  options: EidOptions,
  configuration: oidc.Configuration | null,
  { idToken, returnTo }: { idToken: string | null; returnTo: string },
): string {
  if (!configuration?.serverMetadata().end_session_endpoint) return returnTo
  const parameters: Record<string, string> = { post_logout_redirect_uri: returnTo }
  // Idura's id token holds the CPR number, which must never stand in a URL.
  if (idToken && options.claims === 'signaturgruppen') parameters.id_token_hint = idToken
  return oidc.buildEndSessionUrl(configuration, parameters).href
}

async function importSigningKey(jwk: JsonWebKey): Promise<oidc.PrivateKey> {
  const { alg: named, kid } = jwk as JsonWebKey & { kid?: string }
  const algorithm =
    jwk.kty === 'EC'
      ? { name: 'ECDSA', namedCurve: jwk.crv ?? 'P-256' }
      : { name: named?.startsWith('PS') ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
  return kid ? { key, kid } : { key }
}
