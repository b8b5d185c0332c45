import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the clinic’s opening hours', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const at = async (who = cast.sara) => {
    const page = await (await world.browser(who)).get('/clinic/practitioners')
    if (page.status === 200) assertAccessible(page.text)
    return { status: page.status, words: plain(page.text), html: page.text }
  }

  test('list the practitioners with what they do and when', async () => {
    const { words } = await at()
    assert.match(words, /Peter Testersen Fysioterapi mandag–fredag 8\.00–16\.00 Sofie Testersen/)
    assert.match(words, /Ny undtagelse/)
  })

  test('show a practitioner the same without forms, and an insurer nothing', async () => {
    const { words, status } = await at(cast.peter)
    assert.equal(status, 200)
    assert.doesNotMatch(words, /Ny undtagelse/)
    assert.equal((await at(cast.mette)).status, 403)
  })

  test('show another clinic its own', async () => {
    assert.match((await at(cast.tove)).words, /Tilføj jeres første behandler/)
  })
})
