import type { Id } from '#kernel/ids.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { Step } from './holds-page.ts'

/** Where the steps of one hold lead: its insurer's addresses, or those of whom it was left to. */
export type Ways = {
  readonly page: string
  readonly ask: Readonly<Record<Step, string>>
  readonly send: Readonly<Record<Step, string>>
}

export const insurersWays = (caseId: Id<'case'>, legalHoldId: Id<'legal-hold'>): Ways => ({
  page: routes.legalHold.show.href({ caseId }),
  ask: {
    review: routes.legalHold.show.href({ caseId }, { review: legalHoldId }),
    lift: routes.legalHold.show.href({ caseId }, { lift: legalHoldId }),
  },
  send: {
    review: routes.legalHold.review.href({ caseId, legalHoldId }),
    lift: routes.legalHold.lifting.href({ caseId, legalHoldId }),
  },
})

const { leftBehind } = routes.legalHold

export const waysLeftBehind = (legalHoldId: Id<'legal-hold'>): Ways => ({
  page: leftBehind.show.href({ legalHoldId }),
  ask: {
    review: leftBehind.show.href({ legalHoldId }, { review: legalHoldId }),
    lift: leftBehind.show.href({ legalHoldId }, { lift: legalHoldId }),
  },
  send: { review: leftBehind.review.href({ legalHoldId }), lift: leftBehind.lifting.href({ legalHoldId }) },
})

/** The step that the address asks for. */
export function stepIn({ path }: Page): { readonly step: Step; readonly holdId: string } | null {
  const { searchParams } = new URL(path, 'https://klinikbro.invalid')
  const [review, lift] = [searchParams.get('review'), searchParams.get('lift')]
  if (review) return { step: 'review', holdId: review }
  return lift ? { step: 'lift', holdId: lift } : null
}
