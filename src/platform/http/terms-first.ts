import { isPossibleBeforeTerms } from '#policy/terms.ts'
import type { Answer } from './answer.ts'
import { errorAnswer } from './error-answer.tsx'
import type { Answering } from './own-page.ts'

/** Whether somebody who is logged in must accept the terms, or their important changes, before this (T19.5). Machines accept nothing. */
export function mustAcceptTerms({ options: { site }, action, visit: { actor, session } }: Answering): boolean {
  if (!site.terms || !session || actor.kind === 'anonymous') return false
  return session.acceptedTerms < site.terms.version && !isPossibleBeforeTerms(action.asks)
}

/** The page of the terms and from there back here; what was posted cannot be brought along, and that is said. */
export function askForTerms({ options: { site }, action, visit: { page } }: Answering): Answer {
  if (action.at.method === 'POST' || !site.terms) return errorAnswer(page, 'terms')
  const to = `${site.terms.at}?returnTo=${encodeURIComponent(page.path)}`
  return { status: 303, body: { kind: 'redirect', to }, cookies: [] }
}
