import type { Lead } from '#features/leads/index.ts'
import { formats } from '#kernel/format.ts'
import type { Phone } from '#kernel/phone.ts'
import { dayOf } from '#kernel/time.ts'
import {
  Button,
  ButtonLink,
  Details,
  Form,
  RadioGroup,
  Section,
  SelectField,
  SummaryList,
  Tag,
  TextArea,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { askableRights } from './ask-form.ts'
import { writtenTexts } from './view-written.texts.ts'

type Part = { readonly page: Page; readonly token: string }

/** One thing that was written, with what can be done about it at once. */
export function OneEnquiry({ page, lead, token }: Part & { readonly lead: Lead }) {
  const t = writtenTexts[page.language]
  const { phone, dateShort, dateLong } = formats(page.language)
  const at = { token, leadId: lead.id }
  return (
    <Section title={t.from(dateShort(dayOf(lead.receivedAt)))}>
      {lead.isRestricted && <Tag tone="warning">{t.restricted}</Tag>}
      <SummaryList
        items={[
          { label: t.name, value: lead.name },
          { label: t.company, value: lead.company },
          { label: t.phone, value: phone(lead.phone as Phone) },
          { label: t.message, value: paragraphs(lead.message) },
          lead.answer && { label: t.answer, value: paragraphs(lead.answer.text) },
          { label: t.erasedOn, value: dateLong(lead.answer?.eraseOn ?? lead.reviewOn) },
        ]}
      />
      <p>
        <ButtonLink href={routes.written.correction.form.href(at)} kind="secondary">
          {t.correct}
        </ButtonLink>
      </p>
      <Details summary={t.erase}>
        <p>{t.eraseText}</p>
        <Form page={page} action={routes.written.erasure.href(at)}>
          <div>
            <Button kind="danger">{t.eraseNow}</Button>
          </div>
        </Form>
      </Details>
    </Section>
  )
}

const paragraphs = (text: string) => text.split(/\n+/).map((line) => <p>{line}</p>)

type AskProps = Part & { readonly leads: readonly Lead[]; readonly form: FormState }

export function AskForMore({ page, leads, token, form }: AskProps) {
  const t = writtenTexts[page.language]
  const { dateShort } = formats(page.language)
  const part = { page, form }
  const wishes = askableRights.map((right) => ({ value: right, label: t.rights[right] }))
  const options = leads.map(({ id, receivedAt }) => ({ value: id, label: t.from(dateShort(dayOf(receivedAt))) }))
  return (
    <Section title={t.askTitle} lead={t.askLead}>
      <Form page={page} action={routes.written.ask.href({ token })} form={form}>
        <RadioGroup {...part} name="right" label={t.right} options={wishes} />
        {leads.length > 0 && (
          <SelectField {...part} name="lead" label={t.which} hint={t.whichHint} options={options} optional />
        )}
        <TextArea {...part} name="text" label={t.text} maxLength={2000} rows={4} />
        <Button>{t.send}</Button>
      </Form>
    </Section>
  )
}
