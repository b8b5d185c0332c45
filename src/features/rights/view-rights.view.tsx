import { Alert, ButtonLink, Card, Layout, Section, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { OwnCaseRow } from './ask.sql.ts'
import { fieldWords } from './field-words.ts'
import type { RequestRow } from './requests.sql.ts'
import { rightTexts } from './rights.texts.ts'
import { type Right, rights } from './rights.ts'
import { Complaint, Standing } from './standing.view.tsx'
import { viewRightsTexts } from './view-rights.texts.ts'

type Mine = { readonly cases: readonly OwnCaseRow[]; readonly requests: readonly RequestRow[] }

export function rightsView(page: Page, { cases, requests }: Mine) {
  const t = viewRightsTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <Restricted page={page} cases={cases} />
      {requests.length > 0 && <OwnRequests page={page} requests={requests} />}
      <Section title={t.downloadTitle}>
        <p>{t.downloadText}</p>
        <p>
          <ButtonLink href={routes.my.download.page.href({})} icon="file">
            {t.download}
          </ButtonLink>
        </p>
      </Section>
      <Section title={t.rights} lead={t.month}>
        {rights.map((right) => (
          <RightCard page={page} right={right} />
        ))}
      </Section>
      {cases.length > 0 && <Withdrawal page={page} cases={cases} />}
      <Complaint page={page} />
    </Layout>
  )
}

/** What is stored only at the moment, so that nobody wonders why nothing can be booked. */
function Restricted({ page, cases }: { readonly page: Page; readonly cases: readonly OwnCaseRow[] }) {
  const restricted = cases.filter((one) => one.restricted)
  if (restricted.length === 0) return null
  return (
    <Alert page={page}>
      {restricted.map(({ insurer_name, case_number }) => (
        <p>{viewRightsTexts[page.language].restricted(insurer_name, case_number)}</p>
      ))}
    </Alert>
  )
}

function OwnRequests({ page, requests }: { readonly page: Page; readonly requests: readonly RequestRow[] }) {
  const t = viewRightsTexts[page.language]
  const name = ({ right, field }: RequestRow) =>
    rightTexts[page.language].rights[right].name + (field ? `: ${fieldWords(field, page.language)}` : '')
  return (
    <Section title={t.mine}>
      <Table
        caption={t.mine}
        captionHidden
        columns={[
          {
            label: t.request,
            heads: true,
            cell: (row) => <a href={routes.my.rights.show.href({ rightsRequestId: row.id })}>{name(row)}</a>,
          },
          { label: t.who, cell: ({ controller_name }) => controller_name },
          { label: t.status, cell: standing(page) },
        ]}
        rows={requests}
      />
    </Section>
  )
}

/** No day is promised for whoever has left. */
const standing = (page: Page) =>
  function OwnStanding(request: RequestRow) {
    const waitsInVain = request.controller_has_left && !request.answer && !request.is_carried_out
    if (waitsInVain) return <Tag tone="warning">{viewRightsTexts[page.language].left}</Tag>
    return <Standing page={page} request={request} />
  }

function RightCard({ page, right }: { readonly page: Page; readonly right: Right }) {
  const t = rightTexts[page.language].rights[right]
  return (
    <Card
      title={t.name}
      level={3}
      actions={
        <ButtonLink href={routes.my.rights.form.href({ right })} kind="secondary">
          {t.ask}
        </ButtonLink>
      }
    >
      <p>{t.what}</p>
    </Card>
  )
}

function Withdrawal({ page, cases }: { readonly page: Page; readonly cases: readonly OwnCaseRow[] }) {
  const t = viewRightsTexts[page.language]
  return (
    <Section title={t.withdraw} lead={t.withdrawText}>
      <ul>
        {cases.map((one) => (
          <li>
            <a href={routes.my.withdrawal.form.href({ caseId: one.id })}>
              {t.withdrawFor((page.language === 'da' ? one.name_da : one.name_en).toLowerCase(), one.case_number)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
