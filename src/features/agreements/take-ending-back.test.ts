import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { type Cast, type Organisation, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an announced end', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const pathOf = ({ id }: Organisation) => `/operator/organisations/${id}`
  const until = (days: number) => ({
    lastDay: dayOf(world.clock.now()).add({ days }).toString(),
    reason: 'their-notice',
  })

  test('can be taken back before its last day, and announced again', async () => {
    const browser = await world.browser(cast.omar)
    await browser.get(`${pathOf(cast.havblik)}/ending`)
    const announced = await browser.postAndFollow(`${pathOf(cast.havblik)}/ending`, until(14))
    assert.match(plain(announced.text), /Afslutningen er noteret.*Aftalen slutter.*Grund: de har sagt op/)
    assert.match(plain((await browser.get('/operator/organisations')).text), /Havblik Forsikring.*Slutter/)
    const twice = await browser.post(`${pathOf(cast.havblik)}/ending`, until(3))
    assert.equal(twice.status, 409)
    const back = await browser.postAndFollow(`${pathOf(cast.havblik)}/ending/taking-back`)
    assert.match(plain(back.text), /Aftalen løber videre.*Aftalen har ingen slutdag/)
    assertAccessible(back.text)
    assert.equal((await browser.post(`${pathOf(cast.havblik)}/ending`, until(3))).status, 303)
    await browser.postAndFollow(`${pathOf(cast.havblik)}/ending/taking-back`)
  })

  test('cannot be taken back once it has taken effect (T19.6)', async () => {
    const browser = await world.browser(cast.omar)
    await browser.get(pathOf(cast.nordlys))
    await browser.post(`${pathOf(cast.nordlys)}/ending`, until(0))
    const late = await browser.postAndFollow(`${pathOf(cast.nordlys)}/ending/taking-back`)
    assert.match(plain(late.text), /for sent at tage tilbage/)
    const standing = await world.sql(
      'select from agreement_endings_taken_back b join agreement_effects e using (ending_id)',
    )
    assert.deepEqual(standing, [])
  })
})
