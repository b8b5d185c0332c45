import { EmptyState, Layout, Section, Table } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { RoomRow } from './clinic.sql.ts'
import { ExceptionForm, ExceptionTable } from './exceptions.view.tsx'
import type { ExceptionRow } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'

type RoomsProps = {
  readonly page: Page
  readonly rooms: readonly RoomRow[]
  readonly closings: readonly ExceptionRow[]
  readonly form: FormState
  readonly mayChange: boolean
}

export function roomsView({ page, rooms, closings, form, mayChange }: RoomsProps): Html {
  const t = hoursTexts[page.language]
  const kinds: Readonly<Record<string, string>> = t.roomKinds
  const back = { href: routes.clinic.practitioners.href({}), label: t.back }
  return (
    <Layout page={page} title={t.roomsTitle} lead={t.roomsLead} back={back}>
      <Table
        caption={t.rooms}
        captionHidden
        rows={rooms}
        empty={<EmptyState title={t.noRooms} icon="place" />}
        columns={[
          { label: t.room, heads: true, cell: ({ name }) => name },
          { label: t.kind, cell: ({ kind }) => kinds[kind] ?? kind },
        ]}
      />
      <Section title={t.closings}>
        {closings.length === 0 ? (
          <p>{t.noClosings}</p>
        ) : (
          <ExceptionTable page={page} exceptions={closings} mayChange={mayChange} />
        )}
      </Section>
      {mayChange && rooms.length > 0 && (
        <Section title={t.closeRoom}>
          <ExceptionForm page={page} form={form} practitioners={[]} rooms={rooms} />
        </Section>
      )}
    </Layout>
  )
}
