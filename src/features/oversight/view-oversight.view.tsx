import { type HoldInForceRow, HoldsInForce } from '#features/legal-holds/index.ts'
import type { RightsFigures } from '#features/rights/index.ts'
import { formats } from '#kernel/format.ts'
import type { Temporal } from '#kernel/time.ts'
import { Chart, Columns, Layout, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { WatchedActivity, WatchedProcessor, WatchedThirdParty } from './declared.ts'
import { Activities, Processors, ThirdParties } from './declared.view.tsx'
import { Erasure, type ErasureFigures } from './erasure.view.tsx'
import { monthLabels } from './month-labels.ts'
import type { MonthFigures } from './months.ts'
import { oversightTexts } from './oversight.texts.ts'
import { AnsweredRequests, OpenRequests } from './requests.view.tsx'
import { Trail, type TrailFigures } from './trail.view.tsx'

type Oversight = ErasureFigures &
  TrailFigures & {
    /** Null before the first night. */
    readonly countedUntil: Temporal.PlainDate | null
    readonly months: readonly MonthFigures[]
    readonly rights: RightsFigures
    readonly holds: readonly HoldInForceRow[]
    readonly activities: readonly WatchedActivity[]
    readonly processors: readonly WatchedProcessor[]
    readonly thirdParties: readonly WatchedThirdParty[]
  }

export function oversightView(page: Page, figures: Oversight) {
  const t = oversightTexts[page.language]
  const { countedUntil, months, rights } = figures
  const { dateLong } = formats(page.language)
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide>
      <p>{countedUntil ? t.countedUntil(dateLong(countedUntil)) : t.notCounted}</p>
      <Columns>
        <Section title={t.consents}>
          <Consents page={page} months={months} />
        </Section>
        <Section title={t.cookies}>
          <CookieAnswers page={page} months={months} />
        </Section>
      </Columns>
      <Columns>
        <OpenRequests page={page} open={rights.open} />
        <AnsweredRequests page={page} answered={rights.answered} />
      </Columns>
      <Columns>
        <Erasure page={page} figures={figures} />
        <Trail page={page} figures={figures} />
      </Columns>
      <HoldsInForce page={page} holds={figures.holds} />
      <Activities page={page} activities={figures.activities} />
      <Processors page={page} processors={figures.processors} />
      <ThirdParties page={page} thirdParties={figures.thirdParties} />
    </Layout>
  )
}

type Monthly = { readonly page: Page; readonly months: readonly MonthFigures[] }

const sumOf = (months: readonly MonthFigures[], pick: (month: MonthFigures) => number) =>
  months.reduce((sum, month) => sum + pick(month), 0)

function Consents({ page, months }: Monthly) {
  const t = oversightTexts[page.language]
  return (
    <Chart
      page={page}
      caption={t.consentsChart}
      says={t.consentsSay(
        { given: sumOf(months, ({ given }) => given), withdrawn: sumOf(months, ({ withdrawn }) => withdrawn) },
        formats(page.language).number,
      )}
      heading={t.month}
      tableLabel={t.table}
      bars="beside"
      series={[
        { label: t.given, look: 'full' },
        { label: t.withdrawn, look: 'hollow' },
      ]}
      groups={months.map((one) => ({ ...monthLabels(page, one.month), counts: [one.given, one.withdrawn] }))}
    />
  )
}

function CookieAnswers({ page, months }: Monthly) {
  const t = oversightTexts[page.language]
  return (
    <Chart
      page={page}
      caption={t.cookiesChart}
      says={t.cookiesSay(
        { accepted: sumOf(months, ({ accepted }) => accepted), refused: sumOf(months, ({ refused }) => refused) },
        formats(page.language).number,
      )}
      heading={t.month}
      tableLabel={t.table}
      series={[
        { label: t.accepted, look: 'full' },
        { label: t.refusedAll, look: 'hollow' },
      ]}
      groups={months.map((one) => ({ ...monthLabels(page, one.month), counts: [one.accepted, one.refused] }))}
    />
  )
}
