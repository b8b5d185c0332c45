import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FreeTime } from '#features/availability/index.ts'
import { crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { releaseExpiredHolds } from './holds.sql.ts'
import { timeValue } from './time-form.view.tsx'

describe('holding and booking a time', () => {
  let world: World
  let cast: Cast
  let times: FreeTime[]
  const strangers = crowd(20)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    times = await timesAt(world, cast.bakken, 60)
  })
  after(() => world.close())

  const visitor = async () => {
    const whose = await openCaseFor(world, cast.mette, strangers.pop()!)
    const browser = await world.browser({ personId: whose.personId })
    const hold = (time: FreeTime, more = {}) =>
      browser.post(`/my/cases/${whose.caseId}/holds`, { time: timeValue(time), ...more })
    return { ...whose, browser, hold }
  }
  const next = () => times.splice(0, 2)[0]!

  test('goes from a time to a confirmed appointment in two presses', async () => {
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

  test('tells the second of two that the time is taken, with the nearest as buttons that work', async () => {
    const [first, second] = [await visitor(), await visitor()]
    const time = next()
    await first.hold(time)
    const refused = await second.hold(time)
    assert.equal(refused.status, 409)
    assertAccessible(refused.text)
    assert.match(plain(refused.text), /Tiden er lige blevet taget/)
    const [, nearest = ''] = /name="time" value="([^"]+)"/.exec(refused.text) ?? []
    const instead = await second.browser.post(`/my/cases/${second.caseId}/holds`, { time: nearest })
    assert.equal(instead.status, 303)
  })

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

  test('moves an appointment: the old time is kept until the new one is confirmed', async () => {
    const { browser, hold } = await visitor()
    const { location } = await hold(next())
    const { location: booked } = await browser.post(`${location}/appointment`)
    const appointment = booked!.replace(/\?.*/, '')
    const choosing = await browser.get(`${appointment}/times`)
    assertAccessible(choosing.text)
    assert.match(plain(choosing.text), /Flyt din tid Din tid .* er din, indtil en ny er bekræftet/)
    const again = await hold(next(), { moves: appointment.split('/').at(-1) })
    assert.match(
      plain((await browser.get(again.location!)).text),
      /Bekræft, at tiden flyttes.*Den gamle tid er din, indtil du bekræfter/,
    )
    const moved = await browser.postAndFollow(`${again.location}/appointment`)
    assert.match(plain(moved.text), /Din tid er flyttet.*Du bookede tiden.*Du flyttede tiden/)
    assert.match(plain((await browser.get(appointment)).text), /Tiden er flyttet Se den nye tid/)
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

  test('sends whoever tampers with a time back to the list', async () => {
    const { browser, caseId } = await visitor()
    const answer = await browser.post(`/my/cases/${caseId}/holds`, { time: 'tomorrow' })
    assert.equal(answer.location, `/my/cases/${caseId}/times`)
    const offGrid = { ...next() }
    const shifted = { ...offGrid, startsAt: offGrid.startsAt.add({ minutes: 7 }) }
    const refused = await browser.post(`/my/cases/${caseId}/holds`, { time: timeValue(shifted) })
    assert.equal(refused.status, 409)
  })

  test('is refused once the consent is withdrawn', async () => {
    const { caseId, personId, hold } = await visitor()
    await world.sql(
      `with mark as (select id, case_id from consent_marks where case_id = $1), told as (select append_audit_event('t', '{}', null, null, null))
       insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_by) select mark.id, mark.case_id, 'patient', $2 from mark, told`,
      [caseId, personId],
    )
    assert.equal((await hold(next())).status, 403)
  })
})
