import { type Id, readId } from '#kernel/ids.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { routes } from '#src/routes.ts'
import { giveToken } from './invitations.sql.ts'
import { invitationMail } from './send-invitation.texts.ts'

/** The tasks of this feature. */
export const organisationTasks = (services: WorkerServices): Readonly<Record<string, JobTask>> => ({
  'send-invitation': (payload) => sendInvitation(services, idIn(payload)),
})

function idIn(payload: unknown): Id<'invitation'> {
  const id = readId<'invitation'>(String((payload as { invitationId?: unknown }).invitationId))
  if (!id) throw new Error('A job without the id of its invitation')
  return id
}

/** Mails the link, whose token stands nowhere else. A retry makes a new one: the last mail is the one that works. */
async function sendInvitation({ database, mail, urls, now }: WorkerServices, id: Id<'invitation'>): Promise<void> {
  const { token, hash } = newToken()
  const row = await database.transaction({ kind: 'system' }, (tx) => giveToken(tx, id, { hash, now: now() }))
  if (!row) return
  const link = new URL(routes.invitation.show.href({ token }), urls.referral).href
  const { name, language, organisation_name: organisation, expires_at: expiresAt } = row
  await mail.send({ to: row.email, language, ...invitationMail(language, { name, organisation, link, expiresAt }) })
}
