import { Layout, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { HoldCard } from './hold-card.view.tsx'
import { PlaceForm, StepForm } from './hold-forms.view.tsx'
import { insurersWays, stepIn } from './hold-steps.ts'
import type { Sent, ShownHolds } from './holds-page.ts'
import { holdTexts } from './legal-holds.texts.ts'
import { PastHolds } from './past-holds.view.tsx'

/** With `sent` the form that came back; a hold in it, or in the address, asks about that hold alone. */
export function holdsView(page: Page, shown: ShownHolds, sent: Sent | null) {
  const t = holdTexts[page.language]
  const { found, grounds, holds, past } = shown
  const asked = sent?.of ?? stepIn(page)
  const hold = holds.find(({ id }) => id === asked?.holdId)
  const form = sent?.form ?? shown.starting
  return (
    <Layout
      page={page}
      title={t.title(found.case_number)}
      lead={t.lead}
      back={{ href: routes.case.show.href({ caseId: found.id }), label: t.back(found.case_number) }}
    >
      {asked && hold ? (
        <StepForm page={page} hold={hold} ways={insurersWays(found.id, hold.id)} form={form} step={asked.step} />
      ) : (
        <>
          <Section title={t.inForce}>
            {holds.length === 0 && <p>{t.none}</p>}
            {holds.map((one) => (
              <HoldCard page={page} hold={one} ways={insurersWays(found.id, one.id)} grounds={grounds} />
            ))}
          </Section>
          <PlaceForm page={page} shown={shown} form={form} />
          <PastHolds page={page} past={past} />
        </>
      )}
    </Layout>
  )
}
