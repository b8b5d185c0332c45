import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { weeksOf } from './weeks.ts'

describe('the operator’s view of deadlines', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await askAs(world, await openCaseFor(world, cast.mette, cast.ana), 'restriction', { text: 'Min hemmelige grund' })
    await askAs(world, await openCaseFor(world, cast.jonas, cast.bo), 'erasure')
  })
  after(() => world.close())

  test('counts what waits, with who is to answer and by when, and nothing of whom it is about (R2.4, R2.7)', async () => {
    const page = await (await world.browser(cast.dorte)).get(routes.rights.overview.href({}))
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /2 anmodninger venter på svar.* 0 er over fristen.*Nordlys Sundhed.*Havblik Forsikring/,
    )
    assert.match(page.text, /<svg[^>]*aria-hidden="true"/)
    for (const secret of ['Prøvesen', 'Eksempelsen', 'SAG-', 'hemmelige'])
      assert.ok(!page.text.includes(secret), secret)
  })

  test('warns when a deadline has passed', async () => {
    await world.sql(
      `update rights_requests set received_at = received_at - interval '40 days' where "right" = 'erasure'`,
    )
    await world.sql(`update rights_identity_checks set checked_at = checked_at - interval '40 days'`)
    const page = await (await world.browser(cast.omar)).get(routes.rights.overview.href({}))
    assert.match(plain(page.text), /1 er over fristen.*Fristen er overskredet/)
  })

  test('is closed to everybody else, also in the database', async () => {
    for (const who of [cast.mette, cast.lone])
      assert.equal((await (await world.browser(who)).get(routes.rights.overview.href({}))).status, 403)
  })

  test('lays out the weeks from the first that is late', () => {
    const day = (text: string) => Temporal.PlainDate.from(text)
    const weeks = weeksOf([day('2026-11-18'), day('2026-12-23'), day('2026-12-23')], day('2026-11-25'))
    assert.deepEqual(
      weeks.map(({ monday, due, isPast }) => [String(monday), due, isPast]),
      [
        ['2026-11-16', 1, true],
        ['2026-11-23', 0, false],
        ['2026-11-30', 0, false],
        ['2026-12-07', 0, false],
        ['2026-12-14', 0, false],
        ['2026-12-21', 2, false],
        ['2026-12-28', 0, false],
      ],
    )
  })
})
