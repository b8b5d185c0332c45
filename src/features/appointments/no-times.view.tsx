import type { Id } from '#kernel/ids.ts'
import { ButtonLink, EmptyState } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { type EmptyReason, findTimesTexts } from './find-times.texts.ts'

type Props = {
  readonly page: Page
  readonly reason: EmptyReason
  readonly caseId: Id<'case'>
  /** The same search without filters. */
  readonly widerHref: string
}

/** Why there is nothing to choose, and what to do instead. */
export function NoTimes({ page, reason, caseId, widerHref }: Props) {
  const t = findTimesTexts[page.language]
  const { title, text } = t.empty[reason]
  const isNarrowed = reason === 'none-filtered'
  const action = (
    <ButtonLink href={isNarrowed ? widerHref : routes.my.case.href({ caseId })} kind="secondary">
      {isNarrowed ? t.widen : t.toCase}
    </ButtonLink>
  )
  return (
    <EmptyState title={title} action={action}>
      {text}
    </EmptyState>
  )
}
