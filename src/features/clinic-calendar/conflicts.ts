import type { FormState } from '#platform/html/page.ts'
import type { Running } from '#platform/http/action.ts'
import type { Answer } from '#platform/http/answer.ts'
import { show } from '#platform/http/answer.ts'
import { writeAudit } from '#platform/http/audit.ts'
import { conflictsView } from './conflicts.view.tsx'
import { namedVisits, viewedIn } from './named-visit.ts'
import type { VisitRow } from './visits.sql.ts'

type Asking = Pick<
  Running<string, 'opening-hours.change', unknown, unknown>,
  'tx' | 'services' | 'page' | 'now' | 'record' | 'permitFor'
>

type Conflicts = {
  readonly visits: readonly VisitRow[]
  /** Where the same form goes again, and what it says. */
  readonly action: string
  readonly values: FormState['values']
  readonly back: string
}

/**
 * The patients whom a change would leave outside, before it is made. Whoever may not see appointments does not get here, and the look at them
 * is logged as what it is.
 */
export async function showConflicts(asking: Asking, { visits, ...again }: Conflicts): Promise<Answer> {
  const { tx, now } = asking
  const permit = asking.permitFor('clinic-appointment.list', {}, ['contact', 'booking', 'business-contact'])
  await writeAudit(tx, { permit, result: 'seen', now, viewed: viewedIn(visits) })
  asking.record({ detail: { conflicts: visits.length } })
  const named = await namedVisits(tx, asking.services.keyring, visits)
  return show(conflictsView({ page: asking.page, visits: named, ...again }), 409)
}
