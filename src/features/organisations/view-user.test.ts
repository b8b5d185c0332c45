import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Id, newId } from '#kernel/ids.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const unknown = newId<'user'>()

describe('a user’s page', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const birthe = () => world.browser({ userId: cast.birthe.userId })
  const rolesOf = async (userId: Id<'user'>) =>
    (await world.sql<{ role: string }>('select role from user_roles where user_id = $1 order by role', [userId])).map(
      ({ role }) => role,
    )

  test('a colleague is shown with their roles ticked, and a stranger does not exist', async () => {
    const browser = await birthe()
    const page = await browser.get(`/organisation/users/${cast.mette.userId}`)
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(page.text, /value="case-handler" checked/)
    for (const id of [cast.jonas.userId, cast.sara.userId, cast.omar.userId, unknown, 'x']) {
      assert.equal((await browser.get(`/organisation/users/${id}`)).status, 404)
      assert.equal((await browser.post(`/organisation/users/${id}/roles`, { roles: 'administrator' })).status, 404)
      assert.equal((await browser.post(`/organisation/users/${id}/removal`)).status, 404)
    }
    assert.deepEqual(await rolesOf(cast.jonas.userId), ['case-handler'])
  })
})
