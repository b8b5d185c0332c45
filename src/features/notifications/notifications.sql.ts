import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Channel, PatientTemplate, StaffTemplate } from './templates.ts'

type NewNotification = {
  id: Id<'notification'>
  template: PatientTemplate | StaffTemplate
  channel: Channel
  caseId: Id<'case'>
  personId: Id<'person'> | null
  appointmentId: Id<'appointment'> | null
  userId: Id<'user'> | null
  organisationId: Id<'organisation'> | null
}

export const saveNotification = (tx: Tx, n: NewNotification) =>
  tx.run(sql`
    insert into notifications (id, template, channel, case_id, person_id, appointment_id, user_id, organisation_id)
    values (${n.id}, ${n.template}, ${n.channel}, ${n.caseId}, ${n.personId}, ${n.appointmentId}, ${n.userId}, ${n.organisationId})`)

export const enqueueSending = (tx: Tx, notificationId: Id<'notification'>) =>
  tx.run(sql`select enqueue('send-notification', ${JSON.stringify({ notificationId })}::jsonb)`)

/** Saves a patient's notice on each case by each channel, and queues the sending of all of them. Who saves them cannot read them back. */
export const saveAndEnqueue = (
  tx: Tx,
  template: PatientTemplate,
  notices: readonly { caseId: Id<'case'>; personId: Id<'person'> }[],
) =>
  tx.run(sql`
    with told as materialized (
      select gen_random_uuid() as id, channel, case_id, person_id
      from unnest(${notices.map(({ caseId }) => caseId)}::uuid[], ${notices.map(({ personId }) => personId)}::uuid[]) as given (case_id, person_id)
      cross join (values ('mail'), ('sms')) as by (channel)),
    saved as (
      insert into notifications (id, template, channel, case_id, person_id) select id, ${template}, channel, case_id, person_id from told)
    select enqueue_each('send-notification', array_agg(jsonb_build_object('notificationId', id))) from told having count(*) > 0`)

export type WaitingRow = PatientRow | StaffRow

export type StaffRow = Waiting & { person_id: null; template: StaffTemplate }
type PatientRow = Waiting & { person_id: Id<'person'>; template: PatientTemplate }

type Waiting = {
  id: Id<'notification'>
  channel: Channel
  case_id: Id<'case'>
  patient_id: Id<'patient'>
  appointment_id: Id<'appointment'> | null
  starts_at: Temporal.Instant | null
  ends_at: Temporal.Instant | null
  root_id: Id<'appointment'> | null
  sequence: number | null
  cancelled_because: string | null
  consent_live: boolean
  organisation_id: Id<'organisation'> | null
  staff_email: string | null
  staff_language: 'da' | 'en' | null
}

/** A notification that is neither sent nor given up, with the booking it speaks of as that is now. Who has left gets no mail but about its journals. */
export const waitingNotification = (reader: Reader, id: Id<'notification'>) =>
  reader.maybeRow<WaitingRow>(sql`
    select n.id, n.template, n.channel, n.case_id, n.person_id, c.patient_id, n.appointment_id,
      a.starts_at, a.ends_at, a.root_id, a.sequence, x.reason as cancelled_because,
      exists (select from consent_marks m where m.case_id = n.case_id and consent_is_live(m.id)) as consent_live,
      n.organisation_id, case when n.template = 'journals-waiting' or not agreement_is_over(n.organisation_id) then coalesce(u.email, o.email) end
        as staff_email, coalesce(u.language, 'da') as staff_language
    from notifications n
    join cases c on c.id = n.case_id
    left join appointments a on a.id = n.appointment_id
    left join appointment_cancellations x on x.appointment_id = a.id
    left join organisations o on o.id = n.organisation_id
    left join users u on u.id = n.user_id and u.organisation_id = n.organisation_id
      and not exists (select from user_removals r where r.user_id = u.id)
    where n.id = ${id} and n.sent_at is null and n.not_sent_because is null`)

export const saveSent = (tx: Tx, id: Id<'notification'>, at: Temporal.Instant) =>
  tx.run(sql`update notifications set sent_at = ${at}::timestamptz where id = ${id} and sent_at is null`)

export const saveNotSent = (tx: Tx, id: Id<'notification'>, because: string) =>
  tx.run(sql`update notifications set not_sent_because = ${because} where id = ${id} and sent_at is null`)
