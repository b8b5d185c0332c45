import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openDatabase } from '#platform/db/database.ts'
import { asClinic, bookAs, crowd, holdAs, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { bookDirectly } from './bookings.ts'
import { bookableCase } from './cases.sql.ts'

describe('many at once', () => {
  let world: World
  let cast: Cast
  let cases: Awaited<ReturnType<typeof openCaseFor>>[]
  const people = crowd(201)
  before(async () => {
    world = await openWorld({ connections: 20 })
    cast = await settle(world)
    cases = []
    for (const person of people.slice(0, 200)) cases.push(await openCaseFor(world, cast.mette, person))
  })
  after(() => world.close())

  /** The same people, each with a database connection of their own. */
  async function withConnections<Value>(count: number, work: (crowded: World) => Promise<Value>): Promise<Value> {
    const request = openDatabase(world.database.urls.request, { connections: count })
    try {
      return await work({ ...world, request })
    } finally {
      await request.close()
    }
  }
  const count = (outcomes: readonly string[]) =>
    Object.fromEntries(
      Object.entries(Object.groupBy(outcomes, (one) => one)).map(([name, list]) => [name, list?.length]),
    )

  test('200 people over HTTP want one time: one holds it and books it, 199 are told that it is taken and what is free', async () => {
    const [time] = await timesAt(world, cast.bakken, 1)
    assert.ok(time)
    const browsers = await Promise.all(cases.map(({ personId }) => world.browser({ personId })))
    // Fetched first, one after the other, so that every browser has its form token when all of them send at once.
    for (const [at, browser] of browsers.entries()) await browser.get(`/my/cases/${cases[at]!.caseId}/times`)
    const chosen = { time: `${time.practitionerId}~${time.startsAt}` }
    const answers = await Promise.all(
      browsers.map((browser, at) => browser.post(`/my/cases/${cases[at]!.caseId}/holds`, chosen)),
    )
    assert.deepEqual(count(answers.map(({ status }) => String(status))), { 303: 1, 409: 199 })
    for (const { status, text } of answers) {
      if (status === 409) assert.match(text, /lige blevet taget[\s\S]*name="time"/)
    }
    const winner = answers.findIndex(({ status }) => status === 303)
    const booked = await browsers[winner]!.post(`${answers[winner]!.location}/appointment`)
    assert.equal(booked.status, 303)
    const rows = await world.sql('select 1 from appointments')
    assert.equal(rows.length, 1)
  })

  test('200 people on 60 connections at once want one time: one gets it, 199 are told why', async () => {
    const [, , time] = await timesAt(world, cast.bakken, 3)
    assert.ok(time)
    const outcomes = await withConnections(60, (crowded) =>
      Promise.all(cases.map((whose) => holdAs(crowded, whose, time))),
    )
    const reasons = outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.reason : outcome.kind))
    assert.deepEqual(count(reasons), { held: 1, taken: 199 })
    assert.ok(outcomes.every((outcome) => outcome.kind === 'held' || outcome.nearest.length > 0))
  })

  test('people who want different times at one clinic all get theirs', async () => {
    await world.sql('delete from holds')
    const busy = new Set(
      (await world.sql<{ person_id: string }>('select person_id from appointments')).map((row) => row.person_id),
    )
    const free = cases.filter(({ personId }) => !busy.has(personId))
    const times = await timesAt(world, cast.bakken, 60)
    const outcomes = await Promise.all(times.map((time, at) => holdAs(world, free[at]!, time)))
    assert.deepEqual(count(outcomes.map(({ kind }) => kind)), { held: 60 })
    const booked = await Promise.all(
      outcomes.map((held, at) => (held.kind === 'held' ? bookAs(world, free[at]!, held.holdId) : assert.fail())),
    )
    assert.deepEqual(count(booked.map(({ kind }) => kind)), { booked: 60 })
  })

  test('20 attempts at once to book one case use its 3 sessions and no more', async () => {
    const whose = await openCaseFor(world, cast.mette, people[200]!, { sessions: 3, clinics: [cast.bakken] })
    const times = await timesAt(world, cast.bakken, 40)
    // Every second time, so that the patient is not in two places at once.
    const apart = times.filter((time, at) => !times.slice(0, at).some(({ startsAt }) => startsAt.equals(time.startsAt)))
    const outcomes = await Promise.all(
      apart.slice(0, 20).map((time) =>
        asClinic(world, cast.sara, {
          asks: 'clinic-appointment.book',
          work: async ({ tx, now, permit }) =>
            bookDirectly({ tx, now }, permit, { booking: (await bookableCase(tx, whose.caseId, now))!, ...time }),
        }),
      ),
    )
    const reasons = outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.reason : outcome.kind))
    assert.deepEqual(count(reasons), { booked: 3, 'no-sessions-left': 17 })
  })
})
