import { texts } from '#kernel/language.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import type { Visit } from '#platform/http/action.ts'
import { form } from '#platform/http/form.ts'
import { choice, date, text, tick, time } from '#platform/http/form-fields.ts'
import type { PractitionerRow, RoomRow } from './clinic.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'

/** Whom an exception can concern. */
export type Clinic = { readonly practitioners: readonly PractitionerRow[]; readonly rooms: readonly RoomRow[] }

const { da, en } = hoursTexts
const said = (key: 'past' | 'bothClocks' | 'backwards' | 'openNeedsClock' | 'openNeedsPerson') =>
  texts(da[key], en[key])

/** `whom` is `clinic`, `practitioner:<id>` or `room:<id>`, of the clinic's own only. */
export function exceptionForm({ practitioners, rooms }: Clinic, { now }: Pick<Visit, 'now'>) {
  const whom = [
    'clinic',
    ...practitioners.map(({ id }) => `practitioner:${id}`),
    ...rooms.map(({ id }) => `room:${id}`),
  ]
  const fields = {
    whom: choice(whom),
    kind: choice(['closed', 'open']),
    date: date(),
    opens: time().optional(),
    closes: time().optional(),
    reason: text({ max: 100 }).optional(),
    accepted: tick(),
  }
  return form(fields, ({ date: on, kind, opens, closes, whom: concerns }) => {
    if (Temporal.PlainDate.compare(on, dayOf(now)) < 0) return [{ field: 'date', message: said('past') }]
    if ((opens === null) !== (closes === null)) return [{ field: 'opens', message: said('bothClocks') }]
    if (opens !== null && closes !== null && closes <= opens) return [{ field: 'closes', message: said('backwards') }]
    if (kind === 'open' && opens === null) return [{ field: 'opens', message: said('openNeedsClock') }]
    return kind === 'open' && !concerns.startsWith('practitioner:')
      ? [{ field: 'whom', message: said('openNeedsPerson') }]
      : []
  })
}
