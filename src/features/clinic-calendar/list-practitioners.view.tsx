import { formats } from '#kernel/format.ts'
import { holidayOn } from '#kernel/holidays.ts'
import type { Temporal } from '#kernel/time.ts'
import { Alert, Button, ButtonLink, ButtonRow, Form, Layout, Section, Table, Tag } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { PractitionerRow, RoomRow } from './clinic.sql.ts'
import { ExceptionForm, ExceptionTable } from './exceptions.view.tsx'
import { hoursInForce, weekSentence } from './hours-in-force.ts'
import { NobodyYet } from './nobody-yet.view.tsx'
import type { ExceptionRow, HoursRow } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { practiceTexts } from './practice.texts.ts'

type PractitionersProps = {
  readonly page: Page
  readonly today: Temporal.PlainDate
  readonly practitioners: readonly PractitionerRow[]
  readonly rooms: readonly RoomRow[]
  readonly hours: readonly HoursRow[]
  readonly exceptions: readonly ExceptionRow[]
  readonly holidays: readonly Temporal.PlainDate[]
  readonly form: FormState
  readonly mayChange: boolean
}

export function practitionersView(props: PractitionersProps): Html {
  const { page, practitioners, rooms, exceptions, mayChange } = props
  const t = hoursTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide>
      {rooms.length === 0 && practitioners.length > 0 && <NoRoomYet {...props} />}
      <Practitioners {...props} />
      <ButtonRow>
        {mayChange && practitioners.length > 0 && (
          <ButtonLink href={routes.clinic.newPractitioner.form.href({})} kind="secondary">
            {practiceTexts[page.language].add}
          </ButtonLink>
        )}
        <ButtonLink href={routes.clinic.rooms.href({})} kind="secondary">
          {t.toRooms}
        </ButtonLink>
      </ButtonRow>
      {practitioners.length > 0 && (
        <Section title={t.exceptions} lead={t.exceptionsLead}>
          <ExceptionTable page={page} exceptions={exceptions} mayChange={mayChange} />
        </Section>
      )}
      {practitioners.length > 0 && <Holidays {...props} />}
      {mayChange && practitioners.length > 0 && (
        <Section title={t.newException}>
          <ExceptionForm {...props} />
        </Section>
      )}
    </Layout>
  )
}

const Practitioners = ({ page, today, practitioners, hours, mayChange }: PractitionersProps): Html => {
  const t = hoursTexts[page.language]
  return (
    <Table
      caption={t.practitioners}
      rows={practitioners}
      empty={<NobodyYet page={page} mayChange={mayChange} />}
      columns={[
        {
          label: t.practitioner,
          heads: true,
          cell: ({ id, name }) => <a href={routes.clinic.practitioner.href({ practitionerId: id })}>{name}</a>,
        },
        {
          label: t.treatments,
          cell: ({ treatments_da, treatments_en }) =>
            (page.language === 'da' ? treatments_da : treatments_en).join(', '),
        },
        {
          label: t.hours,
          cell: ({ id }) => {
            const own = hours.filter((row) => row.practitioner_id === id)
            return weekSentence(page.language, hoursInForce(own, today)) || t.closedAllWeek
          },
        },
      ]}
    />
  )
}

const NoRoomYet = ({ page, mayChange }: Pick<PractitionersProps, 'page' | 'mayChange'>): Html => {
  const t = practiceTexts[page.language]
  return (
    <Alert page={page} kind="warning" title={hoursTexts[page.language].noRooms}>
      <p>
        {t.firstRoomText} {mayChange && <a href={routes.clinic.rooms.href({})}>{t.toFirstRoom}</a>}
      </p>
    </Alert>
  )
}

const Holidays = ({ page, holidays, exceptions, mayChange }: PractitionersProps): Html | null => {
  const t = hoursTexts[page.language]
  if (holidays.length === 0) return null
  const isClosed = (day: Temporal.PlainDate) =>
    exceptions.some((e) => e.kind === 'closed' && !e.practitioner_id && !e.room_id && !e.opens && e.on_date.equals(day))
  return (
    <Section title={t.holidays} lead={t.holidaysLead}>
      <Table
        caption={t.holidays}
        captionHidden
        rows={holidays}
        columns={[
          { label: t.date, heads: true, cell: (day) => formats(page.language).dateLong(day) },
          { label: t.reason, cell: (day) => holidayOn(day)?.[page.language] ?? '' },
          {
            label: t.what,
            cell: (day) =>
              isClosed(day) ? (
                <Tag>{t.holidayClosed}</Tag>
              ) : mayChange ? (
                <CloseHoliday page={page} day={day} />
              ) : (
                <Tag tone="warning">{t.holidayOpen}</Tag>
              ),
          },
        ]}
      />
    </Section>
  )
}

const CloseHoliday = ({ page, day }: { readonly page: Page; readonly day: Temporal.PlainDate }): Html => {
  const t = hoursTexts[page.language]
  return (
    <Form page={page} action={routes.clinic.exception.create.href({})} class="button-row">
      <input type="hidden" name="whom" value="clinic" />
      <input type="hidden" name="kind" value="closed" />
      <input type="hidden" name="date" value={day.toString()} />
      <input type="hidden" name="reason" value={holidayOn(day)?.da ?? ''} />
      <Tag tone="warning">{t.holidayOpen}</Tag>
      <Button kind="secondary">
        {t.closeThatDay}
        <span class="visually-hidden"> {formats(page.language).dateLong(day)}</span>
      </Button>
    </Form>
  )
}
