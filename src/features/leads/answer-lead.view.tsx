import { formats } from '#kernel/format.ts'
import type { Phone } from '#kernel/phone.ts'
import { Button, EmptyState, Form, Layout, Section, SummaryList, Table, Tag, TextArea } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { leadTexts } from './answer-lead.texts.ts'
import type { Lead, LeadPeriods } from './lead.ts'

export function leadsView(page: Page, leads: readonly Lead[]) {
  const t = leadTexts[page.language]
  const { dateTime } = formats(page.language)
  const waiting = leads.filter(({ answer }) => answer === null).length
  return (
    <Layout page={page} title={t.title} lead={t.lead(waiting)} wide>
      <Table
        caption={t.caption}
        captionHidden
        columns={[
          {
            label: t.from,
            heads: true,
            cell: ({ id, name, isRestricted }) =>
              isRestricted ? t.restricted : <a href={routes.operator.lead.href({ leadId: id })}>{name}</a>,
          },
          { label: t.company, cell: ({ company, isRestricted }) => (isRestricted ? '–' : company) },
          { label: t.received, cell: ({ receivedAt }) => dateTime(receivedAt) },
          { label: t.state, cell: (lead) => <State page={page} lead={lead} /> },
        ]}
        rows={leads}
        empty={<EmptyState title={t.none} icon="mail" />}
      />
    </Layout>
  )
}

const State = ({ page, lead }: { page: Page; lead: Lead }) => {
  const t = leadTexts[page.language]
  const { dayMonth } = formats(page.language)
  return lead.answer ? (
    <Tag tone="success">{t.answered(dayMonth(lead.answer.eraseOn))}</Tag>
  ) : (
    <Tag tone="warning">{t.waiting(dayMonth(lead.reviewOn))}</Tag>
  )
}

type Answering = { readonly form: FormState; readonly periods: LeadPeriods }

export function leadView(page: Page, lead: Lead, { form, periods }: Answering) {
  const t = leadTexts[page.language]
  const { phone, dateTime, period } = formats(page.language)
  return (
    <Layout
      page={page}
      title={t.writes(lead.name, lead.company)}
      back={{ href: routes.operator.leads.href({}), label: t.back }}
    >
      <State page={page} lead={lead} />
      <SummaryList
        items={[
          { label: t.received, value: dateTime(lead.receivedAt) },
          { label: t.phone, value: phone(lead.phone as Phone) },
          { label: t.email, value: lead.email },
          { label: t.language, value: t.languages[lead.language] },
        ]}
      />
      <Section title={t.message}>{paragraphs(lead.message)}</Section>
      {lead.answer ? (
        <Section title={t.sent}>{paragraphs(lead.answer.text)}</Section>
      ) : (
        <Section title={t.answerTitle} lead={t.answerLead(period(periods.answered))}>
          <Form page={page} action={routes.operator.answerLead.href({ leadId: lead.id })} form={form}>
            <TextArea
              page={page}
              form={form}
              name="text"
              label={t.answer}
              hint={t.answerHint}
              maxLength={4000}
              rows={8}
            />
            <Button>{t.send}</Button>
          </Form>
        </Section>
      )}
    </Layout>
  )
}

const paragraphs = (text: string) => text.split(/\n+/).map((line) => <p>{line}</p>)
