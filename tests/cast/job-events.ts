import type { World } from '#tests/harness/world.ts'

type Told = { readonly processing_activity_id: string; readonly purpose: string; readonly detail?: unknown }

/** What jobs have left in the trail under an action, the newest first: activity, purpose, the job's name, and its details. */
export async function jobEvents(world: World, action: string): Promise<readonly unknown[][]> {
  const rows = await world.sql<{ event: string }>(
    'select event from audit_events where action = $1 and event is not null order by at desc',
    [action],
  )
  return rows
    .map(
      ({ event }) => JSON.parse(event) as Told & { readonly actor: { readonly kind: string; readonly task: string } },
    )
    .filter(({ actor }) => actor.kind === 'system')
    .map(({ processing_activity_id: activity, purpose, actor, detail }) => [
      activity,
      purpose,
      actor.task,
      detail ?? null,
    ])
}
