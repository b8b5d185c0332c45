import {
  activitiesAboutStaff,
  directFieldWords,
  isAboutTheAccount,
  staffFields,
} from '#features/direct-requests/index.ts'
import { Complaint, type Right, rightTexts } from '#features/rights/index.ts'
import { Alert, Button, ButtonLink, Form, Layout, SelectField, TextArea, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { Activity, PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { askOwnTexts } from './ask-about-self.texts.ts'
import { StayingList } from './own-parts.view.tsx'
import { ownDataTexts } from './own-words.texts.ts'

type Asking = { readonly right: Right; readonly model: PolicyModel }
type Part = Asking & { readonly page: Page; readonly form: FormState }

export function askOwnView(page: Page, asking: Asking, form: FormState) {
  const t = askOwnTexts[page.language]
  const { right } = asking
  const part = { page, form }
  return (
    <Layout
      page={page}
      title={rightTexts[page.language].rights[right].name}
      lead={ownDataTexts[page.language].what[right]}
      back={{ href: routes.account.data.show.href({}), label: t.back }}
    >
      <Beforehand {...part} {...asking} />
      <Form page={page} form={form} action={routes.account.data.create.href({ right })}>
        {right === 'rectification' ? <Correction {...part} /> : <What {...part} {...asking} />}
        <p>{t.identity}</p>
        <p>{t.answer}</p>
        <Button>{t.send}</Button>
      </Form>
      <Complaint page={page} />
    </Layout>
  )
}

/** What one should know first: that the copy is there at once, what an erasure leaves, and what a restriction stops. */
function Beforehand({ page, right, model }: Part) {
  const t = askOwnTexts[page.language]
  const download = (
    <p>
      <ButtonLink href={routes.account.data.show.href({})} icon="file" kind="secondary">
        {t.download}
      </ButtonLink>
    </p>
  )
  switch (right) {
    case 'access':
    case 'portability':
      return (
        <>
          <p>{t.downloadFirst}</p>
          {download}
        </>
      )
    case 'erasure':
      return (
        <Alert page={page} kind="warning">
          <p>{t.ends}</p>
          <p>{t.stays}</p>
          <StayingList page={page} model={model} />
          {download}
        </Alert>
      )
    case 'rectification':
      return null
    case 'restriction':
    case 'objection':
      return (
        <Alert page={page}>
          <p>{t[right]}</p>
        </Alert>
      )
  }
}

function What({ page, form, right, model }: Part) {
  const t = askOwnTexts[page.language]
  const part = { page, form }
  const isFree = right !== 'restriction' && right !== 'objection'
  const isAccount = ({ id }: Activity) => isAboutTheAccount(model, id)
  const options = activitiesAboutStaff(model)
    .toSorted((one, other) => Number(isAccount(other)) - Number(isAccount(one)))
    .map((one) => ({
      value: one.id,
      label: isAccount(one) ? t.account(one.name[page.language]) : one.name[page.language],
    }))
  return (
    <>
      <SelectField {...part} name="activity" label={t.activity} hint={t.activityHint} options={options} />
      <TextArea
        {...part}
        name="text"
        label={isFree ? t.more : t.why}
        hint={isFree ? undefined : t.whyHint}
        optional={isFree}
        maxLength={2000}
        rows={4}
      />
    </>
  )
}

function Correction({ page, form }: { readonly page: Page; readonly form: FormState }) {
  const t = askOwnTexts[page.language]
  const part = { page, form }
  const options = staffFields.map((field) => ({ value: field, label: directFieldWords(field, page.language) }))
  return (
    <>
      <SelectField {...part} name="field" label={t.field} options={options} />
      <TextArea {...part} name="text" label={t.wrong} maxLength={2000} rows={3} />
      <TextField {...part} name="proposal" label={t.proposal} />
    </>
  )
}
