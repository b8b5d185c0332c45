import { formats } from '#kernel/format.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import {
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Layout,
  Section,
  SummaryList,
  Table,
  Tag,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { apiClientsTexts } from './api-clients.texts.ts'
import type { ClientRow } from './clients.sql.ts'

/** The accesses of one insurer, with the form for a new one. */
export function apiClientsView(page: Page, clients: readonly ClientRow[], form: FormState) {
  const t = apiClientsTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide>
      <p>
        <a href={routes.api.guide.href({})}>{t.guide}</a>
      </p>
      <Clients page={page} clients={clients} />
      <Section title={t.newTitle}>
        <Form page={page} action={routes.organisation.issueApiClient.href({})} form={form}>
          <TextField page={page} form={form} name="name" label={t.newName} hint={t.newHint} maxLength={80} />
          <Button>{t.issue}</Button>
        </Form>
      </Section>
    </Layout>
  )
}

const Clients = ({ page, clients }: { readonly page: Page; readonly clients: readonly ClientRow[] }) => {
  const t = apiClientsTexts[page.language]
  const day = (at: Temporal.Instant) => formats(page.language).dateShort(dayOf(at))
  return (
    <Table
      caption={t.caption}
      rows={clients}
      empty={
        <EmptyState icon="lock" title={t.none}>
          {t.noneText}
        </EmptyState>
      }
      columns={[
        { label: t.name, cell: (client) => client.name, heads: true },
        { label: t.clientId, cell: (client) => <code>{client.id}</code> },
        {
          label: t.issued,
          cell: (client) =>
            client.issued_by_name ? t.by(client.issued_by_name, day(client.issued_at)) : day(client.issued_at),
        },
        {
          label: t.state,
          cell: ({ revoked_at: at }) => (at ? <Tag>{t.revoked(day(at))}</Tag> : <Tag tone="success">{t.live}</Tag>),
        },
        { label: t.action, align: 'end', cell: (client) => <Revoking page={page} client={client} /> },
      ]}
    />
  )
}

const Revoking = ({ page, client }: { readonly page: Page; readonly client: ClientRow }) => {
  const t = apiClientsTexts[page.language]
  if (client.revoked_at) return null
  return (
    <Form page={page} action={routes.organisation.revokeApiClient.href({ clientId: client.id })}>
      <Button kind="danger">
        {t.revoke}
        <span class="visually-hidden">{t.revokeNamed(client.name)}</span>
      </Button>
    </Form>
  )
}

/** The one time that the secret is shown. */
export function issuedClientView(
  page: Page,
  issued: { readonly id: string; readonly name: string; readonly secret: string },
) {
  const t = apiClientsTexts[page.language]
  return (
    <Layout page={page} title={t.issuedTitle}>
      <Alert page={page} kind="warning" title={t.secretTitle}>
        <p>{t.secretText}</p>
      </Alert>
      <SummaryList
        items={[
          { label: t.name, value: issued.name },
          { label: t.clientId, value: <code>{issued.id}</code> },
          { label: t.secret, value: <code>{issued.secret}</code> },
        ]}
      />
      <p>
        <ButtonLink href={routes.organisation.apiClients.href({})} kind="secondary">
          {t.back}
        </ButtonLink>
      </p>
    </Layout>
  )
}
