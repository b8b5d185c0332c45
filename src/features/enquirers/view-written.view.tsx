import {
  DirectAnswer,
  DirectAsked,
  DirectHistory,
  type DirectRow,
  directLead,
  directName,
  type OpenedDirect,
} from '#features/direct-requests/index.ts'
import type { Lead } from '#features/leads/index.ts'
import { Complaint, Standing } from '#features/rights/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { ButtonLink, EmptyState, Layout, Section, Table } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import type { Enquirer } from './link.ts'
import { writtenTexts } from './view-written.texts.ts'
import { AskForMore, OneEnquiry } from './written-parts.view.tsx'

type Written = {
  readonly found: Enquirer & { readonly leads: readonly Lead[] }
  readonly token: string
  readonly requests: readonly DirectRow[]
}

export function writtenView(page: Page, { found, token, requests }: Written, form: FormState) {
  const t = writtenTexts[page.language]
  const { dateTime } = formats(page.language)
  return (
    <Layout page={page} title={t.title} lead={t.lead(found.email, dateTime(found.until))}>
      {found.leads.length === 0 ? (
        <EmptyState title={t.none} icon="mail">
          {t.noneText}
        </EmptyState>
      ) : (
        found.leads.map((lead) => <OneEnquiry page={page} lead={lead} token={token} />)
      )}
      <p>
        {t.use} <a href={routes.privacy.href({})}>{t.policy}</a>.
      </p>
      <p>
        <ButtonLink href={routes.written.file.href({ token })} icon="file" kind="secondary" download>
          {t.file}
        </ButtonLink>
      </p>
      {requests.length > 0 && <Requests page={page} requests={requests} token={token} />}
      <AskForMore page={page} leads={found.leads} token={token} form={form} />
      <Complaint page={page} />
    </Layout>
  )
}

type RequestsProps = { readonly page: Page; readonly requests: readonly DirectRow[]; readonly token: string }

function Requests({ page, requests, token }: RequestsProps) {
  const t = writtenTexts[page.language]
  const { dateShort } = formats(page.language)
  return (
    <Section title={t.mine}>
      <Table
        caption={t.mine}
        captionHidden
        columns={[
          {
            label: t.request,
            heads: true,
            cell: (row) => (
              <a href={routes.written.request.href({ token, rightsRequestId: row.id })}>{directName(page, row)}</a>
            ),
          },
          { label: t.sentOn, cell: ({ received_at }) => dateShort(dayOf(received_at)) },
          { label: t.status, cell: (row) => <Standing page={page} request={row} /> },
        ]}
        rows={requests}
      />
    </Section>
  )
}

type Shown = { readonly request: OpenedDirect; readonly model: PolicyModel; readonly token: string }

export function enquirerRequestView(page: Page, { request, model, token }: Shown) {
  const t = writtenTexts[page.language]
  const { found } = request
  return (
    <Layout
      page={page}
      title={directName(page, found)}
      lead={directLead(page, found, model.controller.name)}
      back={{ href: routes.written.show.href({ token }), label: t.back }}
    >
      <DirectAnswer page={page} request={request} />
      <DirectAsked page={page} request={request} model={model} />
      <DirectHistory page={page} request={request} />
      <Complaint page={page} />
    </Layout>
  )
}
