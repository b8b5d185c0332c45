import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { enqueueTask, type ImportRow, importById, moveOn, noteConfirmation } from './imports.sql.ts'

const facts = (found: ImportRow) => ({
  organisationId: found.insurer_id,
  object: { type: 'case-import', id: found.id },
})
const pageOf = (id: Id<'case-import'>, notice?: 'confirmed' | 'retried') =>
  seeOther(routes.import.show.href({ importId: id }, { notice }))

/** Sets the import going, in the name of whoever confirms. Confirming twice imports once. */
export const confirmImport = action({
  at: routes.import.confirm,
  asks: 'import.confirm',
  touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
  load: ({ reader, params }) => importById(reader, params.importId),
  facts,
  async run({ tx, permit, found, now }) {
    const step = { id: found.id, from: ['ready', 'not-allowed'], to: 'importing', at: now } as const
    if (!(await moveOn(tx, step))) return pageOf(found.id)
    await noteConfirmation(tx, found.id, { userId: userOf(permit), at: now })
    await enqueueTask(tx, 'import-cases', found.id)
    return pageOf(found.id, 'confirmed')
  },
})

/** Sets a check or an import going again that stopped, or that has stood still for minutes. */
export const retryImport = action({
  at: routes.import.retry,
  asks: 'import.confirm',
  touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
  load: ({ reader, params }) => importById(reader, params.importId),
  facts,
  async run({ tx, permit, found, now }) {
    const step = { id: found.id, at: now }
    if (stoppedIn(found, now) === 'check') {
      await moveOn(tx, { ...step, from: ['check-failed', 'checking'], to: 'checking' })
      await enqueueTask(tx, 'check-import', found.id)
      return pageOf(found.id, 'retried')
    }
    if (stoppedIn(found, now) === 'import') {
      await moveOn(tx, { ...step, from: ['import-failed', 'importing'], to: 'importing' })
      await noteConfirmation(tx, found.id, { userId: userOf(permit), at: now })
      await enqueueTask(tx, 'import-cases', found.id)
      return pageOf(found.id, 'retried')
    }
    return pageOf(found.id)
  },
})

function stoppedIn(
  { state, progressed_at: progressedAt }: ImportRow,
  now: Temporal.Instant,
): 'check' | 'import' | null {
  const hasStoodStill = now.epochMilliseconds - progressedAt.epochMilliseconds >= 5 * 60_000
  if (state === 'check-failed' || (state === 'checking' && hasStoodStill)) return 'check'
  return state === 'import-failed' || (state === 'importing' && hasStoodStill) ? 'import' : null
}
