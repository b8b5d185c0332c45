import { formats } from '#kernel/format.ts'
import type { Temporal } from '#kernel/time.ts'
import { Alert, Button, Checkbox, DateField, Form, Layout, Section } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { ServiceFigures } from './end-all-agreements.sql.ts'
import { endServiceTexts } from './end-all-agreements.texts.ts'

type Shown = { readonly figures: ServiceFigures; readonly closesOn: Temporal.PlainDate | null }

/** What ends, in numbers; then the day and a box to tick. Once it is announced, the way back. */
export function endServiceView(page: Page, { figures, closesOn }: Shown, form: FormState) {
  const t = endServiceTexts[page.language]
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead}
      back={{ href: routes.operator.organisations.href({}), label: t.back }}
    >
      {closesOn && <Announced page={page} closesOn={closesOn} />}
      {figures.insurers + figures.clinics === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          <Section title={t.happens}>
            <ul>
              <li>{t.organisations(figures.insurers, figures.clinics)}</li>
              <li>{t.users(figures.users)}</li>
              <li>{t.cases(figures.open_cases)}</li>
              <li>{t.referrals}</li>
              {figures.visits > 0 && <li>{t.visits(figures.visits)}</li>}
              {figures.journals > 0 && <li>{t.journals(figures.journals)}</li>}
              <li>{t.cookies}</li>
            </ul>
          </Section>
          <Form page={page} action={routes.operator.ending.create.href({})} form={form}>
            <DateField page={page} form={form} name="lastDay" label={t.lastDay} hint={t.lastDayHint} />
            <Checkbox page={page} form={form} name="sure" label={t.sure} />
            <Button kind="danger">{t.end}</Button>
          </Form>
        </>
      )}
    </Layout>
  )
}

function Announced({ page, closesOn }: { readonly page: Page; readonly closesOn: Temporal.PlainDate }) {
  const t = endServiceTexts[page.language]
  return (
    <>
      <Alert page={page} kind="warning" title={t.announced(formats(page.language).dateLong(closesOn))}>
        <p>{t.announcedText}</p>
      </Alert>
      <Form page={page} action={routes.operator.ending.takeBack.href({})}>
        <Button kind="secondary">{t.takeBack}</Button>
      </Form>
    </>
  )
}
