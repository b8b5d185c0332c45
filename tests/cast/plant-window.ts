import type { Temporal } from '#kernel/time.ts'
import type { World } from '#tests/harness/world.ts'
import type { Member } from './cast.ts'

type Planted = {
  readonly startsIn?: Temporal.DurationLike
  readonly lasts?: Temporal.DurationLike
  readonly readOnly?: boolean
}

const soon = { seconds: 0 }
const anHour = { hours: 1 }

/** A window of maintenance, announced now and known to every process. Unless said otherwise it begins at once and closes the service. */
export async function plantWindow(world: World, by: Member, planted: Planted = {}): Promise<string> {
  const { startsIn = soon, lasts = anHour, readOnly = true } = planted
  const now = world.clock.now()
  const startsAt = now.add(startsIn)
  const [row] = await world.sql<{ id: string }>(
    `with made as (
       insert into maintenance_windows (id, starts_at, ends_at, read_only, text_da, text_en, announced_by, announced_at)
       values (gen_random_uuid(), $1, $2, $3, 'Vi flytter til nye servere.', 'We move to new servers.', $4, $5) returning id),
     logged as (select append_audit_event('scene', '{}', null, null, null))
     select id from made, logged`,
    [startsAt, startsAt.add(lasts), readOnly, by.userId, now],
  )
  world.services.maintenance.forget()
  return row?.id ?? ''
}
