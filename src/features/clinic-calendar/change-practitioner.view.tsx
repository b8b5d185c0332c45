import { Button, DateField, Form, Section } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { ServicesField } from './add-practitioner.view.tsx'
import type { PractitionerRow } from './clinic.sql.ts'
import type { TreatmentChoice } from './practice.sql.ts'
import { practiceTexts } from './practice.texts.ts'

type PartProps = { readonly page: Page; readonly practitioner: PractitionerRow; readonly form: FormState }

export const ServicesSection = ({
  page,
  practitioner,
  form,
  services,
}: PartProps & { readonly services: readonly TreatmentChoice[] }): Html => {
  const t = practiceTexts[page.language]
  return (
    <Section title={t.changeServices}>
      <Form page={page} action={routes.clinic.services.href({ practitionerId: practitioner.id })} form={form}>
        <ServicesField page={page} form={form} services={services} />
        <Button kind="secondary">{t.saveServices}</Button>
      </Form>
    </Section>
  )
}

export const LeavingSection = ({ page, practitioner, form }: PartProps): Html => {
  const t = practiceTexts[page.language]
  return (
    <Section title={t.leaving} lead={t.leavingLead}>
      <Form page={page} action={routes.clinic.departure.href({ practitionerId: practitioner.id })} form={form}>
        <DateField page={page} form={form} name="lastDay" label={t.lastDay} hint={t.lastDayHint} optional />
        <Button kind="secondary">{t.saveLastDay}</Button>
      </Form>
    </Section>
  )
}
