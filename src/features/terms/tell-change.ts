/**
 * Tells of an important change by mail (T19.5): once for each version to everybody who uses the site. Noting whom is one statement that can be
 * repeated; each mail is a job of its own, so that one bad address stops nobody else.
 */

import { type Id, readId } from '#kernel/ids.ts'
import { startOfDay, Temporal } from '#kernel/time.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { termsToAccept } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { addressOf } from './notice-address.ts'
import { sendMail } from './send-mail.ts'
import { closeNotice, queueNotices, waitingNotice } from './terms.sql.ts'

type Telling = {
  readonly services: WorkerServices
  readonly job: NotedJob
  readonly versions: readonly PolicyVersion[]
}

export const termsTasks = (services: WorkerServices, gate: Gate, versions: readonly PolicyVersion[]): AskedTasks =>
  askFirst(services, gate, {
    'tell-terms-change': {
      asks: 'terms.tell-change',
      touches: ['consent-history'],
      perform: (job) => noteWhom({ services, job, versions }, gate),
    },
    'send-terms-notice': {
      asks: 'terms.tell-change',
      touches: ['consent-history', 'contact', 'business-contact'],
      perform: (job) => sendNotice({ services, job, versions }, idIn(job.payload)),
    },
  })

/** Each morning, in UTC; a day that was missed is made up for. */
export const termsTimetable: readonly string[] = ['5 6 * * * tell-terms-change ?fill=1d']

function idIn(payload: unknown): Id<'terms-notice'> {
  const id = readId<'terms-notice'>(String((payload as { noticeId?: unknown }).noticeId))
  if (!id) throw new Error('A job without the id of its notice')
  return id
}

async function noteWhom({ services, job, versions }: Telling, gate: Gate): Promise<Trail> {
  const { database, now } = services
  const { least: version } = termsToAccept(versions, gate.model)
  const told = versions.find((one) => Number(one.version) === version)
  if (!told?.model.change) return 'nothing-done'
  const { site, validFrom } = told
  const from = startOfDay(Temporal.PlainDate.from(validFrom))
  return database.transaction({ kind: 'system' }, async (tx) => {
    const { queued } = await queueNotices(tx, { site, version, from, at: now() })
    if (queued === 0) return 'nothing-done'
    await job.note(tx, { detail: { version, queued } })
    return 'noted'
  })
}

async function sendNotice({ services, job, versions }: Telling, id: Id<'terms-notice'>): Promise<Trail> {
  const { database, keyring, now } = services
  const found = await database.transaction({ kind: 'system' }, async (tx) => {
    const notice = await waitingNotice(tx, id)
    if (!notice) return null
    const facts = notice.person_id ? { personId: notice.person_id } : {}
    const whose = notice.person_id ? 'contact' : 'business-contact'
    const permit = await job.permitFor(tx, facts, ['consent-history', whose])
    return { notice, permit, to: await addressOf(keyring, tx, notice) }
  })
  if (!found) return 'nothing-done'
  const because = await sendMail(services, { ...found, versions })
  await database.transaction({ kind: 'system' }, async (tx) => {
    await closeNotice(tx, { id, at: now(), because })
    await job.note(tx, { permit: found.permit, detail: { noticeId: id, because } })
  })
  return 'noted'
}
