import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { enqueueSending, saveAndEnqueue, saveNotification } from './notifications.sql.ts'
import type { PatientTemplate, StaffTemplate } from './templates.ts'

export type PatientNotice = {
  readonly template: PatientTemplate
  readonly caseId: Id<'case'>
  readonly personId: Id<'person'>
  /** The very booking it speaks of: once that is cancelled or moved, its confirmation is no longer sent. */
  readonly appointmentId?: Id<'appointment'>
}

/** Tells a patient by mail and SMS once the caller's transaction has committed; if it does not, nobody is told. */
export async function queueNotification(tx: Tx, notice: PatientNotice): Promise<void> {
  const { template, caseId, personId, appointmentId = null } = notice
  for (const channel of ['mail', 'sms'] as const) {
    await queue(tx, { template, channel, caseId, personId, appointmentId, userId: null, organisationId: null })
  }
}

/** As `queueNotification` for many patients at once. */
export const queueNotifications = (
  tx: Tx,
  template: PatientTemplate,
  notices: readonly Pick<PatientNotice, 'caseId' | 'personId'>[],
) => saveAndEnqueue(tx, template, notices)

export type StaffNotice = {
  readonly template: StaffTemplate
  readonly organisationId: Id<'organisation'>
  /** Null, or somebody who has left since: the organisation's own address is used. */
  readonly userId: Id<'user'> | null
  readonly caseId: Id<'case'>
}

/** Tells a colleague by mail, after commit, that something waits behind the log-in. */
export const queueStaffMail = (tx: Tx, { template, organisationId, userId, caseId }: StaffNotice): Promise<void> =>
  queue(tx, { template, channel: 'mail', caseId, organisationId, userId, personId: null, appointmentId: null })

type Queued = Omit<Parameters<typeof saveNotification>[1], 'id'>

async function queue(tx: Tx, notification: Queued): Promise<void> {
  const id = newId<'notification'>()
  await saveNotification(tx, { id, ...notification })
  await enqueueSending(tx, id)
}
