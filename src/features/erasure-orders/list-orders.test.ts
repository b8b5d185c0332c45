import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the list of orders to erase', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('shows what waits for whom, and leads to the case while it is there (R1.10)', async () => {
    const birthe = await world.browser(cast.birthe)
    const empty = await birthe.get(routes.erasureOrder.list.href({}))
    assertAccessible(empty.text)
    assert.match(plain(empty.text), /I har ikke bedt om at få slettet en sag/)
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await (await world.browser(cast.sara)).post(routes.clinic.note.href(whose), { text: 'Fremgang' })
    await birthe.post(routes.erasureOrder.create.href(whose), { reason: 'unlawful', sure: 'yes' })
    const page = await birthe.get(routes.erasureOrder.list.href({}))
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /Oplysningerne må ikke behandles .*Birthe Bestyrer Venter på journal hos Klinikken på Bakken/,
    )
    assert.ok(page.text.includes(routes.erasureOrder.form.href(whose)))
  })
})
