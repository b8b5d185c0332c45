import { Details, Layout, Pagination, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { LookRow } from './looks.sql.ts'
import { Looks } from './looks.view.tsx'
import { treatmentName } from './my-case-sentence.ts'
import type { MyCaseRow } from './my-cases.sql.ts'
import { showWhoKnowsTexts } from './show-who-knows.texts.ts'
import { Told, type WhoWasTold } from './who-was-told.view.tsx'

type WhoKnows = WhoWasTold & {
  readonly found: MyCaseRow
  readonly looks: readonly LookRow[]
  readonly current: number
  readonly pages: number
}

export function showWhoKnowsView(page: Page, known: WhoKnows) {
  const t = showWhoKnowsTexts[page.language]
  const { found, current, pages } = known
  const caseId = found.id
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead(treatmentName(found, page.language).toLowerCase())}
      back={{ href: routes.my.case.href({ caseId }), label: t.back }}
    >
      <Told page={page} insurer={found.insurer_name} told={known} />
      <Section title={t.looks} id="looks" lead={t.looksLead}>
        <Looks page={page} looks={known.looks} />
        <Pagination
          page={page}
          current={current}
          total={pages}
          href={(number) => `${routes.my.knownBy.href({ caseId }, { page: number })}#looks`}
        />
        <Details summary={t.noNames}>
          <p>{t.noNamesText}</p>
        </Details>
      </Section>
      <Complaint page={page} insurer={found.insurer_name} />
    </Layout>
  )
}

function Complaint({ page, insurer }: { page: Page; insurer: string }) {
  const t = showWhoKnowsTexts[page.language]
  return (
    <Section title={t.complain}>
      <p>{t.complainInsurer(insurer)}</p>
      <p>{t.complainUs(page.site.controller.email)}</p>
      <p>
        {t.complainAuthority} <a href="https://www.datatilsynet.dk/">datatilsynet.dk</a>
      </p>
      <p>
        <a href={routes.privacy.href({})}>{t.rights}</a>
      </p>
    </Section>
  )
}
