import { type DirectRow, directName } from '#features/direct-requests/index.ts'
import { Complaint, rights, rightTexts, Standing } from '#features/rights/index.ts'
import { Alert, Button, ButtonLink, Card, Form, Layout, Section, Table, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import type { OwnAccountRow } from './own-copy.sql.ts'
import type { OwnCopy } from './own-copy.ts'
import { Held, Meaning, Stays } from './own-parts.view.tsx'
import { ownDataTexts } from './own-words.texts.ts'
import { viewOwnDataTexts } from './view-own-copy.texts.ts'

type Own = {
  readonly account: OwnAccountRow
  readonly copy: OwnCopy
  readonly requests: readonly DirectRow[]
  readonly model: PolicyModel
}

export function ownDataView(page: Page, own: Own, form: FormState) {
  const { account, copy, requests, model } = own
  const t = viewOwnDataTexts[page.language]
  const isResting = copy.direct_restrictions.some((one) => one['liftedAt'] === undefined)
  return (
    <Layout page={page} title={t.title} lead={t.lead(account.name, account.organisation)}>
      {isResting && (
        <Alert page={page} kind="warning">
          <p>{t.resting}</p>
        </Alert>
      )}
      {requests.length > 0 && <OwnRequests page={page} requests={requests} />}
      <Section title={t.held}>
        <Held page={page} copy={copy} model={model} />
        <p>{t.fileText}</p>
        <p>
          <ButtonLink href={routes.account.data.file.href({})} icon="file" download>
            {t.file}
          </ButtonLink>
        </p>
      </Section>
      <Section title={t.correct}>
        <Form page={page} form={form} action={routes.account.data.name.href({})}>
          <TextField page={page} form={form} name="name" label={t.name} hint={t.nameHint} autocomplete="name" />
          <Button kind="secondary">{t.saveName}</Button>
        </Form>
      </Section>
      <Rights page={page} />
      <Stays page={page} model={model} />
      <Meaning page={page} model={model} />
      <Complaint page={page} />
    </Layout>
  )
}

function OwnRequests({ page, requests }: { readonly page: Page; readonly requests: readonly DirectRow[] }) {
  const t = viewOwnDataTexts[page.language]
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
              <a href={routes.account.data.request.href({ rightsRequestId: row.id })}>{directName(page, row)}</a>
            ),
          },
          { label: t.who, cell: ({ controller_name }) => controller_name ?? '–' },
          { label: t.status, cell: (row) => <Standing page={page} request={row} /> },
        ]}
        rows={requests}
      />
    </Section>
  )
}

function Rights({ page }: { readonly page: Page }) {
  const t = viewOwnDataTexts[page.language]
  return (
    <Section title={t.rights} lead={t.month}>
      {rights.map((right) => (
        <Card
          title={rightTexts[page.language].rights[right].name}
          level={3}
          actions={
            <ButtonLink href={routes.account.data.form.href({ right })} kind="secondary">
              {rightTexts[page.language].rights[right].ask}
            </ButtonLink>
          }
        >
          <p>{ownDataTexts[page.language].what[right]}</p>
        </Card>
      ))}
    </Section>
  )
}
