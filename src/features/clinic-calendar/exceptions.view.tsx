import { formats } from '#kernel/format.ts'
import {
  Button,
  DateField,
  Form,
  type Option,
  RadioGroup,
  SelectField,
  Table,
  TextField,
  TimeField,
} from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { PractitionerRow, RoomRow } from './clinic.sql.ts'
import type { ExceptionRow } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'

type TableProps = {
  readonly page: Page
  readonly exceptions: readonly ExceptionRow[]
  readonly mayChange: boolean
}

export const ExceptionTable = ({ page, exceptions, mayChange }: TableProps): Html => {
  const t = hoursTexts[page.language]
  if (exceptions.length === 0) return <p>{t.noExceptions}</p>
  return (
    <Table
      caption={t.exceptions}
      captionHidden
      rows={exceptions}
      columns={[
        { label: t.date, heads: true, cell: ({ on_date }) => formats(page.language).dateLong(on_date) },
        { label: t.whom, cell: (row) => row.practitioner_name ?? row.room_name ?? t.wholeClinic },
        { label: t.what, cell: (row) => happening(page, row) },
        { label: t.reason, cell: ({ reason }) => reason },
        ...(mayChange ? [{ label: t.remove, cell: (row: ExceptionRow) => <Remove page={page} row={row} /> }] : []),
      ]}
    />
  )
}

function happening(page: Page, { kind, opens, closes }: ExceptionRow): string {
  const t = hoursTexts[page.language]
  const clock = (time: string) => (page.language === 'da' ? time.replace(':', '.') : time)
  return `${t.kinds[kind]} ${opens && closes ? t.between(clock(opens), clock(closes)) : t.wholeDay}`
}

const Remove = ({ page, row }: { readonly page: Page; readonly row: ExceptionRow }): Html => {
  const t = hoursTexts[page.language]
  return (
    <Form page={page} action={routes.clinic.exception.removal.href({ exceptionId: row.id })} class="button-row">
      <Button kind="quiet">
        {t.remove}
        <span class="visually-hidden"> {t.removeOf(formats(page.language).dateLong(row.on_date))}</span>
      </Button>
    </Form>
  )
}

type FormProps = {
  readonly page: Page
  readonly form: FormState
  readonly practitioners: readonly PractitionerRow[]
  readonly rooms: readonly RoomRow[]
}

/** For the whole clinic, a practitioner or a room; without practitioners it is a room that closes. */
export const ExceptionForm = ({ page, form, practitioners, rooms }: FormProps): Html => {
  const t = hoursTexts[page.language]
  const isForRooms = practitioners.length === 0
  const whom: readonly Option[] = [
    ...(isForRooms ? [] : [{ value: 'clinic', label: t.wholeClinic }]),
    ...practitioners.map(({ id, name }) => ({ value: `practitioner:${id}`, label: name })),
    ...rooms.map(({ id, name }) => ({ value: `room:${id}`, label: name })),
  ]
  return (
    <Form page={page} action={routes.clinic.exception.create.href({})} form={form}>
      <SelectField page={page} form={form} name="whom" label={t.whom} options={whom} />
      {isForRooms ? (
        <input type="hidden" name="kind" value="closed" />
      ) : (
        <RadioGroup
          page={page}
          form={form}
          name="kind"
          label={t.what}
          inline
          options={(['closed', 'open'] as const).map((value) => ({ value, label: t.kinds[value] }))}
        />
      )}
      <DateField page={page} form={form} name="date" label={t.date} />
      <TimeField page={page} form={form} name="opens" label={t.opens} hint={t.clockHint} optional />
      <TimeField page={page} form={form} name="closes" label={t.closes} optional />
      <TextField page={page} form={form} name="reason" label={t.reason} hint={t.reasonHint} optional />
      <Button>{t.add}</Button>
    </Form>
  )
}
