import type { Id } from '#kernel/ids.ts'
import { routes } from '#src/routes.ts'
import type { World } from '#tests/harness/world.ts'

type Whose = { readonly caseId: Id<'case'>; readonly personId: Id<'person'> }

/** The person behind a case uses a right, as they would in the browser. Gives the ids of the requests that it became, by controller. */
export async function askAs(
  world: World,
  whose: Whose,
  right: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const browser = await world.browser(whose)
  const answer = await browser.post(routes.my.rights.create.href({ right }), { about: whose.caseId, ...fields })
  if (answer.status !== 303) throw new Error(`The request was not taken: ${answer.status}`)
  const rows = await world.sql<{ id: string; controller: string }>(
    `select r.id, o.name as controller from rights_requests r join organisations o on o.id = r.controller_id
     where r.case_id = $1 and r."right" = $2 order by r.received_at`,
    [whose.caseId, right],
  )
  return Object.fromEntries(rows.map(({ id, controller }) => [controller, id]))
}
