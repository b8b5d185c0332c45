/**
 * Tells of an important change by mail (T19.5): once for each version to everybody who uses the site. Noting whom is one statement that can be
 * repeated; each mail is a job of its own, so that one bad address stops nobody else.
 */

import { type Id, readId } from '#kernel/ids.ts'
import { startOfDay, Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { termsToAccept } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { addressOf } from './notice-address.ts'
import { sendMail } from './send-mail.ts'
import { closeNotice, queueNotices, waitingNotice } from './terms.sql.ts'

type Telling = {
  readonly services: WorkerServices
  readonly gate: Gate
  readonly versions: readonly PolicyVersion[]
}

export const termsTasks = (
  services: WorkerServices,
  gate: Gate,
  versions: readonly PolicyVersion[],
): Readonly<Record<string, JobTask>> => ({
  'tell-terms-change': () => noteWhom({ services, gate, versions }),
  'send-terms-notice': (payload) => sendNotice({ services, gate, versions }, idIn(payload)),
})

/** Each morning, in UTC; a day that was missed is made up for. */
export const termsTimetable: readonly string[] = ['5 6 * * * tell-terms-change ?fill=1d']

function idIn(payload: unknown): Id<'terms-notice'> {
  const id = readId<'terms-notice'>(String((payload as { noticeId?: unknown }).noticeId))
  if (!id) throw new Error('A job without the id of its notice')
  return id
}

async function noteWhom(telling: Telling): Promise<void> {
  const { database, now } = telling.services
  const { least: version } = termsToAccept(telling.versions, telling.gate.model)
  const told = telling.versions.find((one) => Number(one.version) === version)
  if (!told?.model.change) return
  const { site, validFrom } = told
  const from = startOfDay(Temporal.PlainDate.from(validFrom))
  await database.transaction({ kind: 'system' }, async (tx) => {
    const { queued } = await queueNotices(tx, { site, version, from, at: now() })
    if (queued > 0) await note(tx, telling, { detail: { version, queued } })
  })
}

async function sendNotice(telling: Telling, id: Id<'terms-notice'>): Promise<void> {
  const { services, versions } = telling
  const { database, keyring, now } = services
  const found = await database.transaction({ kind: 'system' }, async (tx) => {
    const notice = await waitingNotice(tx, id)
    return notice && { notice, to: await addressOf(keyring, tx, notice) }
  })
  if (!found) return
  const because = await sendMail(services, { ...found, versions })
  await database.transaction({ kind: 'system' }, async (tx) => {
    await closeNotice(tx, { id, at: now(), because })
    await note(tx, telling, { detail: { noticeId: id, because }, personId: found.notice.person_id })
  })
}

type Noted = { readonly detail: Readonly<Record<string, unknown>>; readonly personId?: Id<'person'> | null }

async function note(tx: Tx, { gate, services: { now } }: Telling, { detail, personId = null }: Noted): Promise<void> {
  const facts = personId ? { personId } : {}
  const decision = gate.decide('terms.tell-change', { kind: 'system', task: 'tell-terms-change' }, facts)
  if (decision.kind === 'refused') throw new Error('The policy does not let changes be told')
  await writeAudit(tx, { permit: decision.permit, result: 'done', now: now(), detail })
}
