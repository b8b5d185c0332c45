import { type Answer, sendProblem } from '#platform/http/answer.ts'

/** Every kind of problem that the API itself tells of; the guide explains each under its name. */
export const problemKinds = {
  'not-json': { status: 400, title: 'The body is not JSON' },
  invalid: { status: 422, title: 'Some of the fields are wrong' },
  'idempotency-key-missing': {
    status: 400,
    title: 'The header Idempotency-Key is missing or longer than 200 characters',
  },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key has been used for another request' },
  'case-number-taken': { status: 409, title: 'You have a case with this number' },
  'consent-missing': { status: 409, title: 'No consent is marked on the case, so there is none to withdraw' },
  'consent-withdrawn': { status: 409, title: 'The patient has withdrawn the consent' },
} as const
export type ProblemKind = keyof typeof problemKinds

/** One field that is wrong: where (RFC 6901), why as a code, and why in words. */
export type FieldProblem = { readonly pointer: string; readonly code: string; readonly detail: string }

export const problemOf = (kind: ProblemKind, errors?: readonly FieldProblem[]): Answer =>
  sendProblem({ type: `/api#${kind}`, ...problemKinds[kind], ...(errors && { errors }) })

export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
