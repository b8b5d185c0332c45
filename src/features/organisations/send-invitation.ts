import { type Id, readId } from '#kernel/ids.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { routes } from '#src/routes.ts'
import { giveToken } from './invitations.sql.ts'
import { invitationMail } from './send-invitation.texts.ts'

/** The tasks of this feature. */
export const organisationTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'send-invitation': {
      asks: 'invitation.send',
      touches: ['business-contact'],
      perform: (job) => sendInvitation(services, job),
    },
  })

function idIn(payload: unknown): Id<'invitation'> {
  const id = readId<'invitation'>(String((payload as { invitationId?: unknown }).invitationId))
  if (!id) throw new Error('A job without the id of its invitation')
  return id
}

/** Mails the link, whose token stands nowhere else. A retry makes a new one: the last mail is the one that works. */
async function sendInvitation(
  { database, mail, urls, now }: WorkerServices,
  { payload, permitFor, note }: NotedJob,
): Promise<Trail> {
  const id = idIn(payload)
  const { token, hash } = newToken()
  const row = await database.transaction({ kind: 'system' }, (tx) => giveToken(tx, id, { hash, now: now() }))
  if (!row) return 'nothing-done'
  const link = new URL(routes.invitation.show.href({ token }), urls.referral).href
  const { name, language, organisation_name: organisation, expires_at: expiresAt } = row
  await mail.send({ to: row.email, language, ...invitationMail(language, { name, organisation, link, expiresAt }) })
  await database.transaction({ kind: 'system' }, async (tx) => {
    const facts = { organisationId: row.organisation_id, object: { type: 'invitation', id } }
    await note(tx, { permit: await permitFor(tx, facts) })
  })
  return 'noted'
}
