/**
 * Tells the administrators of every organisation by mail when maintenance is announced, called off or ended early (T19.7): a page tells only
 * those who come by. Making the mails is one statement that can be repeated; each mail is a job of its own, so that one bad address stops nobody else.
 */

import { readEmail } from '#kernel/email.ts'
import { type Id, readId } from '#kernel/ids.ts'
import { spanOf } from '#platform/design/index.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { isRefusedForGood } from '#platform/mail/mail.ts'
import { statusPath } from '#platform/maintenance/maintenance-window.ts'
import type { Gate } from '#policy/gate.ts'
import { longestAfter } from '#policy/retention.ts'
import {
  closeMail,
  forgetWindows,
  type MailRow,
  queueMails,
  type ToTell,
  waitingMail,
} from './tell-administrators.sql.ts'
import { newsTexts } from './tell-administrators.texts.ts'

const asSystem = { kind: 'system' } as const

/** The tasks of this feature; `forget-maintenance` runs every night. */
export const maintenanceTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'tell-maintenance': {
      asks: 'maintenance.tell',
      touches: ['business-contact'],
      perform: (job) => makeMails(services, job),
    },
    'send-maintenance-mail': {
      asks: 'maintenance.tell',
      touches: ['business-contact'],
      perform: (job) => sendMail(services, job),
    },
    'forget-maintenance': {
      asks: 'maintenance.forget',
      touchesNobody: true,
      async perform() {
        const now = services.now()
        const kept = longestAfter(gate.model, 'maintenance.announce')
        const before = now.toZonedDateTimeISO('UTC').subtract(kept).toInstant()
        await services.database.transaction(asSystem, (tx) => forgetWindows(tx, before, now))
      },
    },
  })

/** In UTC; a night missed is made up for. */
export const maintenanceTimetable: readonly string[] = ['35 2 * * * forget-maintenance ?fill=1d']

function mailIn(payload: unknown): Id<'maintenance-mail'> {
  const id = readId<'maintenance-mail'>(String((payload as { mailId?: unknown }).mailId))
  if (!id) throw new Error('A job without the id of its mail')
  return id
}

function makeMails({ database, now }: WorkerServices, { payload, note }: NotedJob): Promise<Trail> {
  const toTell = payload as ToTell
  return database.transaction(asSystem, async (tx) => {
    const { queued } = await queueMails(tx, { ...toTell, now: now() })
    if (queued === 0) return 'nothing-done'
    await note(tx, { detail: { window: toTell.windowId, news: toTell.news, queued } })
    return 'noted'
  })
}

async function sendMail(services: WorkerServices, { payload, note }: NotedJob): Promise<Trail> {
  const { database, now } = services
  const id = mailIn(payload)
  const row = await database.transaction(asSystem, (tx) => waitingMail(tx, id))
  if (!row) return 'nothing-done'
  const because = await sent(services, row)
  await database.transaction(asSystem, async (tx) => {
    await closeMail(tx, { id, at: now(), because })
    await note(tx, { detail: { mail: id, because } })
  })
  return 'noted'
}

/** Null when it went out; otherwise what no retry mends. Trouble that passes is thrown. */
async function sent({ mail, urls: { referral } }: WorkerServices, row: MailRow): Promise<'email-refused' | null> {
  const { language, news, read_only: readOnly } = row
  const to = readEmail(row.email)
  if (!to.ok) return 'email-refused'
  const { subject, text } = newsTexts[language][news]
  const when = spanOf({ startsAt: row.starts_at, endsAt: row.ends_at }, language)
  const what = language === 'da' ? row.text_da : row.text_en
  const link = new URL(statusPath, referral).href
  const messageId = `<${row.id}@${referral.hostname}>`
  try {
    await mail.send({ to: to.value, subject, text: text({ when, what, readOnly, link }), language, messageId })
    return null
  } catch (error) {
    if (isRefusedForGood(error)) return 'email-refused'
    throw error
  }
}
