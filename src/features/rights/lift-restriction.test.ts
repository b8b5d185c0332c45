import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('lifting a restriction', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('comes after the person was told, and lets the case be used again (T5.4)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const { 'Nordlys Sundhed': id = '' } = await askAs(world, whose, 'restriction', { text: 'Jeg er uenig' })
    const [mette, sara] = [await world.browser(cast.mette), await world.browser(cast.sara)]
    const path = routes.rights.lifting.href({ rightsRequestId: id })
    await mette.postAndFollow(routes.rights.answer.href({ rightsRequestId: id }), { decision: 'grant', note: 'Ja' })
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 404)
    const untold = await mette.post(path, { reason: 'Uenigheden er afklaret' })
    assert.equal(untold.status, 422)
    assert.match(plain(untold.text), /Giv personen besked først/)
    const page = await mette.postAndFollow(path, { reason: 'Uenigheden er afklaret', told: 'on' })
    assert.match(plain(page.text), /Begrænsningen er ophævet/)
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 200)
    assert.match(
      plain((await mette.postAndFollow(path, { reason: 'x', told: 'on' })).text),
      /ingen begrænsning at ophæve/,
    )
  })
})
