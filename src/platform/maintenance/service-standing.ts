import { setTimeout } from 'node:timers/promises'
import type { Temporal } from '#kernel/time.ts'
import type { Database } from '#platform/db/database.ts'
import type { Eid } from '#platform/eid/eid.ts'
import { watchBroker } from '#platform/eid/watch-broker.ts'
import type { MaintenanceCalendar } from './maintenance-calendar.ts'
import { isRunning, type MaintenanceWindow } from './maintenance-window.ts'
import { messagesGoOut } from './windows.sql.ts'

/** `unknown`: of what we have not heard from yet. */
export type Standing = 'well' | 'maintenance' | 'disturbance' | 'unknown'

export const serviceParts = ['site', 'booking', 'messages', 'logIn'] as const
export type ServicePart = (typeof serviceParts)[number]

export type ServiceStanding = {
  readonly overall: Exclude<Standing, 'unknown'>
  readonly parts: Readonly<Record<ServicePart, Standing>>
  /** False when the database does not answer: then nothing else works either. */
  readonly isServing: boolean
}

const patienceMs = 3000
const freshMs = 5000

type Asked = { readonly database: Database; readonly maintenance: MaintenanceCalendar; readonly eid: Eid }

/** Tells how the service is doing, and looks no more than every five seconds, however many ask. For the eID broker nobody waits. */
export function standingOf({ database, maintenance, eid }: Asked): (now: Temporal.Instant) => Promise<ServiceStanding> {
  const broker = watchBroker(eid)
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let messages: Promise<boolean | null> = Promise.resolve(null)
  return async (now) => {
    broker.look(now)
    if (Math.abs(now.epochMilliseconds - lookedAtMs) >= freshMs) {
      lookedAtMs = now.epochMilliseconds
      messages = inTime(Promise.all([askMessages(database), maintenance.refresh(now)]).then(([flowing]) => flowing))
    }
    const heard = { messages: await messages, broker: broker.answers() }
    return describe(heard, maintenance.known(), now)
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

type Heard = { readonly messages: boolean | null; readonly broker: boolean | null }

function describe(
  { messages, broker }: Heard,
  windows: readonly MaintenanceWindow[],
  now: Temporal.Instant,
): ServiceStanding {
  const running = windows.find((window) => isRunning(window, now))
  if (messages === null) {
    const none = { site: 'disturbance', booking: 'disturbance', messages: 'disturbance', logIn: 'disturbance' } as const
    return { overall: running ? 'maintenance' : 'disturbance', parts: none, isServing: false }
  }
  const parts = {
    site: running ? 'maintenance' : 'well',
    booking: running?.readOnly ? 'maintenance' : 'well',
    messages: messages ? 'well' : 'disturbance',
    logIn: broker === null ? 'unknown' : broker ? 'well' : 'disturbance',
  } as const
  const found = Object.values<Standing>(parts)
  const overall = found.includes('disturbance') ? 'disturbance' : found.includes('maintenance') ? 'maintenance' : 'well'
  return { overall, parts, isServing: true }
}
