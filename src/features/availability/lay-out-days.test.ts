import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { layOutEverybodysDays } from './days.sql.ts'
import { availabilityTasks, bookableUntil } from './lay-out-days.ts'

describe('laying out days', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const layOut = (now = world.clock.now()) =>
    world.worker.transaction({ kind: 'system' }, (tx) =>
      layOutEverybodysDays(tx, { from: dayOf(now), until: bookableUntil(now) }),
    )
  const daysOf = async (practitioner: string) => {
    const [row] = await world.sql<{ days: number; first: string; last: string }>(
      `select count(*)::integer as days, min(on_date)::text as first, max(on_date)::text as last from practitioner_days where practitioner_id = $1`,
      [practitioner],
    )
    return row
  }

  test('is told of in the trail each night, by how many it was about', async () => {
    const tasks = availabilityTasks(workerServices(world), openGate(referralPolicy))
    await tasks['lay-out-days']?.({}, { attempt: 1 })
    assert.deepEqual(await jobEvents(world, 'day.lay-out'), [
      ['customers.organisations', 'customer-administration', 'lay-out-days', { practitioners: 2 }],
    ])
  })

  test('reaches ninety days ahead for everybody who works, as often as it is done', async () => {
    assert.deepEqual(await layOut(), { laid: 2 })
    await layOut()
    const today = dayOf(world.clock.now())
    assert.deepEqual(await daysOf(cast.peterAtWork), {
      days: 91,
      first: `${today}`,
      last: `${today.add({ days: 90 })}`,
    })
  })

  test('forgets days that are long past, and people who have left', async () => {
    await world.sql(`update practitioners set active_until = current_date where id = $1`, [cast.sofieAtWork])
    assert.deepEqual(await layOut(world.clock.now().add({ hours: 24 * 40 })), { laid: 1 })
    const oldest = await daysOf(cast.sofieAtWork)
    assert.equal(oldest?.first, `${dayOf(world.clock.now()).add({ days: 9 })}`)
  })

  test('keeps what is taken out of what is free, whichever comes first', async () => {
    const monday = '2027-02-01'
    await world.sql('select lay_out_days($1, $2, $2)', [cast.peterAtWork, monday])
    await world.sql('alter table occupancies drop constraint occupancies_appointment_id_fkey')
    await world.sql(
      `insert into occupancies (kind, resource_id, organisation_id, span, appointment_id) values ('practitioner', $1, $2, '[2027-02-01T08:00:00Z, 2027-02-01T09:00:00Z)', $1)`,
      [cast.peterAtWork, cast.bakken.id],
    )
    const free = async () => {
      const [row] = await world.sql<{ free: string }>(
        `select free::text from practitioner_days where practitioner_id = $1 and on_date = $2`,
        [cast.peterAtWork, monday],
      )
      return row?.free
    }
    const taken = await free()
    assert.match(taken ?? '', /07:00:00.*08:00:00.*09:00:00.*15:00:00/)
    await world.sql('select lay_out_days($1, $2, $2)', [cast.peterAtWork, monday])
    assert.equal(await free(), taken)
    await world.sql('delete from occupancies')
    assert.match((await free()) ?? '', /^\{\["2027-02-01 07:00:00\+00","2027-02-01 15:00:00\+00"\)\}$/)
  })
})
