import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a practitioner’s page', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const at = async (who = cast.lone, id: string = cast.sofieAtWork) =>
    (await world.browser(who)).get(`/clinic/practitioners/${id}`)

  test('tells the week in a line, and has it ready to be changed', async () => {
    const { text } = await at()
    assertAccessible(text)
    assert.match(plain(text), /Åbningstider for Sofie Testersen Fysioterapi.*mandag–fredag 8\.00–16\.00/)
    assert.match(text, /name="friday"[^>]* value="8\.00–16\.00"/)
  })

  test('is the clinic’s own', async () => {
    assert.equal((await at(cast.peter)).status, 200)
    assert.equal((await at(cast.tove)).status, 404)
    assert.equal((await at(cast.lone, 'nobody')).status, 404)
  })
})
