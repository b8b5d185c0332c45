import { formats } from '#kernel/format.ts'
import { Alert, Button, ButtonLink, ButtonRow, Form, Layout, Table } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'
import type { NamedVisit } from './named-visit.ts'
import { hoursTexts } from './opening-hours.texts.ts'

type ConflictsProps = {
  readonly page: Page
  readonly visits: readonly NamedVisit[]
  readonly action: string
  readonly values: FormState['values']
  readonly back: string
}

export function conflictsView({ page, visits, action, values, back }: ConflictsProps): Html {
  const t = hoursTexts[page.language]
  return (
    <Layout page={page} title={t.conflictsTitle} back={{ href: back, label: t.back }}>
      <Alert page={page} kind="warning">
        <p>{t.conflictsLead(visits.length)}</p>
      </Alert>
      <Table
        caption={t.conflicts}
        rows={visits}
        columns={[
          {
            label: t.patient,
            heads: true,
            cell: ({ row, name }) => (
              <a href={routes.clinic.appointment.show.href({ appointmentId: row.id })}>
                {name ?? calendarTexts[page.language].unknownPatient}
              </a>
            ),
          },
          { label: t.time, cell: ({ row }) => formats(page.language).weekdayDateTime(row.starts_at) },
          { label: t.practitioner, cell: ({ row }) => row.practitioner_name },
        ]}
      />
      <Form page={page} action={action}>
        <HiddenValues values={values} />
        <input type="hidden" name="accepted" value="yes" />
        <ButtonRow>
          <Button>{t.saveAnyway}</Button>
          <ButtonLink href={back} kind="secondary">
            {t.goBack}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Layout>
  )
}

/** What was typed, carried on to the next step. */
const HiddenValues = ({ values }: { readonly values: FormState['values'] }): Html => (
  <>
    {Object.entries(values).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => <input type="hidden" name={name} value={one} />),
    )}
  </>
)
