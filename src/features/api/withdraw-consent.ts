import { withdrawForPatient } from '#features/cases/index.ts'
import { liveMark, lockMarking, marksOfCase } from '#features/consent/index.ts'
import { action } from '#platform/http/action.ts'
import { sendJson } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { caseAnswer } from './case-answer.ts'
import { caseWithStanding } from './follow-cases.sql.ts'
import { problemOf } from './problems.ts'

/** Withdraws the consent for a patient who told the insurer so: as easy as marking it (GDPR art. 7(3)), with all that the page's way brings. */
export const withdrawConsent = action({
  at: routes.api.withdrawConsent,
  asks: 'case.withdraw-consent',
  touches: ['booking', 'consent-history', 'health.approval', 'access-history'],
  as: 'api',
  limit: 'api',
  load: ({ reader, params, now }) => caseWithStanding(reader, params.caseId, now),
  facts: (found) => ({ personId: found.person_id, caseId: found.id, organisationId: found.insurer_id }),
  async run({ found, ...running }) {
    const { tx, now } = running
    await lockMarking(tx, found.id)
    const marks = await marksOfCase(tx, found.id)
    if (marks.length === 0) return problemOf('consent-missing')
    if (liveMark(marks)) await withdrawForPatient(running, { caseId: found.id, personId: found.person_id })
    const after = await caseWithStanding(tx, found.id, now)
    return sendJson(await caseAnswer(tx, after ?? found))
  },
})
