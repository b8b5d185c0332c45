import { type Id, readId } from '#kernel/ids.ts'
import { atTime, type ClockTime, endOfDay, startOfDay } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Change } from './change-hours.ts'
import type { PractitionerRow } from './clinic.sql.ts'
import type { Clinic } from './exception-form.ts'
import type { NewException } from './opening-hours.sql.ts'
import { visitsInRoom } from './visits.sql.ts'

type Scope = Pick<NewException, 'practitionerId' | 'roomId'>

/** Reads the form's `whom`. */
export function scopeOf(whom: string): Scope {
  const [kind, id = ''] = whom.split(':')
  return {
    practitionerId: kind === 'practitioner' ? readId<'practitioner'>(id) : null,
    roomId: kind === 'room' ? readId<'room'>(id) : null,
  }
}

/** Whose days an exception lays out anew: nobody's for a room, everybody's for the clinic. */
export const affected = (
  { practitionerId, roomId }: Scope,
  practitioners: readonly PractitionerRow[],
): Id<'practitioner'>[] => (roomId ? [] : practitionerId ? [practitionerId] : practitioners.map(({ id }) => id))

/** What a new exception changes, and whose visits it may concern. */
export function concerned(
  reader: Reader,
  e: NewException,
  { practitioners }: Clinic,
): Pick<Change, 'practitionerIds' | 'alsoConcerned'> {
  const { roomId } = e
  const practitionerIds = affected(e, practitioners)
  return roomId
    ? { practitionerIds, alsoConcerned: () => visitsInRoom(reader, roomId, spanOf(e)) }
    : { practitionerIds }
}

const spanOf = ({ on, opens, closes }: NewException) => ({
  from: (opens && atTime(on, opens as ClockTime)) ?? startOfDay(on),
  until: (closes && atTime(on, closes as ClockTime)) ?? endOfDay(on),
})
