/**
 * The job behind each notification. What holds is decided when it runs: a confirmation of a booking that is gone is not
 * sent. Trouble that passes is thrown, so that the queue tries again; what no retry mends is written on the notification.
 */

import { type Contact, contactOf, PersonErased, patientById, personKeyFor } from '#features/patients/index.ts'
import { readEmail } from '#kernel/email.ts'
import { type Id, readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { isRefusedForGood } from '#platform/mail/mail.ts'
import type { Facts } from '#policy/facts.ts'
import type { Gate } from '#policy/gate.ts'
import { type Booking, patientMail, patientSms, staffMail } from './message.ts'
import { type StaffRow, saveNotSent, saveSent, type WaitingRow, waitingNotification } from './notifications.sql.ts'
import type { PatientTemplate } from './templates.ts'

type Sending =
  | { readonly kind: 'send'; readonly send: () => Promise<Delivery> }
  | { readonly kind: 'not-sent'; readonly because: string }
type Delivery = { readonly refusedBecause: string | null }

/** The tasks of this feature. `gate` is the referral site's: sending is an activity of its policy like any other. */
export const notificationTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'send-notification': {
      asks: 'notification.send',
      touches: ['contact', 'booking', 'business-contact'],
      perform: (job) => sendNotification(services, job, idIn(job.payload)),
    },
  })

function idIn(payload: unknown): Id<'notification'> {
  const id = readId<'notification'>(String((payload as { notificationId?: unknown }).notificationId))
  if (!id) throw new Error('A job without the id of its notification')
  return id
}

async function sendNotification(services: WorkerServices, job: NotedJob, id: Id<'notification'>): Promise<Trail> {
  const { database, now } = services
  const prepared = await database.transaction({ kind: 'system' }, async (tx) => {
    const row = await waitingNotification(tx, id)
    if (!row) return null
    const permit = await job.permitFor(
      tx,
      factsOf(row),
      isForStaff(row) ? ['business-contact'] : ['contact', 'booking'],
    )
    return { row, permit, sending: await prepare(services, tx, row) }
  })
  if (!prepared) return 'nothing-done'
  const { row, permit, sending } = prepared
  const because = sending.kind === 'send' ? (await sending.send()).refusedBecause : sending.because
  return database.transaction({ kind: 'system' }, async (tx) => {
    const saved = because === null ? await saveSent(tx, id, now()) : await saveNotSent(tx, id, because)
    if (saved === 0) return 'nothing-done'
    const detail = { template: row.template, channel: row.channel, notSentBecause: because }
    await job.note(tx, { permit, result: because === null ? 'done' : 'refused', detail })
    return 'noted'
  })
}

async function prepare(services: WorkerServices, tx: Tx, row: WaitingRow): Promise<Sending> {
  const site = services.urls.referral
  if (isForStaff(row)) {
    const mail = staffMail(row.template, { language: row.staff_language ?? 'da', caseId: row.case_id, site })
    return mailing(services, row, { to: row.staff_email, mail })
  }
  const booking = bookingOf(row)
  const gone = noLongerSo(row.template, { row, booking, now: services.now() })
  if (gone) return { kind: 'not-sent', because: gone }
  const contact = await contactFor(services, tx, row)
  if (contact === 'erased') return { kind: 'not-sent', because: 'person-erased' }
  const about = { template: row.template, caseId: row.case_id, booking, site }
  // Danish: in which language somebody reads who has not been here yet is not known.
  return row.channel === 'mail'
    ? mailing(services, row, { to: contact.email, mail: patientMail(about, services.now()) })
    : texting(services, row, { to: contact.phone, text: patientSms(about, 'da') })
}

/** Why the notice would not be true any more, or null while it is. */
function noLongerSo(
  template: PatientTemplate,
  { row, booking, now }: { row: WaitingRow; booking: Booking | null; now: Temporal.Instant },
): string | null {
  const invites = template === 'case-opened' || template === 'sessions-granted'
  if (invites && !row.consent_live) return 'consent-withdrawn'
  if (!template.startsWith('appointment-')) return null
  if (!booking) return 'no-appointment'
  const because = row.cancelled_because
  if (template === 'appointment-cancelled') return because === null || because === 'moved' ? 'appointment-stands' : null
  if (because !== null) return because === 'moved' ? 'appointment-moved' : 'appointment-cancelled'
  return booking.startsAt.epochMilliseconds <= now.epochMilliseconds ? 'appointment-passed' : null
}

async function contactFor({ keyring }: WorkerServices, tx: Tx, row: WaitingRow): Promise<Contact | 'erased'> {
  const patient = await patientById(tx, row.patient_id)
  if (!patient) return 'erased'
  try {
    return contactOf(await personKeyFor(tx, keyring, patient.person_id), patient)
  } catch (error) {
    if (error instanceof PersonErased) return 'erased'
    throw error
  }
}

function mailing(
  { mail: mailer, urls }: WorkerServices,
  row: WaitingRow,
  { to, mail }: { to: string | null; mail: ReturnType<typeof staffMail> },
): Sending {
  if (!to) return { kind: 'not-sent', because: 'no-email' }
  const address = readEmail(to)
  if (!address.ok) return { kind: 'not-sent', because: 'email-not-valid' }
  const messageId = `<${row.id}@${urls.referral.hostname}>`
  const send = async (): Promise<Delivery> => {
    try {
      await mailer.send({ ...mail, to: address.value, messageId })
      return { refusedBecause: null }
    } catch (error) {
      if (isRefusedForGood(error)) return { refusedBecause: 'email-refused' }
      throw error
    }
  }
  return { kind: 'send', send }
}

function texting(
  { sms }: WorkerServices,
  row: WaitingRow,
  { to, text }: { to: Contact['phone']; text: string },
): Sending {
  if (!to) return { kind: 'not-sent', because: 'no-phone' }
  const send = async (): Promise<Delivery> => {
    const sent = await sms.send({ to, text, reference: row.id })
    if (sent.ok) return { refusedBecause: null }
    if (sent.problem.retry) throw new Error(`The SMS gateway could not take a message: ${sent.problem.kind}`)
    return { refusedBecause: 'phone-refused' }
  }
  return { kind: 'send', send }
}

const bookingOf = (row: WaitingRow): Booking | null =>
  row.appointment_id && row.starts_at && row.ends_at && row.root_id
    ? {
        id: row.appointment_id,
        rootId: row.root_id,
        sequence: row.sequence ?? 0,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      }
    : null

/** Told by who is to get it: patients and staff are told of some of the same things. */
const isForStaff = (row: WaitingRow): row is StaffRow => row.person_id === null

const factsOf = (row: WaitingRow): Facts => ({
  caseId: row.case_id,
  ...(row.person_id && { personId: row.person_id }),
  ...(row.organisation_id && { organisationId: row.organisation_id }),
  object: { type: 'notification', id: row.id },
})
