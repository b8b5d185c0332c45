import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { placeHoldOn } from '#tests/cast/place-hold.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const holdsSeen = async (tx: Tx) => (await tx.rows(sql`select from legal_holds`)).length

describe('the list of holds', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const ana = await openCaseFor(world, cast.mette, cast.ana)
    const bo = await openCaseFor(world, cast.mette, cast.bo)
    await placeHoldOn(world, cast.birthe, bo, { reason: 'supervision', days: 100 })
    await placeHoldOn(world, cast.birthe, ana, { reason: 'complaint', why: 'Ankenævnet', days: 10 })
    world.clock.advance({ hours: 24 * 11 })
  })
  after(() => world.close())

  test('shows the insurer what is to be looked at now, first', async () => {
    const page = await (await world.browser(cast.birthe)).get(routes.legalHold.list.href({}))
    assertAccessible(page.text)
    assert.match(plain(page.text), /1 slettestop skal ses efter nu.*Klage.*Skal ses efter nu.*Myndighed.*Gælder/)
  })

  test('shows the operator each ground and whether somebody looks in time, and no case or person', async () => {
    const overseen = await (await world.browser(cast.dorte)).get(routes.operator.privacy.href({}))
    assertAccessible(overseen.text)
    assert.match(
      plain(overseen.text),
      /2 sager holdes tilbage fra sletning\. 1 skulle være set efter\..*Nordlys Sundhed Klage.*Dagen er gået/,
    )
    assert.doesNotMatch(overseen.text, /Ankenævnet|Prøvesen|SAG-/)
  })

  test('is another insurer’s neither by page nor by SQL', async () => {
    const asJonas = { kind: 'staff', userId: cast.jonas.userId, organisationId: cast.havblik.id } as const
    const seen = await world.request.transaction(asJonas, holdsSeen)
    assert.equal(seen, 0)
  })
})
