import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { Alert, Button, CheckboxGroup, Form, Layout, Section } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { Role } from '#policy/actor.ts'
import { routes } from '#src/routes.ts'
import { roleOptions } from './list-users.view.tsx'
import type { UserRow } from './users.sql.ts'
import { userTexts } from './view-user.texts.ts'

type UserShown = {
  readonly user: UserRow
  /** What the organisation can give. */
  readonly roles: readonly Role[]
  readonly isSelf: boolean
  readonly form: FormState
  /** Why the access could not be removed. */
  readonly refusal?: string
}

export function userView(page: Page, { user, roles, isSelf, form, refusal }: UserShown) {
  const t = userTexts[page.language]
  const { language } = page
  const params = { userId: user.id }
  const since = formats(language).dateLong(dayOf(user.created_at))
  return (
    <Layout
      page={page}
      title={user.name}
      lead={t.lead(user.email, since)}
      back={{ href: routes.organisation.users.href({}), label: t.back }}
    >
      {refusal !== undefined && (
        <Alert page={page} kind="error">
          <p>{refusal}</p>
        </Alert>
      )}
      <Section title={t.rolesTitle}>
        <Form page={page} action={routes.organisation.roles.href(params)} form={form}>
          <CheckboxGroup page={page} form={form} name="roles" label={t.roles} options={roleOptions(roles, language)} />
          <Button>{t.saveRoles}</Button>
        </Form>
      </Section>
      <Section title={t.removeTitle}>
        <p>{t.removeText}</p>
        {isSelf && <p>{t.removeSelf}</p>}
        <Form page={page} action={routes.organisation.removal.href(params)}>
          <Button kind="danger">{t.remove(user.name)}</Button>
        </Form>
      </Section>
    </Layout>
  )
}
