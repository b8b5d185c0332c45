import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('changing roles', () => {
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

  test('roles change at once, and the change stands in the audit trail (R2.6)', async () => {
    const browser = await birthe()
    const page = await browser.postAndFollow(`/organisation/users/${cast.ali.userId}/roles`, {
      roles: ['administrator', 'case-handler'],
    })
    assert.match(plain(page.text), /Rollerne er gemt/)
    assert.deepEqual(await rolesOf(cast.ali.userId), ['administrator', 'case-handler'])
    assert.equal((await (await world.browser(cast.ali)).get('/organisation/users')).status, 200)
    const [event] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'user.change-roles' order by at desc limit 1`,
    )
    const { object, detail } = JSON.parse(event?.event ?? '{}')
    assert.deepEqual(object, { type: 'user', id: cast.ali.userId })
    assert.deepEqual(detail, { from: ['case-handler'], to: ['administrator', 'case-handler'] })
    await browser.postAndFollow(`/organisation/users/${cast.ali.userId}/roles`, { roles: 'case-handler' })
    assert.equal((await (await world.browser(cast.ali)).get('/organisation/users')).status, 403)
  })

  test('a role that the organisation does not have is refused by the form and by the database', async () => {
    const page = await (await birthe()).post(`/organisation/users/${cast.ali.userId}/roles`, { roles: 'practitioner' })
    assert.equal(page.status, 422)
    const none = await (await birthe()).post(`/organisation/users/${cast.ali.userId}/roles`)
    assert.equal(none.status, 422)
    assert.match(plain(none.text), /Vælg mindst én rolle/)
    const given = world.sql(`insert into user_roles (organisation_id, user_id, role) values ($1, $2, 'support')`, [
      cast.nordlys.id,
      cast.ali.userId,
    ])
    await assert.rejects(given, { constraint: 'role_fits_organisation' })
  })

  test('a case handler changes nobody, not even themselves', async () => {
    const mette = await world.browser(cast.mette)
    const path = `/organisation/users/${cast.mette.userId}`
    assert.equal((await mette.post(`${path}/roles`, { roles: 'administrator' })).status, 403)
    assert.equal((await mette.post(`${path}/removal`)).status, 403)
    assert.deepEqual(await rolesOf(cast.mette.userId), ['case-handler'])
  })

  test('the last administrator keeps that role and their access', async () => {
    const browser = await birthe()
    const path = `/organisation/users/${cast.birthe.userId}`
    const demoted = await browser.post(`${path}/roles`, { roles: 'case-handler' })
    assert.equal(demoted.status, 422)
    assert.match(plain(demoted.text), /mindst én administrator/)
    const removed = await browser.post(`${path}/removal`)
    assert.equal(removed.status, 422)
    assert.match(plain(removed.text), /mindst én administrator/)
    assert.deepEqual(await rolesOf(cast.birthe.userId), ['administrator'])
    assert.equal((await browser.get(path)).status, 200)
  })
})
