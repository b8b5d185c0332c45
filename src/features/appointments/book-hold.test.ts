import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FreeTime } from '#features/availability/index.ts'
import { bookingVisitor, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('booking a held time', () => {
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

  test('goes from a time to a confirmed appointment in two presses (R2.1)', async () => {
    const { browser, hold } = await visitor()
    const held = await hold(next())
    assert.equal(held.status, 303)
    const page = await browser.get(held.location!)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /Bekræft din tid.*Vi holder tiden i.*Klinikken på Bakken, Eksempelvej 12, 8000 Aarhus C.*Tag tøj på/,
    )
    const booked = await browser.postAndFollow(`${held.location}/appointment`)
    assertAccessible(booked.text)
    assert.match(plain(booked.text), /Din tid er booket\..*Du har en tid.*Du kan flytte eller aflyse frit indtil/)
  })

  test('leads to the same appointment however often it is pressed', async () => {
    const { browser, hold, caseId } = await visitor()
    const { location } = await hold(next())
    const presses = await Promise.all([1, 2, 3].map(() => browser.post(`${location}/appointment`)))
    const again = await browser.post(`${location}/appointment`)
    const paths = [...presses, again].map((answer) => answer.location?.replace(/\?.*/, ''))
    assert.equal(new Set(paths).size, 1, paths.join())
    assert.match(paths[0] ?? '', /^\/my\/appointments\//)
    assert.equal((await world.sql('select 1 from appointments where case_id = $1', [caseId])).length, 1)
  })

  test('moves an appointment: the old time is kept until the new one is confirmed (R2.3)', async () => {
    const { browser, hold } = await visitor()
    const { location } = await hold(next())
    const { location: booked } = await browser.post(`${location}/appointment`)
    const appointment = booked!.replace(/\?.*/, '')
    const choosing = await browser.get(`${appointment}/times`)
    assertAccessible(choosing.text)
    assert.match(plain(choosing.text), /Flyt din tid Din tid .* er din, indtil en ny er bekræftet/)
    const again = await hold(next(), { moves: appointment.split('/').at(-1)! })
    assert.match(
      plain((await browser.get(again.location!)).text),
      /Bekræft, at tiden flyttes.*Den gamle tid er din, indtil du bekræfter/,
    )
    const moved = await browser.postAndFollow(`${again.location}/appointment`)
    assert.match(plain(moved.text), /Din tid er flyttet.*Du bookede tiden.*Du flyttede tiden/)
    assert.match(plain((await browser.get(appointment)).text), /Tiden er flyttet Se den nye tid/)
  })
})
