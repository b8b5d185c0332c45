import { texts } from '#kernel/language.ts'
import { ButtonLink, Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'

const words = texts(
  {
    title: 'Du er logget ud',
    lead: 'Sidder du ved en computer, som andre bruger, så luk også browseren.',
    again: 'Log ind igen',
  },
  {
    title: 'You are logged out',
    lead: 'If you are at a computer that others use, close the browser too.',
    again: 'Log in again',
  },
)

export function loggedOutView(page: Page) {
  const t = words[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <p>
        <ButtonLink href={routes.logIn.choose.href({})} kind="secondary">
          {t.again}
        </ButtonLink>
      </p>
    </Layout>
  )
}
