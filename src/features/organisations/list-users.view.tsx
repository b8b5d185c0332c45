import { formats } from '#kernel/format.ts'
import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import { dayOf } from '#kernel/time.ts'
import {
  Button,
  CheckboxGroup,
  EmailField,
  EmptyState,
  Form,
  Layout,
  Section,
  Table,
  Tag,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { Role } from '#policy/actor.ts'
import { routes } from '#src/routes.ts'
import { invitationState } from './invitation-state.ts'
import type { InvitationRow } from './invitations.sql.ts'
import { usersTexts } from './list-users.texts.ts'
import { roleTexts } from './role-names.ts'
import type { UserRow } from './users.sql.ts'

export type UsersShown = {
  readonly users: readonly UserRow[]
  readonly invitations: readonly InvitationRow[]
  readonly roles: readonly Role[]
  readonly self: Id<'user'> | null
}

export function usersView(page: Page, shown: UsersShown, form: FormState) {
  const t = usersTexts[page.language]
  const organisation = page.reader.kind === 'staff' ? page.reader.organisation : ''
  return (
    <Layout page={page} title={t.title} lead={t.lead(organisation)} wide>
      <UserTable page={page} shown={shown} />
      <Section title={t.invitations} lead={t.invitationsLead}>
        <InvitationTable page={page} invitations={shown.invitations} />
      </Section>
      <Section title={t.inviteTitle} lead={t.inviteLead}>
        <InviteForm page={page} roles={shown.roles} form={form} />
      </Section>
    </Layout>
  )
}

const UserTable = ({ page, shown }: { page: Page; shown: UsersShown }) => {
  const t = usersTexts[page.language]
  return (
    <Table
      caption={t.users}
      columns={[
        {
          label: t.name,
          heads: true,
          cell: (user) => (
            <>
              <a href={routes.organisation.user.href({ userId: user.id })}>{user.name}</a>
              {user.id === shown.self && ` (${t.you})`}
            </>
          ),
        },
        { label: t.email, cell: (user) => user.email },
        { label: t.roles, cell: (user) => roleNames(user.roles, page.language) || t.noRoles },
      ]}
      rows={shown.users}
    />
  )
}

const InvitationTable = ({ page, invitations }: { page: Page; invitations: readonly InvitationRow[] }) => {
  const t = usersTexts[page.language]
  return (
    <Table
      caption={t.invitations}
      captionHidden
      columns={[
        { label: t.name, heads: true, cell: ({ name }) => name },
        { label: t.email, cell: ({ email }) => email },
        { label: t.roles, cell: ({ roles }) => roleNames(roles, page.language) },
        { label: t.state, cell: (invitation) => <InvitationTag page={page} invitation={invitation} /> },
        { label: t.actions, cell: (invitation) => <InvitationButtons page={page} invitation={invitation} /> },
      ]}
      rows={invitations}
      empty={<EmptyState title={t.noInvitations} icon="mail" />}
    />
  )
}

const tones = { open: 'info', expired: 'warning', accepted: 'success', withdrawn: 'neutral' } as const

/** How an invitation stands, in words. */
export const InvitationTag = ({ page, invitation }: { page: Page; invitation: InvitationRow }) => {
  const { kind, at } = invitationState(invitation, page.now)
  const day = formats(page.language).dayMonth(dayOf(at))
  const { short, when } = usersTexts[page.language].states[kind]
  return (
    <>
      <Tag tone={tones[kind]}>{short}</Tag> {when(day)}
    </>
  )
}

/** What can be done about an invitation; nothing when it is settled. */
export const InvitationButtons = ({ page, invitation }: { page: Page; invitation: InvitationRow }) => {
  const t = usersTexts[page.language]
  if (invitation.accepted_at || invitation.withdrawn_at) return null
  const params = { invitationId: invitation.id }
  const which = <span class="visually-hidden">{t.to(invitation.name)}</span>
  return (
    <Form page={page} action={routes.organisation.resendInvitation.href(params)} class="button-row">
      <Button kind="secondary">
        {t.resend}
        {which}
      </Button>
      <Button kind="quiet" formAction={routes.organisation.withdrawInvitation.href(params)}>
        {t.withdraw}
        {which}
      </Button>
    </Form>
  )
}

const InviteForm = ({ page, roles, form }: { page: Page; roles: readonly Role[]; form: FormState }) => {
  const t = usersTexts[page.language]
  const field = { page, form }
  return (
    <Form page={page} action={routes.organisation.invite.href({})} form={form}>
      <TextField {...field} name="name" label={t.name} autocomplete="off" />
      <EmailField {...field} name="email" label={t.email} hint={t.emailHint} autocomplete="off" />
      <CheckboxGroup {...field} name="roles" label={t.rolesLabel} options={roleOptions(roles, page.language)} />
      <Button>{t.invite}</Button>
    </Form>
  )
}

export const roleOptions = (roles: readonly Role[], language: Language) =>
  roles.map((role) => ({ value: role, label: roleTexts[language][role].name, hint: roleTexts[language][role].may }))

const roleNames = (roles: readonly Role[], language: Language): string =>
  roles.map((role) => roleTexts[language][role].name).join(', ')
