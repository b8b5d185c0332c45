import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a controller’s list of requests', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('says that nothing waits while nothing does', async () => {
    const page = await (await world.browser(cast.birthe)).get(routes.rights.list.href({}))
    assertAccessible(page.text)
    assert.match(plain(page.text), /Ingen har bedt om noget/)
  })

  test('has who asks for what, and by when there must be an answer (R2.7)', async () => {
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const bo = await openCaseFor(world, cast.jonas, cast.bo)
    await askAs(world, ana, 'access')
    await askAs(world, bo, 'erasure')
    const page = await (await world.browser(cast.mette)).get(routes.rights.list.href({}))
    assertAccessible(page.text)
    assert.match(plain(page.text), /1 anmodning venter.*Få indsigt Ana Prøvesen SAG-\d+ .*Svar senest \d+\. \w+/)
    assert.doesNotMatch(page.text, /Bo Eksempelsen/)
    const clinic = plain((await (await world.browser(cast.lone)).get(routes.rights.list.href({}))).text)
    assert.match(clinic, /Få indsigt Ana Prøvesen/)
  })

  test('is for the insurer’s staff and the clinic’s administrator', async () => {
    for (const who of [cast.sara, cast.peter, cast.omar])
      assert.equal((await (await world.browser(who)).get(routes.rights.list.href({}))).status, 403)
  })
})
