import { Layout, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { HoldCard } from './hold-card.view.tsx'
import { StepForm } from './hold-forms.view.tsx'
import { stepIn, waysLeftBehind } from './hold-steps.ts'
import type { Sent } from './holds-page.ts'
import type { ShownLeftBehind } from './left-behind.ts'
import { holdTexts } from './legal-holds.texts.ts'

/** One hold of an insurer whose agreement has ended, for who looks at it instead. Nothing of whom the case is about. */
export function leftBehindView(page: Page, shown: ShownLeftBehind, sent: Sent | null) {
  const t = holdTexts[page.language]
  const { found, hold, ground } = shown
  const ways = waysLeftBehind(hold.id)
  const asked = sent?.of ?? stepIn(page)
  const form = sent?.form ?? shown.starting
  return (
    <Layout
      page={page}
      title={t.leftTitle(found.insurer)}
      lead={t.leftLead}
      back={{ href: routes.operator.privacy.href({}), label: t.leftBack }}
    >
      {asked ? (
        <StepForm page={page} hold={hold} ways={ways} form={form} step={asked.step} />
      ) : (
        <Section title={t.inForce}>
          <HoldCard page={page} hold={hold} ways={ways} grounds={[ground]} caseNumber={found.case_number} />
        </Section>
      )}
    </Layout>
  )
}
