import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { crowd } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an organisation, for the operator', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('shows who it is and how much it carries, and never a patient', async () => {
    const [someone] = crowd(1)
    const { caseId } = await openCaseFor(world, cast.mette, someone!)
    const omar = await world.browser(cast.omar)
    assert.match(
      (await omar.get('/operator/organisations')).text,
      new RegExp(`/operator/organisations/${cast.nordlys.id}`),
    )
    const page = await omar.get(`/operator/organisations/${cast.nordlys.id}`)
    assertAccessible(page.text)
    const text = plain(page.text)
    assert.match(text, /Nordlys Sundhed.*Forsikringsselskab.*Aftalen løber.*Åbne sager 1 /)
    assert.doesNotMatch(page.text, new RegExp(caseId))
    assert.doesNotMatch(text, new RegExp(someone!.name))
  })

  test('offers the end to administrators alone, and is closed to all outside the operator', async () => {
    const path = `/operator/organisations/${cast.nordlys.id}`
    assert.match((await (await world.browser(cast.omar)).get(path)).text, /\/ending"/)
    for (const who of [cast.birthe, cast.lone]) {
      const { status } = await (await world.browser(who)).get(path)
      assert.ok([403, 404].includes(status), String(status))
    }
    assert.equal(
      (await (await world.browser(cast.omar)).get(`/operator/organisations/${cast.operator.id}`)).status,
      404,
    )
  })
})
