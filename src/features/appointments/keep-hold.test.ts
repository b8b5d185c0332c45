import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FreeTime } from '#features/availability/index.ts'
import { appointmentFor, bookingVisitor, crowd, holdAs, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { releaseExpiredHolds } from './holds.sql.ts'

describe('a time that is held', () => {
  let world: World
  let cast: Cast
  let times: FreeTime[]
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    times = await timesAt(world, cast.bakken, 60)
  })
  after(() => world.close())

  const visitor = () => bookingVisitor(world, cast.mette)
  /** A time that no test has used. */
  const next = (): FreeTime => times.splice(0, 2)[0]!

  test('is renewed twice, and then says that it cannot be', async () => {
    const { browser, hold } = await visitor()
    const { location } = await hold(next())
    const renewed = await browser.postAndFollow(`${location}/renewal`)
    assert.match(plain(renewed.text), /Vi holder tiden i fem minutter mere/)
    await browser.post(`${location}/renewal`)
    const refused = await browser.postAndFollow(`${location}/renewal`)
    assert.match(plain(refused.text), /Vi kan ikke holde tiden længere/)
    assert.doesNotMatch(refused.text, /\/renewal/)
  })

  test('is let go at once when the patient says so', async () => {
    const [first, second] = [await visitor(), await visitor()]
    const time = next()
    const { location } = await first.hold(time)
    const page = await first.browser.postAndFollow(`${location}/release`)
    assert.match(plain(page.text), /Tiden er givet fri/)
    assert.equal((await second.hold(time)).status, 303)
    assert.equal((await first.browser.get(location!)).status, 404)
  })

  test('ends by itself: its page says so and offers the nearest, also after the job has freed the time', async () => {
    const { browser, hold } = await visitor()
    const { location } = await hold(next())
    world.clock.advance({ minutes: 6 })
    const freed = await world.worker.transaction({ kind: 'system' }, (tx) => releaseExpiredHolds(tx, world.clock.now()))
    assert.ok(freed.gone >= 1)
    const page = await browser.get(location!)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Vi holder ikke længere tiden for dig/)
    assert.match(page.text, /name="time"/)
    const late = await browser.post(`${location}/appointment`)
    assert.equal(late.status, 409)
    assert.match(plain(late.text), /Vi holder ikke længere tiden for dig/)
  })

  test('offers the nearest also when it was to move the only visit that is approved', async () => {
    const whose = await openCaseFor(world, cast.mette, crowd(1)[0]!, { sessions: 1 })
    const moves = await appointmentFor(world, whose, next())
    const held = await holdAs(world, whose, next(), moves)
    assert.ok(held.kind === 'held')
    world.clock.advance({ minutes: 6 })
    const browser = await world.browser(whose)
    const page = await browser.get(`/my/holds/${held.holdId}`)
    assert.match(plain(page.text), /Vi holder ikke længere tiden for dig/)
    assert.match(page.text, /name="time"/)
  })

  test('is nobody else’s to see, renew, release or book', async () => {
    const [owner, stranger] = [await visitor(), await visitor()]
    const { location } = await owner.hold(next())
    assert.equal((await stranger.browser.get(location!)).status, 404)
    for (const step of ['renewal', 'release', 'appointment']) {
      assert.equal((await stranger.browser.post(`${location}/${step}`)).status, 404)
    }
    assert.equal((await owner.browser.get(location!)).status, 200)
  })
})
