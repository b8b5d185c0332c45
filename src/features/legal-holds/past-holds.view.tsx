import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { Card, Section, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PastHold } from './holds-page.ts'
import { holdTexts } from './legal-holds.texts.ts'

/** What was placed by hand and lifted again: by whom, when and why. */
export function PastHolds({ page, past }: { readonly page: Page; readonly past: readonly PastHold[] }) {
  const t = holdTexts[page.language]
  const { dateLong } = formats(page.language)
  const said = (at: PastHold['placed_at'], by: string | null) =>
    by ? t.sinceBy(dateLong(dayOf(at)), by) : dateLong(dayOf(at))
  if (past.length === 0) return null
  return (
    <Section title={t.past}>
      {past.map((hold) => (
        <Card title={t.grounds[hold.reason].short} level={3}>
          <SummaryList
            items={[
              hold.why !== null && { label: t.why, value: hold.why },
              { label: t.since, value: said(hold.placed_at, hold.placed_by_name) },
              { label: t.lifted, value: said(hold.lifted_at, hold.lifted_by_name) },
              hold.liftedWhy !== null && { label: t.liftedWhy, value: hold.liftedWhy },
            ]}
          />
        </Card>
      ))}
    </Section>
  )
}
