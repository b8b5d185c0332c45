import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a controller who needs more time', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('extends once by two months, with a reason that the person is told (T5.1)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana)
    const { 'Nordlys Sundhed': id = '' } = await askAs(world, whose, 'portability')
    const path = routes.rights.extension.href({ rightsRequestId: id })
    const mette = await world.browser(cast.mette)
    const bare = await mette.post(path, { reason: '' })
    assert.equal(bare.status, 422)
    assert.match(plain(bare.text), /Skriv en begrundelse/)
    const page = await mette.postAndFollow(path, { reason: 'Sagen ligger i et gammelt arkiv' })
    assert.match(plain(page.text), /Fristen er forlænget, og personen får besked/)
    assert.doesNotMatch(page.text, new RegExp(path))
    const mine = await (await world.browser(whose)).get(routes.my.rights.show.href({ rightsRequestId: id }))
    assert.match(plain(mine.text), /Fristen er forlænget.*Sagen ligger i et gammelt arkiv/)
    const again = await mette.postAndFollow(path, { reason: 'En gang til' })
    assert.match(plain(again.text), /Fristen kunne ikke forlænges/)
  })

  test('cannot extend once the month is over: what is late stays late (T5.1)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo)
    const { 'Nordlys Sundhed': id = '' } = await askAs(world, whose, 'access')
    for (const [table, column, key] of [
      ['rights_requests', 'received_at', 'id'],
      ['rights_identity_checks', 'checked_at', 'request_id'],
    ])
      await world.sql(`update ${table} set ${column} = ${column} - interval '40 days' where ${key} = $1`, [id])
    const mette = await world.browser(cast.mette)
    const path = routes.rights.extension.href({ rightsRequestId: id })
    const page = await mette.postAndFollow(path, { reason: 'Vi nåede det ikke' })
    assert.match(plain(page.text), /Fristen kunne ikke forlænges/)
    assert.equal(
      (await world.sql(`select from rights_request_states where request_id = $1 and state = 'extended'`, [id])).length,
      0,
    )
  })
})
