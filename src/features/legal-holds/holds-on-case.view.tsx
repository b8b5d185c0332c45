import { formats } from '#kernel/format.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { Section, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { isDue } from './is-due.ts'
import type { HoldRow } from './legal-holds.sql.ts'
import { holdTexts } from './legal-holds.texts.ts'

type OnCase = {
  readonly page: Page
  readonly caseId: Id<'case'>
  readonly holds: readonly Omit<HoldRow, 'why_sealed'>[]
  /** Whether the reader may place and lift holds. */
  readonly mayHold: boolean
}

/** What holds a case, for its insurer; nothing where nothing does and the reader may not change that. */
export function HoldsOnCase({ page, caseId, holds, mayHold }: OnCase) {
  const t = holdTexts[page.language]
  const { dateLong } = formats(page.language)
  if (holds.length === 0 && !mayHold) return null
  return (
    <Section title={t.onCase}>
      {holds.length === 0 && <p>{t.onCaseNone}</p>}
      {holds.map(({ reason, placed_at, review_on }) => (
        <p>
          {t.onCaseLine(t.grounds[reason].short, dateLong(dayOf(placed_at)))}{' '}
          {review_on && t.onCaseReview(dateLong(review_on))}{' '}
          {isDue(review_on, page.now) && <Tag tone="warning">{t.due}</Tag>}
        </p>
      ))}
      {mayHold && (
        <>
          <p>
            <a href={routes.legalHold.show.href({ caseId })}>{t.seeHolds}</a>
          </p>
          <p>
            <a href={routes.erasureOrder.form.href({ caseId })}>{t.eraseNow}</a>
          </p>
        </>
      )}
    </Section>
  )
}

/** Why a case is still kept, for the person it is about. */
export function MyCaseIsKept({ page, holds }: Pick<OnCase, 'page' | 'holds'>) {
  const t = holdTexts[page.language]
  const { dateLong } = formats(page.language)
  if (holds.length === 0) return null
  // Two requests of one day hold it alike: said once.
  const lines = holds.map(({ reason, placed_at, review_on }) => {
    const since = `${t.mine(t.grounds[reason].mine)} ${t.mineSince(dateLong(dayOf(placed_at)))}`
    return review_on ? `${since} ${t.mineReview(dateLong(review_on))}` : since
  })
  return (
    <Section title={t.mineTitle}>
      {[...new Set(lines)].map((line) => (
        <p>{line}</p>
      ))}
      <p>
        {t.mineWay} <a href={routes.my.rights.overview.href({})}>{t.mineRights}</a>
      </p>
    </Section>
  )
}
