import { ButtonLink, EmptyState } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { practiceTexts } from './practice.texts.ts'

/** What a new clinic does first, told to those who may. */
export const NobodyYet = ({ page, mayChange }: { readonly page: Page; readonly mayChange: boolean }): Html => {
  const t = practiceTexts[page.language]
  if (!mayChange) return <EmptyState title={hoursTexts[page.language].noPractitioners} icon="person" />
  const first = <ButtonLink href={routes.clinic.newPractitioner.form.href({})}>{t.add}</ButtonLink>
  return (
    <EmptyState title={t.firstPractitioner} icon="person" action={first}>
      {t.firstPractitionerText}
    </EmptyState>
  )
}
