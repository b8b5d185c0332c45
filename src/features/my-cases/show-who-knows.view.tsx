import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { Details, Layout, Pagination, Section, Timeline } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { lookWords } from './look-words.ts'
import type { LookRow } from './looks.sql.ts'
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

function Looks({ page, looks }: { page: Page; looks: readonly LookRow[] }) {
  const { dateTime } = formats(page.language)
  if (looks.length === 0) return <p>{showWhoKnowsTexts[page.language].empty}</p>
  return (
    <Timeline
      items={looks.map((look) => ({
        time: dateTime(look.at),
        datetime: look.at.toString(),
        title: `${whoIn(look, page.language)} ${whatIn(look, page.language)}`,
        body: whyIn(look, page.language),
      }))}
    />
  )
}

function whoIn({ actor_kind, organisation_name }: LookRow, language: Language): string {
  const t = showWhoKnowsTexts[language]
  if (actor_kind === 'patient') return t.yourself
  return organisation_name && actor_kind !== 'system' ? organisation_name : t.system
}

function whatIn({ action, result }: LookRow, language: Language): string {
  const { done, used, looked, denied } = lookWords[language]
  if (result === 'denied') return denied
  if (result === 'refused') return used
  // The form of a change was opened, and nothing was changed.
  if (result === 'seen' && !/\.(view|list|search|download)$/.test(action)) return looked
  return (done as Readonly<Record<string, string>>)[action] ?? used
}

function whyIn({ purpose }: LookRow, language: Language): string {
  const { why, unknownWhy } = lookWords[language]
  return (purpose && (why as Readonly<Record<string, string>>)[purpose]) || unknownWhy
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
