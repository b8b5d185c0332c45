import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { askAsStaff, linkTo, runTask } from '#tests/cast/direct.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the list of what staff and others ask', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await askAsStaff(world, cast.sara, 'access')
    await askAsStaff(world, cast.mette, 'access', { activity: 'access.terms' })
    const { browser, token } = await linkTo(world, 'ida@proeve.example')
    await browser.postAndFollow(routes.written.ask.href({ token }), { right: 'access', text: 'Hvad har I?' })
  })
  after(() => world.close())

  const listOf = async (who: Member) => (await world.browser(who)).get(routes.directRequest.list.href({}))

  test('is for those who answer, each of their own house (R3.1)', async () => {
    const lone = await listOf(cast.lone)
    assertAccessible(lone.text)
    assert.match(plain(lone.text), /1 anmodning venter på svar.*Sara Skranke/)
    assert.match(plain((await listOf(cast.birthe)).text), /Alle har fået svar.*Ingen har bedt om noget/)
    const operator = plain((await listOf(cast.omar)).text)
    assert.match(operator, /2 anmodninger venter på svar/)
    assert.match(operator, /ida@proeve\.example/)
    for (const other of [cast.mette, cast.sara, cast.peter, cast.dorte]) assert.equal((await listOf(other)).status, 403)
  })

  test('shows the operator’s support what people without an account ask, and nothing of staff', async () => {
    const userId = newId<'user'>()
    await world.sql(
      `insert into users (id, organisation_id, email, name) values ($1, $2, 'sus@drift.example', 'Sus')`,
      [userId, cast.operator.id],
    )
    await world.sql(`insert into user_roles (organisation_id, user_id, role) values ($1, $2, 'support')`, [
      cast.operator.id,
      userId,
    ])
    const page = await (await world.browser({ userId })).get(routes.directRequest.list.href({}))
    assert.match(plain(page.text), /1 anmodning venter på svar.*ida@proeve\.example/)
  })

  test('is kept from colleagues by the database too', async () => {
    const { userId, organisationId } = cast.peter
    const seen = await world.request.transaction({ kind: 'staff', userId, organisationId }, (tx) =>
      tx.rows(sql`select request_id from direct_requests`),
    )
    assert.deepEqual(seen, [])
  })

  test('keeps an answered request for as long as the policy says, and no longer (T20.2)', async () => {
    const asked = await askAsStaff(world, cast.sara, 'portability')
    await (await world.browser(cast.lone)).postAndFollow(routes.directRequest.answer.href(asked), {
      decision: 'grant',
      note: 'Værsgo',
    })
    const left = async () =>
      (await world.sql('select 1 from direct_requests where request_id = $1', [asked.rightsRequestId])).length
    world.clock.advance({ hours: 24 * 365 * 4 })
    await runTask(world, 'carry-out-erasures')
    assert.equal(await left(), 1)
    world.clock.advance({ hours: 24 * 370 })
    await runTask(world, 'carry-out-erasures')
    assert.equal(await left(), 0)
  })
})
