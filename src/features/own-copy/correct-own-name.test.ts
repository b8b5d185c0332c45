import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the name of a member of staff', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const data = routes.account.data

  test('lets them correct their own name at once, and a name must be there (T5.2)', async () => {
    const tove = await world.browser(cast.tove)
    const wrong = await tove.post(data.name.href({}), { name: ' ' })
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
    const page = await tove.postAndFollow(data.name.href({}), { name: 'Tove Skrånke' })
    assert.match(plain(page.text), /Dit navn er rettet.*alt, vi har om Tove Skrånke/)
    const [event] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'own-data.correct'`,
    )
    assert.ok(event && !event.event.includes('Skrånke'))
  })
})
