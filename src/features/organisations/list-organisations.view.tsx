import type { Id } from '#kernel/ids.ts'
import { ButtonLink, ButtonRow, EmptyState, Layout, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { InvitationRow } from './invitations.sql.ts'
import { organisationsTexts } from './list-organisations.texts.ts'
import { InvitationButtons, InvitationTag } from './list-users.view.tsx'
import type { OrganisationRow } from './organisations.sql.ts'

type Shown = {
  readonly organisations: readonly OrganisationRow[]
  readonly invitations: ReadonlyMap<Id<'organisation'>, InvitationRow>
  readonly mayRegister: boolean
}

export function organisationsView(page: Page, { organisations, invitations, mayRegister }: Shown) {
  const t = organisationsTexts[page.language]
  const insurers = organisations.filter(({ kind }) => kind === 'insurer').length
  return (
    <Layout page={page} title={t.title} lead={t.lead(insurers, organisations.length - insurers)} wide>
      {mayRegister && (
        <ButtonRow>
          <ButtonLink href={routes.operator.register.form.href({})}>{t.register}</ButtonLink>
        </ButtonRow>
      )}
      <Table
        caption={t.caption}
        captionHidden
        columns={[
          { label: t.name, heads: true, cell: ({ name }) => name },
          { label: t.kind, cell: ({ kind }) => t.kinds[kind] },
          { label: t.cvr, cell: ({ cvr }) => cvr },
          { label: t.town, cell: ({ town }) => town ?? '–' },
          {
            label: t.administrator,
            cell: ({ id }) => (
              <FirstAdministrator page={page} invitation={invitations.get(id)} mayChange={mayRegister} />
            ),
          },
        ]}
        rows={organisations}
        empty={<EmptyState title={t.none} icon="place" />}
      />
    </Layout>
  )
}

type FirstProps = { page: Page; invitation: InvitationRow | undefined; mayChange: boolean }

const FirstAdministrator = ({ page, invitation, mayChange }: FirstProps) => {
  if (!invitation) return <>{organisationsTexts[page.language].unknown}</>
  return (
    <>
      <p>{invitation.name}</p>
      <InvitationTag page={page} invitation={invitation} />
      {mayChange && <InvitationButtons page={page} invitation={invitation} />}
    </>
  )
}
