import { readEmail } from '#kernel/email.ts'
import { type Id, readId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { marketingRoutes, routes } from '#src/routes.ts'
import { answerMailTexts } from './answer-lead.texts.ts'
import { openLead } from './lead.ts'
import { eraseLeadsDue, leadById } from './leads.sql.ts'

/** The tasks of this feature; `erase-due-leads` runs every night. */
export const leadTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'send-lead-answer': {
      asks: 'lead.send-answer',
      touches: ['business-contact'],
      perform: (job) => sendAnswer(services, job),
    },
    'erase-due-leads': {
      asks: 'lead.erase',
      touches: ['business-contact'],
      perform: ({ note }) =>
        services.database.transaction({ kind: 'system' }, async (tx) => {
          const erased = await eraseLeadsDue(tx, dayOf(services.now()))
          if (erased === 0) return 'nothing-done'
          await note(tx, { detail: { erased } })
          return 'noted'
        }),
    },
  })

/** Each night, in UTC; a night missed is made up for. */
export const leadTimetable: readonly string[] = ['30 2 * * * erase-due-leads ?fill=1d']

function idIn(payload: unknown): Id<'lead'> {
  const id = readId<'lead'>(String((payload as { leadId?: unknown }).leadId))
  if (!id) throw new Error('A job without the id of its lead')
  return id
}

/** Nothing is sent to a lead that is gone. */
async function sendAnswer(
  { database, keyring, mail, urls }: WorkerServices,
  { payload, permitFor, note }: NotedJob,
): Promise<Trail> {
  const id = idIn(payload)
  const { row, permit } = await database.transaction({ kind: 'system' }, async (tx) => ({
    permit: await permitFor(tx, { object: { type: 'lead', id } }),
    row: await leadById(tx, id),
  }))
  const lead = row && openLead(keyring, row)
  if (!lead?.answer) return 'nothing-done'
  const to = readEmail(lead.email)
  if (!to.ok) throw new Error('A lead whose address cannot be right')
  const { subject, text } = answerMailTexts[lead.language]
  const at = (path: string) => new URL(path, urls.marketing).href
  await mail.send({
    to: to.value,
    subject,
    text: text(lead.name, lead.answer.text, {
      contact: at(marketingRoutes.contact.form.href({})),
      written: new URL(routes.written.form.href({}), urls.referral).href,
    }),
    language: lead.language,
    messageId: `<${id}@${urls.marketing.hostname}>`,
    privacyPolicyUrl: at(marketingRoutes.privacy.href({})),
    wayBack: 'contact',
  })
  await database.transaction({ kind: 'system' }, (tx) => note(tx, { permit }))
  return 'noted'
}
