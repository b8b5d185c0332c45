import { formats } from '#kernel/format.ts'
import {
  Alert,
  Button,
  ButtonLink,
  DateField,
  Form,
  Layout,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { OpenedRequest } from './found-request.ts'
import { sessionRequestTexts } from './session-requests.texts.ts'

type Part = { readonly page: Page; readonly request: OpenedRequest }

export function answerSessionRequestView(page: Page, request: OpenedRequest, form: FormState) {
  const t = sessionRequestTexts[page.language]
  const { found, standing, name } = request
  const treatment = page.language === 'da' ? found.treatment_da : found.treatment_en
  const until = formats(page.language).dateShort(standing.valid_until)
  return (
    <Layout
      page={page}
      title={t.oneTitle(found.clinic_name, found.sessions)}
      lead={t.oneLead(name, treatment, found.case_number)}
      back={{ href: routes.sessionRequest.list.href({}), label: t.back }}
    >
      <p>{t.standing(standing.used, standing.approved, until)}</p>
      <p>
        <ButtonLink href={routes.case.show.href({ caseId: found.case_id })} kind="secondary">
          {t.seeCase}
        </ButtonLink>
      </p>
      <Section title={t.reason}>
        <blockquote>
          <p>{request.reason}</p>
        </blockquote>
      </Section>
      {found.answered_at ? (
        <GivenAnswer page={page} request={request} />
      ) : (
        <AnswerForm page={page} request={request} form={form} />
      )}
    </Layout>
  )
}

function GivenAnswer({ page, request: { found, refusal } }: Part) {
  const t = sessionRequestTexts[page.language]
  const { dateTime, dateShort } = formats(page.language)
  if (!found.answered_at) return null
  const when = dateTime(found.answered_at)
  return (
    <Section title={t.answerSection}>
      {found.granted !== null && found.granted_until !== null ? (
        <p>{t.grantedLine(found.granted, dateShort(found.granted_until), when)}</p>
      ) : (
        <>
          <p>{t.refusedLine(when)}</p>
          <blockquote>
            <p>{refusal}</p>
          </blockquote>
        </>
      )}
    </Section>
  )
}

function AnswerForm({ page, request: { found }, form }: Part & { form: FormState }) {
  const t = sessionRequestTexts[page.language]
  const part = { page, form }
  const decisions = [
    { value: 'grant', label: t.grant, disabled: !found.consent_is_live },
    { value: 'refuse', label: t.refuse },
  ]
  return (
    <Section title={t.answerSection}>
      {!found.consent_is_live && (
        <Alert page={page} kind="warning">
          <p>{t.frozen}</p>
        </Alert>
      )}
      <Form page={page} form={form} action={routes.sessionRequest.answer.href({ requestId: found.id })}>
        <RadioGroup {...part} name="decision" label={t.decision} options={decisions} />
        <TextField {...part} name="sessions" label={t.count} hint={t.countHint} inputMode="numeric" width="short" />
        <DateField {...part} name="until" label={t.until} hint={t.untilHint} />
        <TextArea {...part} name="refusal" label={t.refusal} hint={t.refusalHint} maxLength={2000} rows={3} />
        <p>{t.told}</p>
        <Button>{t.answer}</Button>
      </Form>
    </Section>
  )
}
