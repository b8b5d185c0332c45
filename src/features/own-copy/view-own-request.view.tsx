import {
  DirectAnswer,
  DirectAsked,
  DirectHistory,
  directLead,
  directName,
  type OpenedDirect,
} from '#features/direct-requests/index.ts'
import { Complaint } from '#features/rights/index.ts'
import { Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { askOwnTexts } from './ask-about-self.texts.ts'

export function ownRequestView(page: Page, request: OpenedDirect, model: PolicyModel) {
  const { found } = request
  return (
    <Layout
      page={page}
      title={directName(page, found)}
      lead={directLead(page, found, found.controller_name ?? model.controller.name)}
      back={{ href: routes.account.data.show.href({}), label: askOwnTexts[page.language].back }}
    >
      <DirectAnswer page={page} request={request} />
      <DirectAsked page={page} request={request} model={model} />
      <DirectHistory page={page} request={request} />
      <Complaint page={page} />
    </Layout>
  )
}
