import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type FreeTime, freeTimes } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import { clockOf, dayOf, type Temporal } from '#kernel/time.ts'
import { appointmentFor, bookAs, bookingVisitor, crowd, holdAs } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

/** Peter and Sofie work from 8 to 16 and have two rooms; a treatment takes 45 minutes. */
const packed = ['08:00', '08:45', '09:30', '10:15', '11:00', '11:45', '12:30', '13:15', '14:00', '14:45']
const after1015 = packed.slice(4)

describe('the times that a move can choose among', () => {
  let world: World
  let cast: Cast
  let day: Temporal.PlainDate
  const strangers = crowd(20)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    day = dayOf(world.clock.now()).add({ days: 7 })
    day = day.subtract({ days: day.dayOfWeek - 1 })
  })
  after(() => world.close())

  const newcomer = () => openCaseFor(world, cast.mette, strangers.pop()!)
  /** A working day that no test has used. */
  const nextDay = () => (day = day.add({ days: day.dayOfWeek === 5 ? 3 : 1 }))
  const at = (on: Temporal.PlainDate, time: string, practitionerId = cast.peterAtWork) => ({
    practitionerId,
    startsAt: on.toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: time }).toInstant(),
  })
  type Searching = { readonly leaving?: Id<'appointment'>; readonly whose?: Id<'practitioner'> }
  const found = async (personId: Id<'person'>, on: Temporal.PlainDate, { leaving, whose }: Searching = {}) => {
    const search = { treatmentType: 'physiotherapy', clinicIds: [cast.bakken.id], from: on, until: on, limit: 200 }
    const times = await world.request.transaction({ kind: 'patient', personId }, (tx) =>
      freeTimes(tx, { ...search, now: world.clock.now(), leaving }),
    )
    return clocks(times, whose)
  }
  const clocks = (times: readonly FreeTime[], whose = cast.peterAtWork) =>
    times.filter(({ practitionerId }) => practitionerId === whose).map(({ startsAt }) => clockOf(startsAt))

  test('are the free ones and every quarter that overlaps the old time, but not the old time itself', async () => {
    const ana = await newcomer()
    const on = nextDay()
    const leaving = await appointmentFor(world, ana, at(on, '09:30'))
    assert.deepEqual(await found(ana.personId, on), ['08:00', '08:45', ...packed.slice(3)])
    assert.deepEqual(await found(ana.personId, on, { leaving }), [
      '08:00',
      '08:45',
      '09:00',
      '09:15',
      '09:45',
      '10:00',
      '10:15',
      ...after1015,
    ])
    assert.deepEqual(await found(ana.personId, on, { leaving, whose: cast.sofieAtWork }), packed)
  })

  test('keep to what is packed after an old time that was not', async () => {
    const ana = await newcomer()
    const on = nextDay()
    const leaving = await appointmentFor(world, ana, at(on, '09:15'))
    const without = await found(ana.personId, on)
    assert.deepEqual(without.slice(0, 3), ['08:00', '10:00', '10:45'])
    assert.deepEqual(await found(ana.personId, on, { leaving }), [
      '08:00',
      '08:45',
      '09:00',
      '09:30',
      '09:45',
      ...without.slice(1),
    ])
  })

  test('can each be had: half an hour later and half an hour earlier', async () => {
    const on = nextDay()
    for (const [old, fresh] of [
      ['08:45', '09:15'],
      ['13:15', '12:45'],
    ] as const) {
      const ana = await newcomer()
      const leaving = await appointmentFor(world, ana, at(on, old))
      assert.ok((await found(ana.personId, on, { leaving })).includes(fresh))
      const held = await holdAs(world, ana, at(on, fresh), leaving)
      assert.ok(held.kind === 'held', JSON.stringify(held))
      assert.equal((await bookAs(world, ana, held.holdId)).kind, 'booked')
      assert.ok(!(await found(ana.personId, on)).includes(fresh))
    }
  })

  test('are the holder’s alone: another patient finds the old time taken, whichever appointment they name', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const on = nextDay()
    const leaving = await appointmentFor(world, ana, at(on, '09:30'))
    const taken = await found(bo.personId, on)
    assert.ok(!taken.includes('09:30') && !taken.includes('10:00'))
    assert.deepEqual(await found(bo.personId, on, { leaving }), taken)
  })

  test('leave out what others have booked or hold beside the old time', async () => {
    const [ana, bo, carl] = [await newcomer(), await newcomer(), await newcomer()]
    const on = nextDay()
    const leaving = await appointmentFor(world, ana, at(on, '09:30'))
    await appointmentFor(world, bo, at(on, '10:15'))
    assert.equal((await holdAs(world, carl, at(on, '08:30'))).kind, 'held')
    assert.deepEqual(await found(ana.personId, on, { leaving }), ['09:15', ...after1015])
  })

  test('need a room, and the old one counts as free', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const on = nextDay()
    const leaving = await appointmentFor(world, ana, at(on, '09:30'))
    const inTheOtherRoom = await appointmentFor(world, bo, at(on, '09:30', cast.sofieAtWork))
    assert.ok((await found(ana.personId, on, { leaving })).includes('10:00'))
    const [old] = await world.sql<{ room_id: Id<'room'> }>(`select room_id from appointments where id = $1`, [leaving])
    await world.sql(
      `insert into opening_exceptions (id, organisation_id, room_id, kind, on_date, opens, closes) values (gen_random_uuid(), $1, $2, 'closed', $3, '08:00', '12:00')`,
      [cast.bakken.id, old!.room_id, on],
    )
    assert.ok(!(await found(ana.personId, on, { leaving })).includes('10:00'), 'bo is in the only room that is open')
    assert.ok((await found(bo.personId, on, { leaving: inTheOtherRoom, whose: cast.sofieAtWork })).includes('10:00'))
  })

  test('are none around an appointment that is cancelled: it occupies nothing, and its time is free to all', async () => {
    const ana = await newcomer()
    const on = nextDay()
    const leaving = await appointmentFor(world, ana, at(on, '09:30'))
    await world.sql(`delete from occupancies where appointment_id = $1`, [leaving])
    assert.deepEqual(await found(ana.personId, on, { leaving }), packed)
  })

  test('stand on the page of the move, and the nearest of them on a refusal', async () => {
    const { browser, personId, caseId } = await bookingVisitor(world, cast.mette)
    const whose = { personId, caseId }
    const on = nextDay()
    const leaving = await appointmentFor(world, whose, at(on, '09:30'))
    const value = (time: string) => `value="${cast.peterAtWork}~${at(on, time).startsAt}"`
    const query = `?clinic=${cast.bakken.id}&from=${on}`
    const toMove = (await browser.get(`/my/appointments/${leaving}/times${query}`)).text
    assert.ok(toMove.includes(value('10:00')))
    assert.ok(!toMove.includes(value('09:30')))
    const toBook = (await browser.get(`/my/cases/${caseId}/times${query}&moves=${leaving}&leaving=${leaving}`)).text
    assert.ok(toBook.includes(value('10:15')))
    assert.ok(!toBook.includes(value('10:00')))

    await appointmentFor(world, await newcomer(), at(on, '10:15'))
    const chosen = { time: `${cast.peterAtWork}~${at(on, '10:00').startsAt}`, moves: leaving }
    const refused = await browser.post(`/my/cases/${caseId}/holds`, chosen)
    assert.equal(refused.status, 409)
    assert.ok(refused.text.includes(value('09:15')))
    const held = await browser.postAndFollow(`/my/cases/${caseId}/holds`, {
      ...chosen,
      time: `${cast.peterAtWork}~${at(on, '09:15').startsAt}`,
    })
    assert.match(held.text, /\/my\/holds\//)
  })

  test('are not shown to another patient who asks for the page of the move', async () => {
    const [ana, other] = [await newcomer(), await bookingVisitor(world, cast.mette)]
    const leaving = await appointmentFor(world, ana, at(nextDay(), '09:30'))
    assert.equal((await other.browser.get(`/my/appointments/${leaving}/times`)).status, 404)
  })
})
