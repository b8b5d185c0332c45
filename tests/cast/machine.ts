import assert from 'node:assert/strict'
import { newToken } from '#platform/crypto/tokens.ts'
import { referralUrl, type World } from '#tests/harness/world.ts'
import type { Member } from './cast.ts'

export type Reply = {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
  readonly text: string
}

type Call = {
  readonly token?: string | null
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls the product as another system would: JSON, a bearer token, no cookies. */
export const machineOf =
  (world: World) =>
  async (method: string, path: string, call: Call = {}): Promise<Reply> => {
    const { token = null, body, headers = {} } = call
    const response = await world.fetch(
      new Request(new URL(path, referralUrl), {
        method,
        headers: { 'x-forwarded-for': '192.0.2.9', ...(token && { authorization: `Bearer ${token}` }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null }
  }

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** A client of the member's organisation with its secret, without going through the page. */
export async function clientFor(world: World, member: Member) {
  const { token: secret, hash } = newToken()
  const [client] = await world.sql<{ id: string }>(
    `insert into api_clients (id, organisation_id, name, secret_hash, issued_by) values (gen_random_uuid(), $1, 'Sagssystemet', $2, $3) returning id`,
    [member.organisationId, hash, member.userId],
  )
  assert.ok(client)
  return { id: client.id, secret }
}

export const askForToken = (world: World, fields: Readonly<Record<string, string>>, headers = {}) =>
  machineOf(world)('POST', '/api/token', {
    body: new URLSearchParams(fields).toString(),
    headers: { ...form, ...headers },
  })

/** A token as a client of the member's organisation gets it. */
export async function tokenFor(world: World, member: Member): Promise<string> {
  const client = await clientFor(world, member)
  const reply = await askForToken(world, {
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.secret,
  })
  assert.equal(reply.status, 200, reply.text)
  return (reply.json as { access_token: string }).access_token
}

export const caseBody = (changes: Readonly<Record<string, unknown>> = {}) => ({
  caseNumber: 'API-1',
  patient: {
    cpr: '020160-9996',
    name: 'Ana Prøvesen',
    phone: '12 34 56 78',
    email: 'ana@example.dk',
    postcode: '8000',
  },
  treatment: 'physiotherapy',
  details: { complaint: 'Ondt i lænden', 'body-part': 'Lænd' },
  approval: { sessions: 6, validFrom: '2026-11-01', validUntil: '2099-12-31', clinics: 'any' },
  ...changes,
})
