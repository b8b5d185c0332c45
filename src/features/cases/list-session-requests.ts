import { personKeysFor } from '#features/patients/index.ts'
import { open } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { listSessionRequestsView } from './list-session-requests.view.tsx'
import { sessionRequestsTo } from './session-requests.sql.ts'

const mostShown = 100

/** The requests for further sessions that clinics have sent, those that wait first. */
export const listSessionRequests = action({
  at: routes.sessionRequest.list,
  asks: 'session-request.list',
  touches: ['contact', 'health.approval', 'health.report'],
  async run({ tx, permit, page, services: { keyring }, record }) {
    const rows = await sessionRequestsTo(tx, organisationOf(permit), mostShown)
    const keys = await personKeysFor(
      tx,
      keyring,
      rows.map((row) => row.person_id),
    )
    record({ viewed: rows.map((row) => ({ personId: row.person_id, caseId: row.case_id })) })
    const named = rows.map((row) => {
      const key = keys.get(row.person_id)
      return { ...row, name: key ? open(key, 'patients.name', row.name_sealed) : null }
    })
    return show(listSessionRequestsView(page, named))
  },
})
