import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Id, newId } from '#kernel/ids.ts'
import { clockOf, dayOf, Temporal } from '#kernel/time.ts'
import { sql } from '#platform/db/sql.ts'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import type { FreeTime, TimeSearch } from './availability.ts'
import { firstFreeByClinic, freeTimes } from './free-times.sql.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const monday = day('2027-01-11')
const longBefore = Temporal.Instant.from('2027-01-01T00:00:00Z')

describe('free times', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    for (const practitioner of [cast.peterAtWork, cast.sofieAtWork])
      await layOut(practitioner, '2027-01-01', '2027-02-28')
  })
  after(() => world.close())

  const layOut = (practitioner: string, from: string, until: string) =>
    world.sql('select lay_out_days($1, $2, $3)', [practitioner, from, until])
  const search = (asked: Partial<TimeSearch> = {}): TimeSearch => ({
    treatmentType: 'physiotherapy',
    clinicIds: [cast.bakken.id],
    from: monday,
    until: monday,
    limit: 100,
    now: longBefore,
    ...asked,
  })
  const find = (asked: Partial<TimeSearch> = {}) =>
    world.request.transaction({ kind: 'patient' }, (tx) => freeTimes(tx, search(asked)))
  const clocks = (times: readonly FreeTime[], practitioner = cast.peterAtWork) =>
    times.filter(({ practitionerId }) => practitionerId === practitioner).map(({ startsAt }) => clockOf(startsAt))

  async function newPractitioner(
    hours: { weekday: number; opens: string; closes: string },
    treatment = 'physiotherapy',
  ) {
    const id = newId<'practitioner'>()
    await world.sql(
      `insert into practitioners (id, organisation_id, name, profession) values ($1, $2, 'Nye Testersen', 'physiotherapist')`,
      [id, cast.fjorden.id],
    )
    await world.sql('insert into practitioner_services values ($1, $2)', [id, treatment])
    await world.sql(
      `insert into opening_hours (id, organisation_id, practitioner_id, weekday, opens, closes, valid_from)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, '2026-01-01')`,
      [cast.fjorden.id, id, hours.weekday, hours.opens, hours.closes],
    )
    return id
  }
  const newRoom = async (kind: string, clinic = cast.fjorden) => {
    const id = newId<'room'>()
    await world.sql(`insert into rooms (id, organisation_id, name, kind) values ($1, $2, 'Rum', $3)`, [
      id,
      clinic.id,
      kind,
    ])
    return id
  }

  /** Takes time by a hold of somebody's. */
  async function occupy(
    kind: 'practitioner' | 'room',
    resource: string,
    { span, expires, person }: { span: string; expires: string; person: Parameters<typeof openCaseFor>[2] },
  ) {
    const { caseId, personId } = await openCaseFor(world, cast.mette, person)
    const hold = newId()
    await world.sql(
      `insert into holds (id, person_id, case_id, clinic_id, practitioner_id, room_id, starts_at, ends_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, now(), now(), $7)`,
      [hold, personId, caseId, cast.bakken.id, cast.peterAtWork, cast.room, expires],
    )
    await world.sql(
      `insert into occupancies (kind, resource_id, organisation_id, span, hold_id, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [kind, resource, cast.bakken.id, span, hold, expires],
    )
  }

  test('begin when the clinic opens and follow each other without gaps, within the opening', async () => {
    assert.deepEqual(clocks(await find()), [
      '08:00',
      '08:45',
      '09:30',
      '10:15',
      '11:00',
      '11:45',
      '12:30',
      '13:15',
      '14:00',
      '14:45',
    ])
  })

  test('stop at the limit, the earliest first, several practitioners side by side (R2.10)', async () => {
    const times = await find({ limit: 3, until: monday.add({ days: 4 }) })
    assert.deepEqual(
      times.map(({ startsAt }) => clockOf(startsAt)),
      ['08:00', '08:00', '08:45'],
    )
    assert.equal(times[0]?.clinicName, 'Klinikken på Bakken')
    assert.equal(times[0]?.endsAt.since(times[0].startsAt).total('minutes'), 45)
  })

  test('can be limited for each day', async () => {
    const times = await find({ until: monday.add({ days: 6 }), perDayLimit: 2 })
    assert.equal(times.length, 10)
  })

  test('can be asked for in the morning, the afternoon and the evening', async () => {
    assert.equal(clocks(await find({ partOfDay: 'morning' })).at(-1), '11:45')
    assert.equal(clocks(await find({ partOfDay: 'afternoon' }))[0], '12:30')
    assert.deepEqual(await find({ partOfDay: 'evening' }), [])
  })

  test('are at least an hour ahead for a patient, and never in the past for staff', async () => {
    const now = Temporal.Instant.from('2027-01-11T08:00:00Z') // 9 in Copenhagen
    assert.equal(clocks(await find({ now }))[0], '10:15')
    assert.equal(clocks(await find({ now, leadMinutes: 0 }))[0], '09:30')
  })

  test('are none where the treatment is not given or the clinic is not asked for', async () => {
    assert.deepEqual(await find({ treatmentType: 'psychologist' }), [])
    assert.deepEqual(await find({ clinicIds: [] }), [])
  })

  test('are told with their distance, and only those near enough', async () => {
    const aarhus = { lat: 56.16, lon: 10.2 }
    const [first] = await find({ clinicIds: undefined, near: { ...aarhus, km: 20 } })
    assert.ok(first?.km !== null && first!.km < 2)
    assert.deepEqual(await find({ clinicIds: undefined, near: { lat: 55.68, lon: 12.58, km: 20 } }), [])
  })

  test('are packed against what is taken, and come back as soon as a hold has expired', async () => {
    const tuesday = { from: day('2027-01-12'), until: day('2027-01-12') }
    await occupy('practitioner', cast.peterAtWork, {
      span: '[2027-01-12T07:00:00Z, 2027-01-12T07:40:00Z)',
      expires: '2027-01-02T00:00:00Z',
      person: people.ana,
    })
    assert.deepEqual(clocks(await find(tuesday)).slice(0, 2), ['08:45', '09:30'])
    const afterExpiry = { ...tuesday, now: Temporal.Instant.from('2027-01-02T00:00:00Z') }
    assert.deepEqual(clocks(await find(afterExpiry)).slice(0, 2), ['08:00', '08:45'])
    await world.sql('select release_expired_holds($1)', ['2027-01-02T00:00:00Z'])
    assert.deepEqual(clocks(await find(tuesday)).slice(0, 2), ['08:00', '08:45'])
  })

  test('need a free room: none while all rooms of the kind are taken or closed', async () => {
    const on = { from: day('2027-01-13'), until: day('2027-01-13') }
    const rooms = await world.sql<{ id: Id<'room'> }>('select id from rooms where organisation_id = $1 order by name', [
      cast.bakken.id,
    ])
    await occupy('room', rooms[0]!.id, {
      span: '[2027-01-13T07:00:00Z, 2027-01-13T09:00:00Z)',
      expires: '2030-01-01T00:00:00Z',
      person: people.bo,
    })
    assert.equal(clocks(await find(on))[0], '08:00')
    await world.sql(
      `insert into opening_exceptions (id, organisation_id, room_id, kind, on_date, opens, closes) values (gen_random_uuid(), $1, $2, 'closed', '2027-01-13', '08:00', '10:30')`,
      [cast.bakken.id, rooms[1]!.id],
    )
    assert.equal(clocks(await find(on))[0], '10:15')
  })

  test('follow dated exceptions: a day closed, a lunch closed, an evening opened', async () => {
    const except = (kind: string, on: string, hours: readonly [string, string] | null, whose: string | null) =>
      world.sql(
        `insert into opening_exceptions (id, organisation_id, practitioner_id, kind, on_date, opens, closes) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
        [cast.bakken.id, whose, kind, on, hours?.[0] ?? null, hours?.[1] ?? null],
      )
    await except('closed', '2027-01-14', null, null)
    await except('closed', '2027-01-15', ['12:00', '13:00'], cast.peterAtWork)
    await except('open', '2027-01-15', ['18:00', '19:30'], cast.peterAtWork)
    for (const practitioner of [cast.peterAtWork, cast.sofieAtWork])
      await layOut(practitioner, '2027-01-14', '2027-01-15')
    assert.deepEqual(await find({ from: day('2027-01-14'), until: day('2027-01-14') }), [])
    const friday = clocks(await find({ from: day('2027-01-15'), until: day('2027-01-15') }))
    assert.deepEqual(friday, [
      '08:00',
      '08:45',
      '09:30',
      '10:15',
      '11:00',
      '13:00',
      '13:45',
      '14:30',
      '15:15',
      '18:00',
      '18:45',
    ])
  })

  test('leave room for the buffer after the treatment', async () => {
    const psychologist = await newPractitioner({ weekday: 1, opens: '08:00', closes: '10:00' }, 'psychologist')
    await newRoom('consultation')
    await layOut(psychologist, '2027-01-11', '2027-01-11')
    const times = await find({ treatmentType: 'psychologist', clinicIds: [cast.fjorden.id] })
    assert.deepEqual(clocks(times, psychologist), ['08:00', '09:00'])
    assert.equal(times[0]?.endsAt.since(times[0].startsAt).total('minutes'), 50)
  })

  test('skip the hour that does not exist in spring and know both that exist twice in autumn', async () => {
    const nightly = await newPractitioner({ weekday: 7, opens: '00:00', closes: '06:00' })
    await newRoom('treatment')
    await layOut(nightly, '2027-03-28', '2027-03-28')
    await layOut(nightly, '2027-10-31', '2027-10-31')
    const on = async (date: string) => {
      const times = await find({ clinicIds: [cast.fjorden.id], from: day(date), until: day(date) })
      assert.ok(times.every(({ startsAt }) => dayOf(startsAt).equals(day(date))))
      return times.map(({ startsAt }) => startsAt.toString())
    }
    const spring = await on('2027-03-28')
    assert.deepEqual([spring.length, spring[0], spring.at(-1)], [6, '2027-03-27T23:00:00Z', '2027-03-28T02:45:00Z'])
    const autumn = await on('2027-10-31')
    assert.deepEqual([autumn.length, autumn[0], autumn.at(-1)], [9, '2027-10-30T22:00:00Z', '2027-10-31T04:00:00Z'])
  })

  test('are told as the first of each clinic, the earliest clinic first (R2.10)', async () => {
    const firsts = await world.request.transaction({ kind: 'patient' }, (tx) =>
      firstFreeByClinic(tx, search({ clinicIds: undefined, until: day('2027-03-31'), now: longBefore })),
    )
    assert.deepEqual(
      firsts.map(({ clinicId, startsAt }) => [clinicId, startsAt.toString()]),
      [
        [cast.bakken.id, '2027-01-11T07:00:00Z'],
        [cast.fjorden.id, '2027-03-27T23:00:00Z'],
      ],
    )
  })

  test('look up what is taken by room and span together, so that the past costs nothing', async () => {
    const plan = await world.request.transaction({ kind: 'patient', personId: cast.room }, async (tx) => {
      await tx.run(sql`set local enable_seqscan = off`)
      return tx.rows<Record<string, string>>(sql`
        explain select from taken_times where kind = 'room' and resource_id = ${cast.room} and span && tstzrange(now(), now() + interval '1 hour')`)
    })
    const text = plan.map((line) => line['QUERY PLAN']).join('\n')
    assert.match(text, /room_never_twice[\s\S]*Index Cond: .*resource_id = .* AND \(span &&/)
  })
})
