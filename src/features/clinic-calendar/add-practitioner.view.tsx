import type { Language } from '#kernel/language.ts'
import { Button, CheckboxGroup, Form, Layout, RadioGroup, SelectField, TextField } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import type { ColleagueRow, TreatmentChoice } from './practice.sql.ts'
import { practiceTexts } from './practice.texts.ts'
import { hasAuthorisationId, type Profession, professions } from './practice-forms.ts'

const backFrom = (page: Page) => ({
  href: routes.clinic.practitioners.href({}),
  label: hoursTexts[page.language].back,
})

export function chooseProfessionView(page: Page, form: FormState): Html {
  const t = practiceTexts[page.language]
  return (
    <Layout page={page} title={t.add} back={backFrom(page)}>
      <Form page={page} action={routes.clinic.newPractitioner.form.href({})} method="get" form={form}>
        <RadioGroup
          page={page}
          form={form}
          name="profession"
          label={t.whichProfession}
          options={professions.map((value) => ({ value, label: t.professions[value] }))}
        />
        <Button>{t.next}</Button>
      </Form>
    </Layout>
  )
}

type NewPractitionerProps = {
  readonly page: Page
  readonly form: FormState
  readonly profession: Profession
  readonly services: readonly TreatmentChoice[]
  readonly colleagues: readonly ColleagueRow[]
}

export function newPractitionerView({ page, form, profession, services, colleagues }: NewPractitionerProps): Html {
  const t = practiceTexts[page.language]
  const field = { page, form } as const
  return (
    <Layout page={page} title={t.title(t.professions[profession])} back={backFrom(page)}>
      <Form page={page} action={routes.clinic.newPractitioner.create.href({})} form={form}>
        <input type="hidden" name="profession" value={profession} />
        <TextField {...field} name="name" label={t.name} hint={t.nameHint} autocomplete="off" />
        {hasAuthorisationId(profession) && (
          <TextField
            {...field}
            name="authorisationId"
            label={t.authorisation}
            hint={t.authorisationHint}
            width="short"
            autocomplete="off"
          />
        )}
        <ServicesField {...field} services={services} />
        {colleagues.length > 0 && (
          <SelectField
            {...field}
            name="user"
            label={t.user}
            hint={t.userHint}
            optional
            placeholder={t.noUser}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}

type ServicesFieldProps = Pick<NewPractitionerProps, 'page' | 'form' | 'services'>

export const ServicesField = ({ page, form, services }: ServicesFieldProps): Html => {
  const t = practiceTexts[page.language]
  return (
    <CheckboxGroup
      page={page}
      form={form}
      name="services"
      label={t.services}
      hint={t.servicesHint}
      options={services.map((one) => ({ value: one.code, label: nameOf(one, page.language) }))}
    />
  )
}

const nameOf = ({ name_da, name_en }: TreatmentChoice, language: Language) => (language === 'da' ? name_da : name_en)
