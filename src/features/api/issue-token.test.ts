import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { askForToken, clientFor, machineOf } from '#tests/cast/machine.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a machine asks for a token', () => {
  let world: World
  let client: { id: string; secret: string }
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    client = await clientFor(world, cast.birthe)
  })
  after(() => world.close())

  const grant = { grant_type: 'client_credentials' }
  const basic = (id: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  })

  test('with its id and secret in the body, or as HTTP Basic, without any form token', async () => {
    const inBody = await askForToken(world, { ...grant, client_id: client.id, client_secret: client.secret })
    const inHeader = await askForToken(world, grant, basic(client.id, client.secret))
    for (const reply of [inBody, inHeader]) {
      assert.equal(reply.status, 200, reply.text)
      const token = reply.json as Record<string, unknown>
      assert.deepEqual(Object.keys(token), ['access_token', 'token_type', 'expires_in'])
      assert.deepEqual([token.token_type, token.expires_in], ['Bearer', 3600])
      assert.equal(reply.headers.get('cache-control'), 'no-store')
      assert.deepEqual(reply.headers.getSetCookie(), [])
    }
  })

  test('is refused in the words of RFC 6749', async () => {
    const told = async (fields: Record<string, string>, headers = {}) => {
      const reply = await askForToken(world, fields, headers)
      return [reply.status, (reply.json as { error: string }).error]
    }
    const right = { client_id: client.id, client_secret: client.secret }
    assert.deepEqual(await told({ ...grant, ...right, client_secret: 'wrong' }), [401, 'invalid_client'])
    assert.deepEqual(await told({ ...grant, ...right, client_id: crypto.randomUUID() }), [401, 'invalid_client'])
    assert.deepEqual(await told(grant), [401, 'invalid_client'])
    assert.deepEqual(await told(grant, { authorization: 'Basic %%%' }), [401, 'invalid_client'])
    assert.deepEqual(await told({ ...right, grant_type: 'password' }), [400, 'unsupported_grant_type'])
    assert.deepEqual(await told(right), [400, 'invalid_request'])
    assert.deepEqual(await told({ ...grant, ...right }, basic(client.id, client.secret)), [400, 'invalid_request'])
    assert.deepEqual(await told(grant, { 'content-type': 'application/json' }), [400, 'invalid_request'])
    const refused = await askForToken(world, grant)
    assert.match(refused.headers.get('www-authenticate') ?? '', /^Basic /)
  })

  test('and the trail names the client', async () => {
    const events = await world.sql<{ event: string }>(`select event from audit_events where action = 'api.token'`)
    assert.ok(events.some(({ event }) => event.includes(client.id)))
  })

  test('gets no secret stored in the clear', async () => {
    const [row] = await world.sql<{ dump: string }>(
      `select (select string_agg(c::text, '') from api_clients c) || (select string_agg(t::text, '') from api_tokens t) as dump`,
    )
    assert.ok(!row?.dump.includes(client.secret))
  })

  test('cannot go on with a token that is over, made up, or of a revoked client', async () => {
    const call = machineOf(world)
    const other = await clientFor(world, cast.birthe)
    const reply = await askForToken(world, { ...grant, client_id: other.id, client_secret: other.secret })
    const { access_token: token } = reply.json as { access_token: string }
    assert.equal((await call('GET', '/api/cases', { token })).status, 200)
    await world.sql('update api_clients set revoked_at = now() where id = $1', [other.id])
    const made = 'a'.repeat(43)
    for (const one of [token, made, null]) {
      const refused = await call('GET', '/api/cases', { token: one })
      assert.equal(refused.status, 401)
      assert.equal(refused.headers.get('www-authenticate'), 'Bearer')
      assert.equal((refused.json as { type: string }).type, '/api#unauthorised')
    }
    const again = await askForToken(world, { ...grant, client_id: other.id, client_secret: other.secret })
    assert.equal(again.status, 401)
  })
})
