import { isForMachines } from './action.ts'
import type { Answer } from './answer.ts'
import { errorAnswer } from './error-answer.tsx'
import { type Answering, comesFromOurOwnPage } from './own-page.ts'
import { askForTerms, mustAcceptTerms } from './terms-first.ts'

export type { Answering } from './own-page.ts'

export const isForged = (answering: Answering): boolean =>
  answering.action.at.method === 'POST' && !isForMachines(answering.action) && !comesFromOurOwnPage(answering)

/** What is answered instead of the action, whatever the action is; null when it may go on. */
export function answerBefore(answering: Answering): Answer | null {
  if (isForged(answering)) return errorAnswer(answering.visit.page, 'forged')
  return mustAcceptTerms(answering) ? askForTerms(answering) : null
}
