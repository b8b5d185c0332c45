import { formats } from '#kernel/format.ts'
import type { Id } from '#kernel/ids.ts'
import { ButtonLink, ButtonRow, EmptyState, Layout, Table, Tag } from '#platform/design/index.ts'
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
  const present = organisations.filter(({ has_left }) => !has_left)
  const insurers = present.filter(({ kind }) => kind === 'insurer').length
  return (
    <Layout page={page} title={t.title} lead={t.lead(insurers, present.length - insurers)} wide>
      {mayRegister && (
        <ButtonRow>
          <ButtonLink href={routes.operator.register.form.href({})}>{t.register}</ButtonLink>
        </ButtonRow>
      )}
      <Table
        caption={t.caption}
        captionHidden
        columns={[
          {
            label: t.name,
            heads: true,
            cell: ({ id, name }) => <a href={routes.operator.organisation.show.href({ organisationId: id })}>{name}</a>,
          },
          { label: t.kind, cell: ({ kind }) => t.kinds[kind] },
          { label: t.cvr, cell: ({ cvr }) => cvr },
          { label: t.town, cell: ({ town }) => town ?? '–' },
          { label: t.agreement, cell: (row) => <AgreementTag page={page} organisation={row} /> },
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

const AgreementTag = ({ page, organisation }: { page: Page; organisation: OrganisationRow }) => {
  const t = organisationsTexts[page.language]
  const { last_day: lastDay, has_left: hasLeft } = organisation
  if (!lastDay) return <Tag tone="success">{t.running}</Tag>
  const day = formats(page.language).dateShort(lastDay)
  return <Tag tone={hasLeft ? 'neutral' : 'warning'}>{hasLeft ? t.ended(day) : t.ending(day)}</Tag>
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
