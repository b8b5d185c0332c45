import { readId } from '#kernel/ids.ts'
import { action } from '#platform/http/action.ts'
import { sendJson } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { caseAnswer, listedOf } from './case-answer.ts'
import { casesAfter, caseWithStanding } from './follow-cases.sql.ts'
import { problemOf } from './problems.ts'

const largestPage = 100

/** The insurer's cases, newest first, in pages that follow each other by `next`. */
export const listCases = action({
  at: routes.api.listCases,
  asks: 'case.list',
  touches: ['booking', 'health.approval'],
  as: 'api',
  limit: 'api',
  async run({ tx, permit, query, now, record }) {
    const limit = Number(query.get('limit') ?? 50)
    const after = query.get('after')
    const last = after === null ? null : readId<'case'>(after)
    const errors = [
      ...(Number.isInteger(limit) && limit >= 1 && limit <= largestPage
        ? []
        : [{ pointer: '/limit', code: 'limit', detail: `A whole number from 1 to ${largestPage}` }]),
      ...(after !== null && last === null ? [{ pointer: '/after', code: 'after', detail: 'The id of a case' }] : []),
    ]
    if (errors.length > 0) return problemOf('invalid', errors)
    const found = await casesAfter(tx, {
      organisationId: organisationOf(permit),
      after: last,
      limit: limit + 1,
      at: now,
    })
    const rows = found.slice(0, limit)
    record({ viewed: rows.map((row) => ({ personId: row.person_id, caseId: row.id })) })
    const next = found.length > limit ? routes.api.listCases.href({}, { after: rows.at(-1)?.id, limit }) : null
    return sendJson({ cases: rows.map(listedOf), next })
  },
})

/** One case: how it stands, its sessions and its appointments. */
export const showCase = action({
  at: routes.api.showCase,
  asks: 'case.view',
  touches: ['booking', 'consent-history', 'health.approval'],
  as: 'api',
  limit: 'api',
  load: ({ reader, params, now }) => caseWithStanding(reader, params.caseId, now),
  facts: (found) => ({ personId: found.person_id, caseId: found.id, organisationId: found.insurer_id }),
  run: async ({ tx, found }) => sendJson(await caseAnswer(tx, found)),
})
