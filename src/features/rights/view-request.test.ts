import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a patient’s own request', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('shows what was asked, by when there is an answer, each step, and where to complain (R2.7, T5.8)', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana)
    const browser = await world.browser({ personId })
    await browser.postAndFollow(routes.my.rights.create.href({ right: 'rectification' }), {
      about: caseId,
      field: 'body-part',
      text: 'Der står lænd',
      proposal: 'Højre knæ',
    })
    const [row] = await world.sql<{ id: string }>('select id from rights_requests where case_id = $1', [caseId])
    const path = routes.my.rights.show.href({ rightsRequestId: row!.id })
    const page = await browser.get(path)
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    const text = plain(page.text)
    assert.match(text, /Nordlys Sundhed svarer senest \d+\. \w+\./)
    assert.match(text, /Der står lænd.*Højre knæ.*log-in med MitID/)
    assert.match(text, /Modtaget.*Vi ved, hvem der spørger.*Givet videre/)
    assert.match(text, /Klag til Datatilsynet/)

    const bo = await openCaseFor(world, cast.mette, cast.bo)
    assert.equal((await (await world.browser(bo)).get(path)).status, 404)
    assert.equal((await (await world.browser(cast.mette)).get(path)).status, 404)
  })
})
