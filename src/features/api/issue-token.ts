/**
 * OAuth 2 client credentials (RFC 6749, 4.4): a machine brings its id and secret, in the form body or as HTTP Basic, and gets a token for an
 * hour. Errors are the RFC's own (5.2), and a wrong secret, an unknown and a revoked client all look the same.
 */
import { type Id, readId } from '#kernel/ids.ts'
import { hashToken, newToken, sameBytes } from '#platform/crypto/tokens.ts'
import type { Tx } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { type Answer, sendJson, withHeaders } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { liveClient, saveToken } from './clients.sql.ts'

const tokenSeconds = 3600
const challenge = { 'WWW-Authenticate': 'Basic realm="api", charset="UTF-8"' }

type OAuthError = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type'
const statuses = { invalid_request: 400, invalid_client: 401, unsupported_grant_type: 400 } as const

export const issueToken = action({
  at: routes.api.token,
  asks: 'api.token',
  touches: ['credentials'],
  as: 'token',
  limit: 'api',
  async run({ tx, request, now, record }) {
    const type = request.headers.get('content-type') ?? ''
    if (!type.startsWith('application/x-www-form-urlencoded')) return refuse('invalid_request')
    const form = new URLSearchParams(await request.text())
    const given = credentialsIn(request.headers.get('authorization'), form)
    if (given === 'both' || isRepeated(form)) return refuse('invalid_request')
    if (!form.has('grant_type')) return refuse('invalid_request')
    if (form.get('grant_type') !== 'client_credentials') return refuse('unsupported_grant_type')
    const clientId = given && (await provenClient(tx, given))
    if (!clientId) return refuse('invalid_client')

    const { token, hash } = newToken()
    await saveToken(tx, { hash, clientId, expiresAt: now.add({ seconds: tokenSeconds }) })
    record({ detail: { clientId } })
    return withHeaders(sendJson({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds }), {
      Pragma: 'no-cache',
    })
  },
})

const refuse = (error: OAuthError): Answer =>
  withHeaders(sendJson({ error }, statuses[error]), error === 'invalid_client' ? challenge : {})

/** A parameter must not be sent twice (3.2). */
const isRepeated = (form: URLSearchParams) => new Set(form.keys()).size < [...form.keys()].length

type Credentials = { readonly id: string; readonly secret: string }

/** In the header or in the body, never in both (2.3). */
function credentialsIn(header: string | null, form: URLSearchParams): Credentials | 'both' | null {
  const [id, secret] = [form.get('client_id'), form.get('client_secret')]
  if (header === null) return id && secret ? { id, secret } : null
  if (secret !== null) return 'both'
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header) ?? []
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? []
  if (!user || !password) return null
  try {
    return { id: decodeURIComponent(user), secret: decodeURIComponent(password) }
  } catch {
    return null
  }
}

async function provenClient(tx: Tx, { id, secret }: Credentials): Promise<Id<'api-client'> | null> {
  const clientId = readId<'api-client'>(id)
  const client = clientId && (await liveClient(tx, clientId))
  return client && sameBytes(client.secret_hash, hashToken(secret)) ? clientId : null
}
