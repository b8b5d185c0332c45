import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import { Button, DateField, Form, Layout, Section, SummaryList, TextField } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { LeavingSection, ServicesSection } from './change-practitioner.view.tsx'
import type { PractitionerRow } from './clinic.sql.ts'
import { hoursInForce, weekdays, weekSentence } from './hours-in-force.ts'
import type { HoursRow } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import type { TreatmentChoice } from './practice.sql.ts'
import { practiceTexts } from './practice.texts.ts'

type PractitionerProps = {
  readonly page: Page
  readonly today: Temporal.PlainDate
  readonly practitioner: PractitionerRow
  readonly hours: readonly HoursRow[]
  readonly forms: { readonly week: FormState; readonly services: FormState; readonly lastDay: FormState }
  /** What the profession can give. */
  readonly services: readonly TreatmentChoice[]
  readonly mayChange: boolean
}

export function practitionerView(props: PractitionerProps): Html {
  const { page, practitioner, forms, services, mayChange } = props
  const t = hoursTexts[page.language]
  const treatments = page.language === 'da' ? practitioner.treatments_da : practitioner.treatments_en
  return (
    <Layout
      page={page}
      title={t.hoursOf(practitioner.name)}
      lead={treatments.join(', ')}
      back={{ href: routes.clinic.practitioners.href({}), label: t.back }}
    >
      <Weeks {...props} />
      {mayChange && (
        <Section title={t.change} lead={t.weekHint}>
          <WeekForm {...props} />
        </Section>
      )}
      {mayChange && services.length > 1 && (
        <ServicesSection page={page} practitioner={practitioner} form={forms.services} services={services} />
      )}
      {mayChange && <LeavingSection page={page} practitioner={practitioner} form={forms.lastDay} />}
    </Layout>
  )
}

/** What holds now, and what is decided for later. */
const Weeks = ({ page, today, hours, practitioner: { active_until } }: PractitionerProps): Html => {
  const t = hoursTexts[page.language]
  const later = [...new Set(hours.map(({ valid_from }) => valid_from.toString()))]
    .map((day) => Temporal.PlainDate.from(day))
    .filter((day) => Temporal.PlainDate.compare(day, today) > 0)
  return (
    <SummaryList
      items={[
        { label: t.hours, value: weekSentence(page.language, hoursInForce(hours, today)) || t.closedAllWeek },
        ...later.map((day) => ({
          label: t.fromDay(formats(page.language).dateLong(day)),
          value: weekSentence(page.language, hoursInForce(hours, day)),
        })),
        ...(active_until
          ? [{ label: practiceTexts[page.language].lastDay, value: formats(page.language).dateLong(active_until) }]
          : []),
      ]}
    />
  )
}

const fields = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const WeekForm = ({ page, practitioner, forms: { week: form } }: PractitionerProps): Html => {
  const t = hoursTexts[page.language]
  return (
    <Form page={page} action={routes.clinic.hours.href({ practitionerId: practitioner.id })} form={form}>
      {fields.map((name, index) => (
        <TextField
          page={page}
          form={form}
          name={name}
          label={capital(weekdays[page.language][index] ?? '')}
          width="medium"
        />
      ))}
      <DateField page={page} form={form} name="validFrom" label={t.validFrom} hint={t.validFromHint} />
      <Button>{t.save}</Button>
    </Form>
  )
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
