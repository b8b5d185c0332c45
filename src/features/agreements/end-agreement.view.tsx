import type { KeptUntil } from '#features/retention/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  Layout,
  RadioGroup,
  Section,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AgreementRow, Figures } from './agreements.sql.ts'
import { type EndingReason, endingReasons } from './agreements.ts'
import { endAgreementTexts } from './end-agreement.texts.ts'
import { organisationTexts } from './show-organisation.texts.ts'
import { Kept } from './show-organisation.view.tsx'

export function endingFormView(page: Page, found: AgreementRow, form: FormState) {
  const t = endAgreementTexts[page.language]
  const { reasons } = organisationTexts[page.language]
  const params = { organisationId: found.id }
  return (
    <Layout
      page={page}
      title={t.title(found.name)}
      lead={t.lead}
      back={{ href: routes.operator.organisation.show.href(params), label: found.name }}
    >
      <Form page={page} method="get" action={routes.operator.organisation.ending.consequences.href(params)} form={form}>
        <DateField page={page} form={form} name="lastDay" label={t.lastDay} hint={t.lastDayHint} />
        <RadioGroup
          page={page}
          form={form}
          name="reason"
          label={t.reason}
          options={endingReasons.map((value) => ({ value, label: upperFirst(reasons[value]) }))}
        />
        <Button>{t.next}</Button>
      </Form>
    </Layout>
  )
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export type Consequences = {
  readonly found: AgreementRow
  readonly lastDay: Temporal.PlainDate
  readonly reason: EndingReason
  readonly figures: Figures
  readonly kept: readonly KeptUntil[]
  readonly accessUntil: Temporal.PlainDate
}

export function consequencesView(page: Page, all: Consequences) {
  const t = endAgreementTexts[page.language]
  const { found, lastDay, reason, kept } = all
  const params = { organisationId: found.id }
  const isToday = dayOf(page.now).equals(lastDay)
  return (
    <Layout
      page={page}
      title={t.consequencesTitle(found.name)}
      back={{ href: routes.operator.organisation.ending.form.href(params), label: t.change }}
    >
      <Alert page={page} kind="warning">
        <p>{isToday ? t.today : t.later(formats(page.language).dateLong(lastDay))}</p>
      </Alert>
      <Section title={t.happens}>
        <ul>
          {linesOf(page, all).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <Kept page={page} kept={kept} />
      </Section>
      <Form page={page} action={routes.operator.organisation.ending.create.href(params)}>
        <input type="hidden" name="lastDay" value={lastDay.toString()} />
        <input type="hidden" name="reason" value={reason} />
        <ButtonRow>
          <Button kind="danger">{t.confirm}</Button>
          <ButtonLink href={routes.operator.organisation.ending.form.href(params)} kind="secondary">
            {t.change}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Layout>
  )
}

function linesOf(page: Page, { found, figures, accessUntil }: Consequences): string[] {
  const t = endAgreementTexts[page.language]
  const cases = found.kind === 'insurer' ? t.casesClosed : t.casesMoved
  const said = (n: number, line: (n: number) => string) => (n > 0 ? [line(n)] : [])
  const waits = figures.journals + figures.requests > 0
  return [
    t.users(figures.users),
    ...said(figures.invitations, t.invitations),
    ...said(figures.credentials, t.credentials),
    cases(figures.open_cases),
    ...said(figures.visits, t.visits),
    t.booking,
    ...said(figures.journals, t.journals),
    ...said(figures.requests, t.requests),
    waits ? t.contacts(formats(page.language).dateLong(accessUntil)) : t.contactsAtOnce,
  ]
}
