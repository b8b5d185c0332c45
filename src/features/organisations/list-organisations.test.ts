import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the list of organisations', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('shows the operator who uses the service, by name', async () => {
    const { text } = await (await world.browser(cast.omar)).get('/operator/organisations')
    assertAccessible(text)
    const page = plain(text)
    assert.match(page, /2 forsikringsselskaber og 2 behandlingssteder/)
    assert.match(page, /Fjorden Privathospital .*Havblik Forsikring .*Klinikken på Bakken .*Nordlys Sundhed/)
    assert.match(page, /Registrér en organisation/)
  })

  test('is for the operator alone', async () => {
    for (const who of [cast.birthe, cast.lone, cast.mette, cast.dorte]) {
      assert.equal((await (await world.browser(who)).get('/operator/organisations')).status, 403)
    }
  })
})
