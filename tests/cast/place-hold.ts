import assert from 'node:assert/strict'
import type { Id } from '#kernel/ids.ts'
import { routes } from '#src/routes.ts'
import type { World } from '#tests/harness/world.ts'
import type { Member } from './cast.ts'

/** A date in the three fields of a form, so many days from now. */
export function dateIn(world: World, name: string, days: number): Record<string, string> {
  const { day, month, year } = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').add({ days })
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}

type Placing = { readonly reason?: string; readonly why?: string; readonly days?: number }

/** Holds a case from being erased, as the insurer's administrator would. Tells the hold's id. */
export async function placeHoldOn(
  world: World,
  { userId }: Pick<Member, 'userId'>,
  { caseId }: { readonly caseId: Id<'case'> },
  { reason = 'claim', why = 'Krav om erstatning', days = 30 }: Placing = {},
): Promise<Id<'legal-hold'>> {
  const browser = await world.browser({ userId })
  const fields = { reason, why, ...dateIn(world, 'reviewOn', days) }
  const answer = await browser.post(routes.legalHold.place.href({ caseId }), fields)
  assert.equal(answer.status, 303)
  const [row] = await world.sql<{ id: Id<'legal-hold'> }>(
    'select id from legal_holds where case_id = $1 order by placed_at desc limit 1',
    [caseId],
  )
  assert.ok(row)
  return row.id
}
