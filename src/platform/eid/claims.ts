/**
 * Brokers deliver the same MitID log-in under different names. Here the two families become one identity, and what a
 * patient's log-in must not be (an employee's, too weak, without a personal number) is refused with its reason.
 */
import { type Cpr, readCpr } from '#kernel/cpr.ts'
import { ok, problem, type Result } from '#kernel/result.ts'
import type { Assurance, ClaimStyle, EidAttempt, EidIdentity, EidProblem } from './identity.ts'

export type Claims = Readonly<Record<string, unknown>>

/** Claims from a token whose signature, issuer, audience, nonce and expiry have been checked already. */
export type BrokerAnswer = {
  readonly idTokenClaims: Claims
  readonly userinfoClaims: Claims
  readonly idToken: string
}

const levels: readonly Assurance[] = ['low', 'substantial', 'high']
const nsis = 'https://data.gov.dk/concept/core/nsis/'
const iduraAcr = 'urn:grn:authn:dk:mitid:'
const protectedName = 'NAVNE & ADRESSEBESKYTTET'

/** The id token wins over userinfo where both speak. Fails closed: what is not recognised is not let in. */
export function readIdentity(
  style: ClaimStyle,
  answer: BrokerAnswer,
  attempt: EidAttempt,
): Result<EidIdentity, EidProblem> {
  if (answer.userinfoClaims.sub !== answer.idTokenClaims.sub) return problem('invalid-token')
  const claims = { ...answer.userinfoClaims, ...answer.idTokenClaims }
  const kind = style === 'idura' ? iduraKind(claims) : signaturgruppenKind(claims)
  if (kind !== 'private') return problem(kind)

  const assurance = style === 'idura' ? iduraAssurance(claims, attempt) : signaturgruppenAssurance(claims)
  if (assurance === null) return problem('invalid-token')
  if (levels.indexOf(assurance) < levels.indexOf(attempt.requestedAssurance)) return problem('assurance-too-low')

  const cpr = cprOf(claims[style === 'idura' ? 'cprNumberIdentifier' : 'dk.cpr'])
  if (cpr === 'unreadable') return problem('invalid-token')
  if (cpr === null && attempt.cpr === 'required') return problem('no-cpr')

  return identityOf(style, { claims, assurance, cpr, idToken: answer.idToken })
}

function identityOf(
  style: ClaimStyle,
  found: { claims: Claims; assurance: Assurance; cpr: Cpr | null; idToken: string },
): Result<EidIdentity, EidProblem> {
  const { claims } = found
  const issuer = text(claims.iss)
  const subject = text(claims.sub)
  const mitidUuid = text(claims[style === 'idura' ? 'uuid' : 'mitid.uuid'])
  const authenticatedAt = instant(claims.auth_time) ?? instant(claims.iat)
  if (!issuer || !subject || !mitidUuid || !authenticatedAt) return problem('invalid-token')

  const name = nameOf(claims, style)
  return ok({
    issuer,
    subject,
    mitidUuid,
    assurance: found.assurance,
    cpr: found.cpr,
    name,
    nameProtected: name === null,
    birthDate: isoDate(claims[style === 'idura' ? 'birthdate' : 'mitid.date_of_birth']),
    authenticatedAt,
    transactionId: text(claims['mitid.transaction_id']) ?? text(claims.transaction_id),
    sessionExpiresAt: instant(claims.session_expiry),
    idToken: found.idToken,
  })
}

function iduraKind(claims: Claims): 'private' | 'employee-identity' | 'invalid-token' {
  if (isTrue(claims.employee) || isTrue(claims.companySignatory)) return 'employee-identity'
  return claims.identityscheme === 'dkmitid' ? 'private' : 'invalid-token'
}

function signaturgruppenKind(claims: Claims): 'private' | 'employee-identity' | 'invalid-token' {
  if (claims.identity_type === 'professional' || claims.idp === 'mitid_erhverv') return 'employee-identity'
  return claims.identity_type === 'private' && claims.idp === 'mitid' ? 'private' : 'invalid-token'
}

/** Idura's published tokens carry no level: it is the one asked for, unless the token says otherwise. */
function iduraAssurance(claims: Claims, attempt: EidAttempt): Assurance | null {
  const acr = text(claims.acr)
  if (acr === null) return attempt.requestedAssurance
  return level(acr.startsWith(iduraAcr) ? acr.slice(iduraAcr.length) : '')
}

function signaturgruppenAssurance(claims: Claims): Assurance | null {
  const loa = text(claims.loa)
  return loa?.startsWith(nsis) ? level(loa.slice(nsis.length).toLowerCase()) : null
}

const level = (name: string): Assurance | null => levels.find((one) => one === name) ?? null

function cprOf(claim: unknown): Cpr | null | 'unreadable' {
  if (claim === undefined || claim === null || claim === '') return null
  const read = readCpr(text(claim) ?? '')
  return read.ok ? read.value : 'unreadable'
}

function nameOf(claims: Claims, style: ClaimStyle): string | null {
  if (isTrue(claims['ssn.details.name_address_protected'])) return null
  const name = text(claims[style === 'idura' ? 'name' : 'mitid.identity_name'])
  return name === protectedName ? null : name
}

const isTrue = (claim: unknown) => claim === true || claim === 'true'

const text = (claim: unknown): string | null => (typeof claim === 'string' && claim !== '' ? claim : null)

const isoDate = (claim: unknown): string | null => {
  const date = text(claim)?.slice(0, 10) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
}

/** Seconds since 1970, as a number or as digits. */
function instant(claim: unknown): Date | null {
  const seconds = typeof claim === 'string' && /^\d+$/.test(claim) ? Number(claim) : claim
  return typeof seconds === 'number' && Number.isFinite(seconds) ? new Date(seconds * 1000) : null
}
