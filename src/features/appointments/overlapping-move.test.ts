import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FreeTime } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import { appointmentFor, asClinic, asPatient, bookAs, crowd, holdAs, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { appointmentById } from './appointments.sql.ts'
import { move } from './bookings.ts'
import { bookableCase } from './cases.sql.ts'
import { releaseHold } from './holds.ts'

describe('moving to a time that overlaps the old one', () => {
  let world: World
  let cast: Cast
  let times: FreeTime[]
  const strangers = crowd(10)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    times = (await timesAt(world, cast.bakken, 200)).filter(({ practitionerId }) => practitionerId === cast.peterAtWork)
  })
  after(() => world.close())

  const newcomer = () => openCaseFor(world, cast.mette, strangers.pop()!)
  /** A time with room after it that no test has used. */
  const next = (): FreeTime => times.splice(0, 4)[0]!
  const later = ({ practitionerId, startsAt }: FreeTime, minutes: number) => ({
    practitionerId,
    startsAt: startsAt.add({ minutes }),
  })
  const heldBy = async (...asked: Parameters<typeof holdAs>): Promise<Id<'hold'>> => {
    const held = await holdAs(...asked)
    assert.ok(held.kind === 'held', JSON.stringify(held))
    return held.holdId
  }
  const occupied = (appointmentId: string) =>
    world.sql<{ kind: string; minutes: number }>(
      `select kind, (extract(epoch from upper(span) - lower(span)) / 60)::integer as minutes from occupancies where appointment_id = $1 order by kind`,
      [appointmentId],
    )
  const whole = ['patient', 'practitioner', 'room'].map((kind) => ({ kind, minutes: 45 }))

  test('succeeds with the same practitioner, and the new time is taken whole', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const time = next()
    const old = await appointmentFor(world, ana, time)
    const holdId = await heldBy(world, ana, later(time, 15), old)
    assert.deepEqual(await occupied(old), whole)
    for (const minutes of [0, 15, 45]) assert.equal((await holdAs(world, bo, later(time, minutes))).kind, 'refused')
    const moved = await bookAs(world, ana, holdId)
    assert.ok(moved.kind === 'booked', JSON.stringify(moved))
    assert.deepEqual(await occupied(old), [])
    assert.deepEqual(await occupied(moved.appointmentId), whole)
    assert.equal((await holdAs(world, bo, later(time, 60))).kind, 'held')
  })

  test('succeeds with a colleague at the very same time', async () => {
    const ana = await newcomer()
    const time = next()
    const old = await appointmentFor(world, ana, time)
    const holdId = await heldBy(world, ana, { ...time, practitionerId: cast.sofieAtWork }, old)
    const moved = await bookAs(world, ana, holdId)
    assert.ok(moved.kind === 'booked', JSON.stringify(moved))
    assert.deepEqual(await occupied(moved.appointmentId), whole)
  })

  test('leaves the old time as it was when the new one is let go', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const time = next()
    const old = await appointmentFor(world, ana, time)
    const holdId = await heldBy(world, ana, later(time, 15), old)
    await asPatient(world, ana, { asks: 'hold.change', work: ({ tx, permit }) => releaseHold(tx, permit, holdId) })
    assert.deepEqual(await occupied(old), whole)
    assert.equal((await holdAs(world, bo, time)).kind, 'refused')
    assert.equal((await holdAs(world, bo, later(time, 45))).kind, 'held')
  })

  test('is still refused where somebody else is', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const time = next()
    const old = await appointmentFor(world, ana, time)
    await appointmentFor(world, bo, later(time, 45))
    const refused = await holdAs(world, ana, later(time, 15), old)
    assert.ok(refused.kind === 'refused')
    assert.equal(refused.reason, 'taken')
  })

  test('is refused where it stands already, to the patient and the clinic, with others offered', async () => {
    const ana = await newcomer()
    const time = next()
    const old = await appointmentFor(world, ana, time)
    const outcomes = [
      await holdAs(world, ana, time, old),
      await asClinic(world, cast.sara, {
        asks: 'clinic-appointment.move',
        async work({ tx, now, permit }) {
          const booking = (await bookableCase(tx, ana.caseId, now))!
          const moved = (await appointmentById(tx, old))!
          return move({ tx, now }, permit, { booking, ...time, moved, overrideNote: null })
        },
      }),
    ]
    for (const outcome of outcomes) {
      assert.ok(outcome.kind === 'refused')
      assert.equal(outcome.reason, 'same-time')
      assert.ok(outcome.nearest.length > 0)
    }
    assert.deepEqual(await occupied(old), whole)
  })
})
