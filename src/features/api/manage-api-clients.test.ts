import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { askForToken } from '#tests/cast/machine.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the accesses of an insurer’s own systems', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const secretIn = (html: string) => {
    const [id, secret] = [...html.matchAll(/<code>([^<]+)<\/code>/g)].map((match) => match[1] ?? '')
    return { client_id: id ?? '', client_secret: secret ?? '', grant_type: 'client_credentials' }
  }

  test('an administrator issues one, sees the secret once, and it lets the system in', async () => {
    const birthe = await world.browser({ userId: cast.birthe.userId })
    assert.match(plain((await birthe.get('/organisation/api-clients')).text), /Ingen systemer har adgang endnu/)
    const issued = await birthe.post('/organisation/api-clients', { name: 'Sagssystemet' })
    assert.equal(issued.status, 200)
    const credentials = secretIn(issued.text)
    assert.equal((await askForToken(world, credentials)).status, 200)
    assertAccessible(issued.text)
    const list = await birthe.get('/organisation/api-clients')
    assertAccessible(list.text)
    assert.match(plain(list.text), /Sagssystemet/)
    assert.ok(!list.text.includes(credentials.client_secret))
  })

  test('and revokes it, with effect at once', async () => {
    const birthe = await world.browser({ userId: cast.birthe.userId })
    await birthe.get('/organisation/api-clients')
    const credentials = secretIn((await birthe.post('/organisation/api-clients', { name: 'Prøven' })).text)
    const told = await birthe.postAndFollow(`/organisation/api-clients/${credentials.client_id}/revocation`)
    assert.match(plain(told.text), /Adgangen er spærret/)
    assert.equal((await askForToken(world, credentials)).status, 401)
  })

  test('an access without a name is asked for one', async () => {
    const birthe = await world.browser({ userId: cast.birthe.userId })
    await birthe.get('/organisation/api-clients')
    assert.equal((await birthe.post('/organisation/api-clients', { name: ' ' })).status, 422)
  })

  test('nobody else issues, sees or revokes them', async () => {
    const [client] = await world.sql<{ id: string }>('select id from api_clients where revoked_at is null limit 1')
    for (const member of [cast.mette, cast.lone, cast.sara]) {
      const browser = await world.browser({ userId: member.userId })
      assert.equal((await browser.get('/organisation/api-clients')).status, 403)
      assert.equal((await browser.post('/organisation/api-clients', { name: 'Nej' })).status, 403)
      const revoked = await browser.post(`/organisation/api-clients/${client?.id}/revocation`)
      assert.ok([403, 404].includes(revoked.status))
    }
    const [row] = await world.sql<{ live: boolean }>(
      'select revoked_at is null as live from api_clients where id = $1',
      [client?.id],
    )
    assert.equal(row?.live, true)
  })
})
