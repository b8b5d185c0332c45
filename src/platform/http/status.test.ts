import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openDatabase } from '#platform/db/database.ts'
import type { Eid } from '#platform/eid/eid.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plantWindow } from '#tests/cast/plant-window.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, referralUrl, type World } from '#tests/harness/world.ts'

type Told = { status: string; parts: Record<string, string>; maintenance: { readOnly: boolean }[] }

describe('the status page', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  async function seen(of: World, base = referralUrl) {
    const browser = new Browser(of.fetch, base)
    const { status, text, headers } = await browser.get('/status')
    assertAccessible(text)
    assert.deepEqual(headers.getSetCookie(), [])
    assert.doesNotMatch(text, /<script|<form/)
    const machine = await browser.get('/status.json')
    assert.equal(machine.status, status)
    return { status, page: plain(text), told: JSON.parse(machine.text) as Told }
  }

  test('says that all is well, on both sites, without cookies and scripts (T19.7)', async () => {
    for (const base of [referralUrl, marketingUrl]) {
      const { status, page, told } = await seen(world, base)
      assert.equal(status, 200)
      assert.match(
        page,
        /Alt virker, som det skal.*Siden Virker Booking af tider Virker Mail og sms Virker Log ind Virker/,
      )
      assert.equal(told.status, 'well')
      assert.match((await new Browser(world.fetch, base).get('/')).text, /href="\/status"/)
    }
    const english = await (await world.browser()).get('/status?language=en')
    assert.match(english.text, /lang="en"[\s\S]*Everything works as it should/)
  })

  test('says so when messages do not go out (T19.7)', async () => {
    await world.sql(`select graphile_worker.add_job('send-invitation', '{}'::json, max_attempts => 1)`)
    await world.sql(`update graphile_worker._private_jobs set attempts = 1, last_error = 'no', updated_at = now()`)
    world.clock.advance({ seconds: 6 })
    const { status, page, told } = await seen(world)
    assert.equal(status, 200)
    assert.match(page, /Noget virker ikke.*Mail og sms Forstyrrelse/)
    assert.doesNotMatch(page, /send-invitation/)
    assert.deepEqual(told.parts, { site: 'well', booking: 'well', messages: 'disturbance', logIn: 'well' })
    await world.sql('delete from graphile_worker._private_jobs')
    world.clock.advance({ seconds: 6 })
  })

  test('asks whether the MitID broker answers, at most once a minute, and waits for nobody (T19.7)', async () => {
    const asked: ((answers: boolean) => void)[] = []
    const eid = { isReachable: () => new Promise<boolean>((resolve) => asked.push(resolve)) } as Eid
    const slow = await openWorld({ eid })
    assert.match((await seen(slow)).page, /Alt virker.*Log ind Undersøges/)
    assert.equal(asked.length, 1)
    asked[0]?.(false)
    const { page, told, status } = await seen(slow)
    assert.match(page, /Noget virker ikke.*Log ind Forstyrrelse/)
    assert.deepEqual([status, told.parts['logIn']], [200, 'disturbance'])
    assert.equal(asked.length, 1)
    slow.clock.advance({ seconds: 61 })
    assert.match((await seen(slow)).page, /Log ind Forstyrrelse/)
    asked[1]?.(true)
    assert.match((await seen(slow)).page, /Alt virker.*Log ind Virker/)
    await slow.close()
  })

  test('tells of maintenance to come, under way and of the last 90 days (T19.7)', async () => {
    await plantWindow(world, cast.omar, { startsIn: { hours: 1 } })
    world.clock.advance({ seconds: 6 })
    assert.match(
      (await seen(world)).page,
      /Alt virker.*Planlagt vedligehold \p{L}+ den .* til .*Vi flytter til nye servere/u,
    )
    world.clock.advance({ hours: 1 })
    const { page, told } = await seen(world)
    assert.match(page, /Vi vedligeholder siden lige nu.*Siden Vedligehold Booking af tider Vedligehold/)
    assert.equal(told.status, 'maintenance')
    world.clock.advance({ hours: 24 * 89 })
    assert.match((await seen(world)).page, /Alt virker.*Der er ikke planlagt.*De sidste 90 dage \p{L}+ den/u)
    world.clock.advance({ hours: 24 * 2 })
    assert.match((await seen(world)).page, /Der har ikke været vedligehold/)
  })

  test('is honest when the database is down (T19.7)', async () => {
    const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/nothing', { connections: 1 })
    const broken = await openWorld({ through: () => nowhere })
    const { status, page, told } = await seen(broken)
    assert.equal(status, 503)
    assert.match(page, /Siden virker ikke lige nu.*Siden Forstyrrelse.*Det kan vi ikke vise lige nu/)
    assert.doesNotMatch(page, /ECONNREFUSED|127\.0\.0\.1|postgres/i)
    assert.deepEqual([told.status, told.maintenance], ['disturbance', []])
    await broken.close()
  })
})
