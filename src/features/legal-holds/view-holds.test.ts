import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the holds on one case', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('say that nothing holds it, and for what it may be held', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana)
    const page = await (await world.browser(cast.birthe)).get(routes.legalHold.show.href(whose))
    assertAccessible(page.text)
    assert.match(plain(page.text), /Sagen har intet slettestop.*Et retskrav.*En klage.*En myndighed har bedt om den/)
  })

  test('tell of an open request, which ends by itself, to insurer and patient alike', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo)
    await askAs(world, whose, 'access')
    const page = await (await world.browser(cast.birthe)).get(routes.legalHold.show.href(whose))
    assertAccessible(page.text)
    assert.match(plain(page.text), /Åben anmodning.*Ophæves af sig selv/)
    const mine = await (await world.browser({ personId: whose.personId })).get(routes.my.case.href(whose))
    assert.match(plain(mine.text), /fordi en anmodning, du har sendt, ikke er besvaret endnu/)
  })

  test('of another insurer’s case are not there', async () => {
    const whose = await openCaseFor(world, cast.jonas, cast.ana)
    const answer = await (await world.browser(cast.birthe)).get(routes.legalHold.show.href(whose))
    assert.equal(answer.status, 404)
  })
})
