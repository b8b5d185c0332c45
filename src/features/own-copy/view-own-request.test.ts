import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { askAsStaff } from '#tests/cast/direct.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a member of staff’s own request', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('says who answers, by when, and how it was known who asked (T3.1, T5.8)', async () => {
    const asked = await askAsStaff(world, cast.sara, 'access')
    const page = await (await world.browser(cast.sara)).get(routes.account.data.request.href(asked))
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /Klinikken på Bakken svarer senest.*Brugere hos selskaber og klinikker.*anden faktor.*Klag til Datatilsynet/,
    )
  })

  test('is nobody else’s to read here, neither a colleague’s nor an administrator’s', async () => {
    const asked = await askAsStaff(world, cast.sara, 'access')
    for (const other of [cast.peter, cast.lone, cast.omar, cast.mette]) {
      const page = await (await world.browser(other)).get(routes.account.data.request.href(asked))
      assert.equal(page.status, 404)
    }
  })
})
