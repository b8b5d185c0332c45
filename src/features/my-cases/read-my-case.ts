import { type AppointmentRow, appointmentsOfCase } from '#features/appointments/index.ts'
import { attachmentName, attachmentsOf, type CaseField } from '#features/cases/index.ts'
import { type ConsentRow, marksOfCase, type ReferralRow, referralOf } from '#features/consent/index.ts'
import { orderedAt } from '#features/erasure-orders/index.ts'
import { type HoldRow, holdsOfCase } from '#features/legal-holds/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import { type MyCaseRow, missedAppointments, type RequestRow, requestsOfCase, writtenAboutMe } from './my-cases.sql.ts'

/** How a visit that lies behind ended, or `coming`. */
export type VisitState = 'coming' | 'attended' | 'missed' | 'cancelled' | 'moved'

export type MyVisit = { readonly appointment: AppointmentRow; readonly state: VisitState }

/** What a clinic asked the insurer for, with the insurer’s words when it refused. */
export type MyRequest = Pick<RequestRow, 'clinic_name' | 'sessions' | 'answer'> & { readonly refusal: string | null }

/** A case with all that its patient may read of it. */
export type WholeMyCase = {
  readonly found: MyCaseRow
  readonly written: readonly { readonly field: CaseField; readonly text: string }[]
  readonly attachments: readonly { readonly id: Id<'attachment'>; readonly name: string }[]
  readonly visits: readonly MyVisit[]
  readonly requests: readonly MyRequest[]
  /** Newest first. */
  readonly marks: readonly ConsentRow[]
  /** What keeps it from being erased. */
  readonly holds: readonly HoldRow[]
  /** When the insurer ordered it erased; null where it has not. */
  readonly orderedAt: Temporal.Instant | null
  readonly referral: ReferralRow
}

type Reading = { readonly keyring: Keyring; readonly now: Temporal.Instant }

export async function readMyCase(reader: Reader, found: MyCaseRow, { keyring, now }: Reading): Promise<WholeMyCase> {
  const key = await personKeyFor(reader, keyring, found.person_id)
  const missed = new Set((await missedAppointments(reader, found.id)).map((row) => row.appointment_id))
  return {
    found,
    written: (await writtenAboutMe(reader, found.id)).map(({ field, value_sealed }) => ({
      field,
      text: open(key, `case_details.${field}`, value_sealed),
    })),
    attachments: (await attachmentsOf(reader, found.id)).map((row) => ({ id: row.id, name: attachmentName(key, row) })),
    visits: (await appointmentsOfCase(reader, found.id)).map((appointment) => ({
      appointment,
      state: missed.has(appointment.id) ? 'missed' : stateOf(appointment, now),
    })),
    requests: (await requestsOfCase(reader, found.id)).map(({ refusal_sealed, ...asked }) => ({
      ...asked,
      refusal: refusal_sealed && open(key, 'session_answers.refusal', refusal_sealed),
    })),
    marks: await marksOfCase(reader, found.id),
    holds: await holdsOfCase(reader, found.id),
    orderedAt: await orderedAt(reader, found.id),
    referral: await referralOf(reader, found.id),
  }
}

function stateOf({ cancelled_because, starts_at }: AppointmentRow, now: Temporal.Instant): VisitState {
  if (cancelled_because) return cancelled_because === 'moved' ? 'moved' : 'cancelled'
  return starts_at.epochMilliseconds > now.epochMilliseconds ? 'coming' : 'attended'
}
