import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { startCatcher } from '#platform/catcher/catcher.ts'
import type { CaughtMessage } from '#platform/catcher/caught.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { openMail } from '#platform/mail/mail.ts'
import { openSms } from '#platform/sms/sms.ts'
import { tasksWith } from '#src/tasks.ts'
import { problems } from './problems.ts'
import { workerServices } from './worker-services.ts'
import type { World } from './world.ts'

export type PostOffice = {
  /** The newest message of this kind to this address, once it is there. */
  receive(kind: CaughtMessage['kind'], to: string, about: RegExp): Promise<CaughtMessage>
  /** Everything that was sent so far, newest first. */
  messages(): readonly CaughtMessage[]
  close(): Promise<void>
}

const patienceMs = 30_000
const pauseMs = 100

/** The worker with all its tasks, its mail and SMS going to the catcher: what happens after a request, as in life. */
export async function openPostOffice(world: World, tasksOf = tasksWith): Promise<PostOffice> {
  const catcher = await startCatcher({ smtpPort: 0, httpPort: 0 })
  const mail = openMail({
    smtpUrl: new URL(catcher.smtpUrl),
    from: 'Klinikbro <post@klinikbro.example>',
    requireTls: false,
    privacyPolicyUrl: () => new URL('/privacy', world.services.urls.referral).href,
  })
  const sms = openSms({ baseUrl: new URL(catcher.url), token: 'local', sender: 'Klinikbro' })
  const worker = await startWorker({
    workerUrl: world.database.urls.worker,
    tasks: tasksOf(workerServices(world, { mail, sms })),
    pollMs: 500,
    onError: problems.note,
  })
  return {
    messages: catcher.messages,
    async receive(kind, to, about) {
      const isIt = (one: CaughtMessage) => one.kind === kind && one.to.includes(to) && about.test(wordsOf(one))
      for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pauseMs) {
        const found = catcher.messages().find(isIt)
        if (found) return found
        await setTimeout(pauseMs)
      }
      return assert.fail(`No ${kind} to ${to} about ${about}; sent: ${catcher.messages().map(wordsOf).join(' | ')}`)
    },
    async close() {
      await worker.stop()
      mail.close()
      await catcher.close()
    },
  }
}

const wordsOf = ({ subject, text }: CaughtMessage) => `${subject ?? ''} ${text}`
