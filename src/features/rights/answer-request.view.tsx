import { formats } from '#kernel/format.ts'
import { Alert, Button, Form, Layout, RadioGroup, Section, SelectField, TextArea } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { answerTexts } from './answer-request.texts.ts'
import { AuthoritiesToTell } from './authority-notices.view.tsx'
import { deadlineOf } from './deadline.ts'
import type { OpenedRequest } from './found-request.ts'
import { rightTexts } from './rights.texts.ts'
import { lawsAgainst } from './rights.ts'
import { courseOf } from './standing.view.tsx'
import { ExtendForm, IdentityForm, LiftForm, ofForm, type RequestPart } from './step-forms.view.tsx'
import { AskedList, History } from './view-request.view.tsx'

export function answerRequestView(page: Page, request: OpenedRequest, form: FormState) {
  const t = answerTexts[page.language]
  const part = { page, request, form }
  return (
    <Layout
      page={page}
      title={rightTexts[page.language].rights[request.found.right].name}
      lead={leadOf(part)}
      back={{ href: routes.rights.list.href({}), label: t.back }}
    >
      <Section title={t.asked}>
        <AskedList page={page} request={request} words={t} />
      </Section>
      <NextStep {...part} />
      <AuthoritiesToTell page={page} request={request} />
      <Section title={t.history}>
        <GivenAnswer {...part} />
        <History page={page} request={request} />
      </Section>
    </Layout>
  )
}

function leadOf({ page, request: { found, name } }: RequestPart): string {
  const t = answerTexts[page.language]
  const who = name ?? t.somebody
  if (found.answer) return t.answered(who)
  const due = deadlineOf(courseOf(found))
  return due ? t.lead(who, formats(page.language).dateLong(due)) : t.paused(who)
}

/** What can be done now: check who asks, answer or ask for time, or lift what was granted. */
function NextStep(part: RequestPart) {
  const { found } = part.request
  if (found.answer) return found.is_restricting && found.right !== 'erasure' ? <LiftForm {...part} /> : null
  if (!found.identified_at) return <IdentityForm {...part} />
  return (
    <>
      <AnswerForm {...part} />
      {!found.is_extended && <ExtendForm {...part} />}
    </>
  )
}

function AnswerForm({ page, request: { found }, form: whole }: RequestPart) {
  const t = answerTexts[page.language]
  const form = ofForm(whole, (field) => field !== 'reason')
  const part = { page, form }
  const decisions = [
    { value: 'grant', label: t.grant },
    { value: 'refuse', label: t.refuse },
  ]
  const laws = lawsAgainst(found.right).map((law) => ({ value: law, label: rightTexts[page.language].laws[law] }))
  return (
    <Section title={t.answerTitle}>
      <Alert page={page} kind={found.right === 'erasure' ? 'warning' : 'info'}>
        <p>{t.consequence[found.right]}</p>
      </Alert>
      <Form page={page} form={form} action={routes.rights.answer.href({ rightsRequestId: found.id })}>
        <RadioGroup {...part} name="decision" label={t.decision} options={decisions} />
        {found.right === 'rectification' && (
          <TextArea {...part} name="value" label={t.value} hint={t.valueHint} maxLength={2000} rows={2} />
        )}
        <SelectField {...part} name="law" label={t.law} hint={t.lawHint} options={laws} />
        <TextArea {...part} name="note" label={t.note} hint={t.noteHint} maxLength={2000} rows={4} />
        <Button>{t.send}</Button>
      </Form>
    </Section>
  )
}

function GivenAnswer({ request: { states } }: RequestPart) {
  const said = states.find(({ state }) => state === 'granted' || state === 'refused')
  if (!said?.note) return null
  return (
    <blockquote>
      <p>{said.note}</p>
    </blockquote>
  )
}
