import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { askAsStaff } from '#tests/cast/direct.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a request of a member of staff that takes longer, or is over', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('can take two more months once, with a reason that the asker reads', async () => {
    const asked = await askAsStaff(world, cast.mette, 'access')
    const birthe = await world.browser(cast.birthe)
    const path = routes.directRequest.extension.href(asked)
    assert.equal((await birthe.post(path)).status, 422)
    await birthe.postAndFollow(path, { reason: 'Vi skal lede i arkivet' })
    assert.match(plain((await birthe.postAndFollow(path, { reason: 'Mere' })).text), /Fristen kunne ikke forlænges/)
    const own = await (await world.browser(cast.mette)).get(routes.account.data.request.href(asked))
    assert.match(plain(own.text), /Fristen er forlænget.*Vi skal lede i arkivet/)
  })
})
