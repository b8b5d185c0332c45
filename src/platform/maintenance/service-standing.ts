import { setTimeout } from 'node:timers/promises'
import type { Temporal } from '#kernel/time.ts'
import type { Database } from '#platform/db/database.ts'
import type { MaintenanceCalendar } from './maintenance-calendar.ts'
import { isRunning } from './maintenance-window.ts'
import { messagesGoOut } from './windows.sql.ts'

export type Standing = 'well' | 'maintenance' | 'disturbance'

export const serviceParts = ['site', 'booking', 'messages', 'logIn'] as const
export type ServicePart = (typeof serviceParts)[number]

export type ServiceStanding = {
  readonly overall: Standing
  readonly parts: Readonly<Record<ServicePart, Standing>>
  /** False when the database does not answer: then nothing else works either. */
  readonly isServing: boolean
}

const patienceMs = 3000
const freshMs = 5000

type Asked = { readonly database: Database; readonly maintenance: MaintenanceCalendar }

/** Tells how the service is doing, and looks no more than every five seconds, however many ask. */
export function standingOf({ database, maintenance }: Asked): (now: Temporal.Instant) => Promise<ServiceStanding> {
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let messages: Promise<boolean | null> = Promise.resolve(null)
  return async (now) => {
    if (Math.abs(now.epochMilliseconds - lookedAtMs) >= freshMs) {
      lookedAtMs = now.epochMilliseconds
      messages = inTime(Promise.all([askMessages(database), maintenance.refresh(now)]).then(([flowing]) => flowing))
    }
    return describe(await messages, maintenance, now)
  }
}

const askMessages = (database: Database) =>
  database.transaction({ kind: 'anonymous' }, (tx) => messagesGoOut(tx), 'look')

/** Null when there is no answer, or none in time. */
async function inTime(work: Promise<boolean>): Promise<boolean | null> {
  const waiting = new AbortController()
  const tooLate = setTimeout(patienceMs, null, { signal: waiting.signal }).catch(() => null)
  const answer = await Promise.race([work.catch(() => null), tooLate])
  waiting.abort()
  return answer
}

function describe(messages: boolean | null, maintenance: MaintenanceCalendar, now: Temporal.Instant): ServiceStanding {
  const running = maintenance.known().find((window) => isRunning(window, now))
  if (messages === null) {
    const none = { site: 'disturbance', booking: 'disturbance', messages: 'disturbance', logIn: 'disturbance' } as const
    return { overall: running ? 'maintenance' : 'disturbance', parts: none, isServing: false }
  }
  const parts = {
    site: running ? 'maintenance' : 'well',
    booking: running?.readOnly ? 'maintenance' : 'well',
    messages: messages ? 'well' : 'disturbance',
    logIn: 'well',
  } as const
  const found = Object.values<Standing>(parts)
  const overall = found.includes('disturbance') ? 'disturbance' : found.includes('maintenance') ? 'maintenance' : 'well'
  return { overall, parts, isServing: true }
}
