import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import type { Actor } from '#policy/actor.ts'
import { roomsOfClinic } from './clinic.sql.ts'
import { roomsView } from './list-rooms.view.tsx'
import { exceptionsAhead } from './opening-hours.sql.ts'
import { mayChangeHours } from './opening-rights.ts'

export type RoomForms = { readonly exception: FormState; readonly newRoom: FormState; readonly ending: FormState }

type Showing = { readonly tx: Reader; readonly page: Page; readonly now: Temporal.Instant; readonly actor: Actor }

/** The rooms with their three forms; `sent` is the one that comes back with what was typed. */
export async function roomsPage({ tx, page, now, actor }: Showing, sent: Partial<RoomForms>) {
  const rooms = await roomsOfClinic(tx, dayOf(now))
  const closings = (await exceptionsAhead(tx, dayOf(now))).filter(({ room_id }) => room_id !== null)
  const forms = { exception: emptyForm, newRoom: emptyForm, ending: emptyForm, ...sent }
  return roomsView({ page, rooms, closings, forms, mayChange: mayChangeHours(actor) })
}
