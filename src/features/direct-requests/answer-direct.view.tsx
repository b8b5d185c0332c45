import { courseOf, deadlineOf, lawsAgainst, rightTexts } from '#features/rights/index.ts'
import { formats } from '#kernel/format.ts'
import {
  Alert,
  Button,
  Form,
  Layout,
  RadioGroup,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { Actor } from '#policy/actor.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { answerDirectTexts } from './answer-direct.texts.ts'
import { isWritten } from './direct-decision-form.ts'
import { DirectAnswer, DirectAsked, DirectHistory } from './direct-parts.view.tsx'
import { isAboutTheAccount } from './direct-request.ts'
import type { DirectRow } from './direct-requests.sql.ts'
import { ExtendDirect, LiftDirect } from './direct-steps.view.tsx'
import type { OpenedDirect } from './found-direct.ts'
import { directName } from './list-direct-requests.view.tsx'

type Shown = { readonly request: OpenedDirect; readonly model: PolicyModel; readonly actor: Actor }
type Part = Shown & { readonly page: Page; readonly form: FormState }

export function answerDirectView(page: Page, shown: Shown, form: FormState) {
  const { request, model } = shown
  const t = answerDirectTexts[page.language]
  return (
    <Layout
      page={page}
      title={directName(page, request.found)}
      lead={leadOf(page, request)}
      back={{ href: routes.directRequest.list.href({}), label: t.back }}
    >
      <DirectAsked page={page} request={request} model={model} />
      <NextStep {...shown} page={page} form={form} />
      <DirectAnswer page={page} request={request} />
      <DirectHistory page={page} request={request} />
    </Layout>
  )
}

function leadOf(page: Page, { found, who }: OpenedDirect): string {
  const t = answerDirectTexts[page.language]
  const due = deadlineOf(courseOf(found))
  if (found.answer || !due) return t.answered(who ?? t.somebody)
  return t.lead(who ?? t.somebody, formats(page.language).dateLong(due))
}

/** What can be done now: answer or ask for time, or lift what was restricted. Not by whoever asked. */
function NextStep(part: Part) {
  const { page, request, actor, form } = part
  const { found } = request
  if (actor.kind === 'staff' && actor.userId === found.user_id)
    return (
      <Alert page={page}>
        <p>{answerDirectTexts[page.language].own}</p>
      </Alert>
    )
  if (found.answer) return found.is_restricting ? <LiftDirect page={page} found={found} form={form} /> : null
  return (
    <>
      <AnswerForm {...part} />
      {!found.is_extended && <ExtendDirect page={page} found={found} form={form} />}
    </>
  )
}

function AnswerForm({ page, request: { found }, model, form: whole }: Part) {
  const t = answerDirectTexts[page.language]
  const form = { values: whole.values, errors: whole.errors.filter(({ field }) => field !== 'reason') }
  const part = { page, form }
  const decisions = [
    { value: 'grant', label: t.grant },
    { value: 'refuse', label: t.refuse },
  ]
  const laws = lawsAgainst(found.right).map((law) => ({ value: law, label: rightTexts[page.language].laws[law] }))
  return (
    <Section title={t.answerTitle}>
      <Alert page={page} kind={found.right === 'erasure' ? 'warning' : 'info'}>
        <p>{t.consequence[consequenceOf(found, model)]}</p>
      </Alert>
      <Form page={page} form={form} action={routes.directRequest.answer.href({ rightsRequestId: found.id })}>
        <RadioGroup {...part} name="decision" label={t.decision} options={decisions} />
        {isWritten(found.field) && <TextField {...part} name="value" label={t.value} hint={t.valueHint} />}
        <SelectField {...part} name="law" label={t.law} hint={t.lawHint} options={laws} />
        <TextArea {...part} name="note" label={t.note} hint={t.noteHint} maxLength={2000} rows={4} />
        <Button>{t.send}</Button>
      </Form>
    </Section>
  )
}

/** What a yes does by itself, and what is left to do by hand. */
function consequenceOf(found: DirectRow, model: PolicyModel) {
  const { right, field, lead_id: leadId, user_id: userId } = found
  const isAccount = userId !== null && isAboutTheAccount(model, found.activity)
  if (right === 'rectification') return isWritten(field) ? right : ('rectification-other' as const)
  if (right === 'erasure') return isAccount ? ('erasure-account' as const) : right
  if (right === 'restriction' && isAccount) return 'restriction-account' as const
  if ((right === 'restriction' || right === 'objection') && leadId) return `${right}-lead` as const
  return right
}
