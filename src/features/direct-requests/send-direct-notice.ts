import { rightTexts } from '#features/rights/index.ts'
import { readEmail } from '#kernel/email.ts'
import { type Id, readId } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { Gate } from '#policy/gate.ts'
import { routes } from '#src/routes.ts'
import { openEmail, openNote } from './direct-request.ts'
import { type NoticeTo, newestWord, noticeTo } from './send-direct-notice.sql.ts'
import { directNoticeTexts } from './send-direct-notice.texts.ts'

type Payload = { readonly requestId: Id<'rights-request'>; readonly notice: 'arrived' | 'news' }

/** Tells whoever answers that a request came, or whoever asked that there is news. The queue holds the id of the request and nothing else. */
export const directTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'send-direct-notice': {
      asks: 'direct-request.tell',
      touches: ['business-contact', 'access-history'],
      async perform({ payload, permitFor, note }) {
        const { database } = services
        const { requestId, notice } = payloadIn(payload)
        const about = { object: { type: 'rights-request', id: requestId } }
        const mail = await database.transaction({ kind: 'system' }, async (tx) => {
          const to = await noticeTo(tx, requestId)
          if (!to) return null
          return notice === 'arrived' ? arrived(services, to) : news(services, tx, to)
        })
        if (!mail) return 'nothing-done'
        await services.mail.send(mail)
        await database.transaction({ kind: 'system' }, async (tx) =>
          note(tx, { permit: await permitFor(tx, about), detail: { notice } }),
        )
        return 'noted'
      },
    },
  })

function payloadIn(payload: unknown): Payload {
  const { requestId, notice } = payload as Record<string, unknown>
  const id = readId<'rights-request'>(String(requestId))
  if (!id || (notice !== 'arrived' && notice !== 'news')) throw new Error('A notice about no request')
  return { requestId: id, notice }
}

/** `key` is the same at every retry and another for every word, so that a mailbox shows each once. */
const addressed = ({ urls }: WorkerServices, to: string, key: string, mail: Omit<Mail, 'to'>): Mail => {
  const address = readEmail(to)
  if (!address.ok) throw new Error('A request whose address cannot be right')
  return { ...mail, to: address.value, messageId: `<${key}@${urls.referral.hostname}>` }
}

function arrived(services: WorkerServices, to: NoticeTo): Mail {
  const { subject, text } = directNoticeTexts.da.arrived
  const link = new URL(routes.directRequest.show.href({ rightsRequestId: to.id }), services.urls.referral).href
  return addressed(services, to.controller_email, to.id, { subject, text: text(link), language: 'da' })
}

/** Staff log in to read it. Who has no account, or none any more, gets the answer itself, at the address that they proved to be theirs. */
async function news(services: WorkerServices, reader: Reader, to: NoticeTo): Promise<Mail | null> {
  const { keyring, urls } = services
  const t = directNoticeTexts[to.language]
  const word = await newestWord(reader, to.id)
  if (!word) return null
  if (to.user_email) {
    const link = new URL(routes.account.data.request.href({ rightsRequestId: to.id }), urls.referral).href
    const { subject, text } = t.news
    return addressed(services, to.user_email, word.note_id, { subject, text: text(link), language: to.language })
  }
  if (!to.email_sealed) return null
  const law = word.law ? [`${t.because}: ${rightTexts[to.language].laws[word.law]}.`] : []
  const said = [t[word.state], openNote(keyring, word.note_id, word.note_sealed), ...law].join('\n\n')
  const { subject, text } = t.told
  return addressed(services, openEmail(keyring, to.id, to.email_sealed), word.note_id, {
    subject,
    text: text(said, new URL(routes.written.form.href({}), urls.referral).href),
    language: to.language,
    wayBack: 'contact',
  })
}
