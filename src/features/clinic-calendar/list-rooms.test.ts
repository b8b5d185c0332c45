import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the clinic’s rooms', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('are listed with what they are used for, and closed from there', async () => {
    const browser = await world.browser(cast.lone)
    assert.match(plain((await browser.get('/clinic/rooms')).text), /Rum 1 Behandling Rum 2 Behandling.*Ingen lukkedage/)
    const date = dayOf(world.clock.now()).add({ days: 10 }).toString()
    const page = await browser.postAndFollow('/clinic/exceptions', { whom: `room:${cast.room}`, kind: 'closed', date })
    assertAccessible(page.text)
    assert.match(plain(page.text), /Undtagelsen er gemt\..*Rum 1 Lukket hele dagen/)
  })

  test('can be read by a practitioner, without the form', async () => {
    const { text } = await (await world.browser(cast.peter)).get('/clinic/rooms')
    assert.doesNotMatch(plain(text), /Luk et lokale/)
  })

  test('are each clinic’s own', async () => {
    assert.match(
      plain((await (await world.browser(cast.tove)).get('/clinic/rooms')).text),
      /Tilføj jeres første lokale/,
    )
    assert.equal((await (await world.browser(cast.mette)).get('/clinic/rooms')).status, 403)
  })
})
