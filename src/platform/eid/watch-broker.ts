import type { Temporal } from '#kernel/time.ts'
import type { Eid } from './eid.ts'

export type BrokerWatch = {
  /** Asks the broker when the last answer is older than a minute. Nobody waits for it. */
  look(now: Temporal.Instant): void
  /** Null before the first answer. */
  answers(): boolean | null
}

const freshMs = 60_000

/** What is known of the broker, however many want to know it and however slow it is. */
export function watchBroker(eid: Pick<Eid, 'isReachable'>): BrokerWatch {
  let askedAtMs = Number.NEGATIVE_INFINITY
  let answers: boolean | null = null
  const keep = (answered: boolean) => {
    answers = answered
  }
  return {
    look(now) {
      if (Math.abs(now.epochMilliseconds - askedAtMs) < freshMs) return
      askedAtMs = now.epochMilliseconds
      void eid.isReachable().then(keep, () => keep(false))
    },
    answers: () => answers,
  }
}
