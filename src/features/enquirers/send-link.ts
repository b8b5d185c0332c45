import { addressIndex, leadById, leadsWithoutIndex, openLead, saveEmailIndex } from '#features/leads/index.ts'
import { readEmail } from '#kernel/email.ts'
import { readId } from '#kernel/ids.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import type { Tx } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { periodOf } from '#policy/retention.ts'
import { routes } from '#src/routes.ts'
import { askForLinkTexts } from './ask-for-link.texts.ts'
import { linkMinutes, openAddress } from './link.ts'
import { linkToSend, openLink, sweepLinks } from './links.sql.ts'

export const enquirerTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'send-enquirer-link': {
      asks: 'enquirer.send-link',
      touches: ['business-contact', 'credentials'],
      perform: (job) => sendLink(services, job),
    },
    'sweep-enquirer-links': {
      asks: 'enquirer.sweep-links',
      touches: ['business-contact', 'credentials'],
      perform({ note }) {
        const period = periodOf(gate.model, 'enquirer-link').toString()
        return services.database.transaction({ kind: 'system' }, async (tx) => {
          const swept = await sweepLinks(tx, { period, now: services.now() })
          if (swept === 0) return 'nothing-done'
          await note(tx, { detail: { swept } })
          return 'noted'
        })
      },
    },
  })

/** Each night, in UTC; a night missed is made up for. */
export const enquirerTimetable: readonly string[] = ['50 2 * * * sweep-enquirer-links ?fill=1d']

/**
 * Makes the link and mails it, the same to every address. The token is made here and only its hash is stored, so that neither queue nor log ever
 * holds one; a retry makes another, and the one before opens nothing.
 */
async function sendLink(services: WorkerServices, { payload, note }: NotedJob): Promise<Trail> {
  const { database, keyring, mail, now, urls } = services
  const id = linkIn(payload)
  const { token, hash } = newToken()
  const asked = await database.transaction({ kind: 'system' }, async (tx) => {
    await indexOldLeads(tx, keyring)
    await openLink(tx, id, { hash, until: now().add({ minutes: linkMinutes }) })
    return linkToSend(tx, id)
  })
  if (!asked) return 'nothing-done'
  const to = readEmail(openAddress(keyring, id, asked.email_sealed))
  if (!to.ok) throw new Error('A link to an address that cannot be right')
  const { subject, text } = askForLinkTexts[asked.language].mail
  const link = new URL(routes.written.show.href({ token }), urls.referral).href
  await mail.send({
    to: to.value,
    subject,
    text: text(link, linkMinutes),
    language: asked.language,
    wayBack: 'contact',
  })
  await database.transaction({ kind: 'system' }, (tx) => note(tx, { detail: { link: id } }))
  return 'noted'
}

function linkIn(payload: unknown): string {
  const id = readId<'link'>(String((payload as { linkId?: unknown }).linkId))
  if (!id) throw new Error('A job without the id of its link')
  return id
}

/** What came in before addresses were indexed becomes findable for those who wrote it. */
async function indexOldLeads(tx: Tx, keyring: WorkerServices['keyring']): Promise<void> {
  for (const { id } of await leadsWithoutIndex(tx)) {
    const row = await leadById(tx, id)
    if (row) await saveEmailIndex(tx, id, addressIndex(keyring, openLead(keyring, row).email))
  }
}
