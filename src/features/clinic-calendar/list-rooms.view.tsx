import { formats } from '#kernel/format.ts'
import {
  Button,
  DateField,
  EmptyState,
  Form,
  Layout,
  RadioGroup,
  Section,
  SelectField,
  Table,
  Tag,
  TextField,
} from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { RoomRow } from './clinic.sql.ts'
import { ExceptionForm, ExceptionTable } from './exceptions.view.tsx'
import type { ExceptionRow } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { practiceTexts } from './practice.texts.ts'
import { roomKinds } from './practice-forms.ts'

type RoomsProps = {
  readonly page: Page
  readonly rooms: readonly RoomRow[]
  readonly closings: readonly ExceptionRow[]
  readonly forms: { readonly exception: FormState; readonly newRoom: FormState; readonly ending: FormState }
  readonly mayChange: boolean
}

export function roomsView(props: RoomsProps): Html {
  const { page, rooms, closings, forms, mayChange } = props
  const t = hoursTexts[page.language]
  const back = { href: routes.clinic.practitioners.href({}), label: t.back }
  return (
    <Layout page={page} title={t.roomsTitle} lead={t.roomsLead} back={back}>
      <Rooms {...props} />
      {mayChange && <NewRoom page={page} form={forms.newRoom} />}
      {rooms.length > 0 && (
        <Section title={t.closings}>
          {closings.length === 0 ? (
            <p>{t.noClosings}</p>
          ) : (
            <ExceptionTable page={page} exceptions={closings} mayChange={mayChange} />
          )}
        </Section>
      )}
      {mayChange && rooms.length > 0 && (
        <Section title={t.closeRoom}>
          <ExceptionForm page={page} form={forms.exception} practitioners={[]} rooms={rooms} />
        </Section>
      )}
      {mayChange && rooms.length > 0 && <EndRoom page={page} form={forms.ending} rooms={rooms} />}
    </Layout>
  )
}

const Rooms = ({ page, rooms, mayChange }: RoomsProps): Html => {
  const t = hoursTexts[page.language]
  const practice = practiceTexts[page.language]
  const kinds: Readonly<Record<string, string>> = t.roomKinds
  const last = (day: RoomRow['active_until']) => day && practice.lastDayIs(formats(page.language).dateLong(day))
  return (
    <Table
      caption={t.rooms}
      captionHidden
      rows={rooms}
      empty={
        <EmptyState title={mayChange ? practice.firstRoom : t.noRooms} icon="place">
          {practice.firstRoomText}
        </EmptyState>
      }
      columns={[
        { label: t.room, heads: true, cell: ({ name }) => name },
        {
          label: t.kind,
          cell: ({ kind, active_until }) => (
            <>
              {kinds[kind] ?? kind} {active_until && <Tag tone="warning">{last(active_until)}</Tag>}
            </>
          ),
        },
      ]}
    />
  )
}

type FormProps = Pick<RoomsProps, 'page'> & { readonly form: FormState }

const NewRoom = ({ page, form }: FormProps): Html => {
  const t = practiceTexts[page.language]
  const kinds = hoursTexts[page.language].roomKinds
  return (
    <Section title={t.newRoom}>
      <Form page={page} action={routes.clinic.newRoom.href({})} form={form}>
        <TextField page={page} form={form} name="name" label={t.roomName} width="medium" autocomplete="off" />
        <RadioGroup
          page={page}
          form={form}
          name="kind"
          label={t.roomKind}
          options={roomKinds.map((value) => ({ value, label: kinds[value] }))}
        />
        <Button>{t.addRoom}</Button>
      </Form>
    </Section>
  )
}

const EndRoom = ({ page, form, rooms }: FormProps & Pick<RoomsProps, 'rooms'>): Html => {
  const t = practiceTexts[page.language]
  const field = { page, form } as const
  return (
    <Section title={t.endRoom}>
      <Form page={page} action={routes.clinic.roomClosure.href({})} form={form}>
        <SelectField
          {...field}
          name="room"
          label={t.whichRoom}
          options={rooms.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField {...field} name="lastDay" label={t.lastDay} hint={t.roomLastDayHint} optional />
        <Button kind="secondary">{t.endRoom}</Button>
      </Form>
    </Section>
  )
}
