import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type FreeTime, freeTimes } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { appointmentFor, asClinic, asPatient, bookAs, crowd, holdAs, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { type CaseOptions, openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { appointmentById } from './appointments.sql.ts'
import { bookDirectly, move } from './bookings.ts'
import { cancel } from './cancellations.ts'
import { approvalsOfCase, bookableCase } from './cases.sql.ts'
import { releaseHold, renewHold } from './holds.ts'

describe('booking', () => {
  let world: World
  let cast: Cast
  let times: FreeTime[]
  /** Less than a week ahead, for what is late when a week's notice is asked for. */
  let soon: FreeTime[]
  const strangers = crowd(40)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    times = (await timesAt(world, cast.bakken, 200)).filter(({ practitionerId }) => practitionerId === cast.peterAtWork)
    soon = times.splice(0, 6)
  })
  after(() => world.close())

  const newcomer = (options: CaseOptions = {}) => openCaseFor(world, cast.mette, strangers.pop()!, options)
  /** A time that no test has used. */
  const next = (): FreeTime => times.splice(0, 2)[0]!
  const noticeOf = (hours: number) =>
    world.sql(`update treatment_types set cancellation_hours = $1 where code = 'physiotherapy'`, [hours])
  const isFree = async (time: FreeTime) => {
    const day = dayOf(time.startsAt)
    const found = await world.request.transaction({ kind: 'patient' }, (tx) =>
      freeTimes(tx, { treatmentType: 'physiotherapy', from: day, until: day, limit: 100, now: world.clock.now() }),
    )
    return found.some((one) => one.practitionerId === time.practitionerId && one.startsAt.equals(time.startsAt))
  }
  const standing = async (caseId: Id<'case'>) => {
    const [approval] = await world.request.transaction({ kind: 'staff', organisationId: cast.nordlys.id }, (tx) =>
      approvalsOfCase(tx, caseId, world.clock.now()),
    )
    return { used: approval?.used, booked: approval?.booked }
  }
  const find = (id: Id<'appointment'>, personId: Id<'person'>) =>
    world.request.transaction({ kind: 'patient', personId }, (tx) => appointmentById(tx, id))
  const cancelAs = (whose: Awaited<ReturnType<typeof newcomer>>, id: Id<'appointment'>) =>
    asPatient(world, whose, {
      asks: 'appointment.cancel',
      work: async ({ tx, now, permit }) =>
        cancel({ tx, now }, permit, { appointment: (await appointmentById(tx, id))!, reason: 'ill', note: null }),
    })
  const instant = (time: Temporal.Instant) => time.toString()

  test('keeps a held time from everybody else until it is let go', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const time = next()
    const held = await holdAs(world, ana, time)
    assert.equal(held.kind, 'held')
    assert.equal(await isFree(time), false)
    const refused = await holdAs(world, bo, time)
    assert.ok(refused.kind === 'refused')
    assert.equal(refused.reason, 'taken')
    assert.ok(refused.nearest.length === 5 && refused.nearest.every(({ clinicId }) => clinicId === cast.bakken.id))
    await asPatient(world, ana, {
      asks: 'hold.change',
      work: ({ tx, permit }) => releaseHold(tx, permit, held.kind === 'held' ? held.holdId : ('' as Id<'hold'>)),
    })
    assert.equal(await isFree(time), true)
  })

  test('gives a person one hold: a new one lets go of the old', async () => {
    const ana = await newcomer()
    const [first, second] = [next(), next()]
    await holdAs(world, ana, first)
    assert.equal((await holdAs(world, ana, second)).kind, 'held')
    assert.equal(await isFree(first), true)
    assert.equal(await isFree(second), false)
  })

  test('renews a hold twice and no more', async () => {
    const ana = await newcomer()
    const held = await holdAs(world, ana, next())
    assert.ok(held.kind === 'held')
    const renew = () =>
      asPatient(world, ana, {
        asks: 'hold.change',
        work: ({ tx, now, permit }) => renewHold({ tx, now }, permit, held.holdId),
      })
    assert.deepEqual(
      [(await renew()).kind, (await renew()).kind, (await renew()).kind],
      ['renewed', 'renewed', 'not-renewed'],
    )
  })

  test('ends a hold after five minutes: it cannot be booked, and somebody else can have the time', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const time = next()
    const held = await holdAs(world, ana, time)
    assert.ok(held.kind === 'held')
    world.clock.advance({ minutes: 5 })
    const booked = await bookAs(world, ana, held.holdId)
    assert.ok(booked.kind === 'refused')
    assert.equal(booked.reason, 'hold-expired')
    assert.ok(booked.nearest.some(({ startsAt }) => startsAt.equals(time.startsAt)))
    assert.equal((await holdAs(world, bo, time)).kind, 'held')
  })

  test('makes an appointment of a hold: the session is taken, the case handed over, the patient told', async () => {
    const ana = await newcomer()
    const time = next()
    const id = await appointmentFor(world, ana, time)
    const appointment = await find(id, ana.personId)
    assert.equal(appointment && instant(appointment.starts_at), instant(time.startsAt))
    assert.deepEqual([appointment?.sequence, appointment?.root_id, appointment?.ordinal], [0, id, 1])
    assert.deepEqual(await standing(ana.caseId), { used: 0, booked: 1 })
    const told = await world.sql('select channel from notifications where appointment_id = $1', [id])
    assert.equal(told.length, 2)
    const seen = await world.sql('select 1 from disclosures where case_id = $1 and recipient_id = $2', [
      ana.caseId,
      cast.bakken.id,
    ])
    assert.equal(seen.length, 1)
    const left = await world.sql('select 1 from holds where person_id = $1', [ana.personId])
    assert.equal(left.length, 0)
  })

  test('never books more sessions than are approved, and says so', async () => {
    const ana = await newcomer({ sessions: 1 })
    await appointmentFor(world, ana, next())
    const refused = await holdAs(world, ana, next())
    assert.ok(refused.kind === 'refused' && refused.reason === 'no-sessions-left')
  })

  test('says when the clinic, the day or the consent is what is missing', async () => {
    const today = dayOf(world.clock.now())
    const reasonOf = async (options: CaseOptions) => {
      const outcome = await holdAs(world, await newcomer(options), next())
      return outcome.kind === 'refused' && outcome.reason
    }
    assert.equal(await reasonOf({ clinics: [cast.fjorden] }), 'not-approved-clinic')
    assert.equal(await reasonOf({ validUntil: today }), 'outside-approval')
    assert.equal(await reasonOf({ consent: null }), 'no-consent')
  })

  test('refuses a patient who would be in two places at once', async () => {
    const ana = await newcomer()
    const time = next()
    await appointmentFor(world, ana, time)
    const refused = await holdAs(world, ana, { practitionerId: cast.sofieAtWork, startsAt: time.startsAt })
    assert.ok(refused.kind === 'refused' && refused.reason === 'patient-busy')
    assert.ok(refused.nearest.length > 0 && refused.nearest.every(({ startsAt }) => !startsAt.equals(time.startsAt)))
  })

  test('refuses when all rooms are taken, though the practitioner is free', async () => {
    const time = next()
    const span = `[${time.startsAt}, ${time.endsAt})`
    const { personId } = await newcomer()
    await world.sql(
      `with held as (insert into holds (id, person_id, case_id, clinic_id, practitioner_id, room_id, starts_at, ends_at, expires_at)
         select gen_random_uuid(), $1, c.id, $2, $3, $4, now(), now(), now() + interval '1 day' from cases c where c.person_id = $1 returning id, expires_at)
       insert into occupancies (kind, resource_id, organisation_id, span, hold_id, expires_at)
       select 'room', r.id, $2, $5, held.id, held.expires_at from held, rooms r where r.organisation_id = $2`,
      [personId, cast.bakken.id, cast.sofieAtWork, cast.room, span],
    )
    const refused = await holdAs(world, await newcomer(), time)
    assert.ok(refused.kind === 'refused' && refused.reason === 'no-room')
  })

  test('moves an appointment to a new version that keeps its session; the old time is free again', async () => {
    const ana = await newcomer({ sessions: 1 })
    const [before, after] = [next(), next()]
    const old = await appointmentFor(world, ana, before)
    const held = await holdAs(world, ana, after, old)
    assert.ok(held.kind === 'held', JSON.stringify(held))
    assert.equal(await isFree(before), false)
    const moved = await bookAs(world, ana, held.holdId)
    assert.ok(moved.kind === 'booked')
    const [was, is] = [await find(old, ana.personId), await find(moved.appointmentId, ana.personId)]
    assert.deepEqual([was?.cancelled_because, was?.moved_to], ['moved', moved.appointmentId])
    assert.deepEqual([is?.root_id, is?.sequence, is?.ordinal], [old, 1, 1])
    assert.equal(await isFree(before), true)
    assert.deepEqual(await standing(ana.caseId), { used: 0, booked: 1 })
  })

  test('gives the session back for a timely cancellation and keeps it for a late one', async () => {
    const ana = await newcomer()
    const time = next()
    const timely = await appointmentFor(world, ana, time)
    assert.deepEqual(await cancelAs(ana, timely), { kind: 'cancelled', sessionGivenBack: true })
    assert.equal(await isFree(time), true)
    assert.deepEqual(await cancelAs(ana, timely), { kind: 'already-changed' })
    assert.deepEqual(await standing(ana.caseId), { used: 0, booked: 0 })

    const late = await appointmentFor(world, ana, soon.splice(0, 2)[0]!)
    await noticeOf(168)
    const outcome = await cancelAs(ana, late)
    await noticeOf(24)
    assert.deepEqual(outcome, { kind: 'cancelled', sessionGivenBack: false })
    assert.deepEqual(await standing(ana.caseId), { used: 1, booked: 0 })
  })

  test('lets a clinic book, move late with a reason, and cancel at no cost to the patient', async () => {
    const ana = await newcomer({ clinics: [cast.bakken], sessions: 2 })
    const [first, second] = [soon.splice(0, 2)[0]!, soon.splice(0, 2)[0]!]
    const booked = await asClinic(world, cast.sara, {
      asks: 'clinic-appointment.book',
      work: async ({ tx, now, permit }) =>
        bookDirectly({ tx, now }, permit, { booking: (await bookableCase(tx, ana.caseId, now))!, ...first }),
    })
    assert.ok(booked.kind === 'booked', JSON.stringify(booked))
    const moveTo = (overrideNote: Buffer | null) =>
      asClinic(world, cast.sara, {
        asks: 'clinic-appointment.move',
        work: async ({ tx, now, permit }) => {
          const booking = (await bookableCase(tx, ana.caseId, now))!
          return move({ tx, now }, permit, {
            booking,
            moved: (await appointmentById(tx, booked.appointmentId))!,
            overrideNote,
            ...second,
          })
        },
      })
    await noticeOf(168)
    const withoutReason = await moveTo(null)
    assert.ok(withoutReason.kind === 'refused' && withoutReason.reason === 'too-late')
    const moved = await moveTo(Buffer.from('sealed'))
    assert.ok(moved.kind === 'booked')
    const cancelled = await asClinic(world, cast.sara, {
      asks: 'clinic-appointment.cancel',
      work: async ({ tx, now, permit }) =>
        cancel({ tx, now }, permit, {
          appointment: (await appointmentById(tx, moved.appointmentId))!,
          reason: 'practitioner-ill',
          note: null,
        }),
    })
    await noticeOf(24)
    assert.deepEqual(cancelled, { kind: 'cancelled', sessionGivenBack: true })
    assert.deepEqual(await standing(ana.caseId), { used: 0, booked: 0 })
    assert.deepEqual([await isFree(first), await isFree(second)], [true, true])
  })

  test('does not let one patient touch the hold or the appointment of another', async () => {
    const [ana, bo] = [await newcomer(), await newcomer()]
    const id = await appointmentFor(world, ana, next())
    assert.equal(await find(id, bo.personId), null)
    const held = await holdAs(world, ana, next())
    assert.ok(held.kind === 'held')
    await asPatient(world, bo, { asks: 'hold.change', work: ({ tx, permit }) => releaseHold(tx, permit, held.holdId) })
    assert.equal((await world.sql('select 1 from holds where id = $1', [held.holdId])).length, 1)
  })
})
