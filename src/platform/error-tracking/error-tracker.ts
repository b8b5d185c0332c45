import type { ThirdParty } from '#policy/third-parties.ts'
import { scrubError } from './scrub.ts'

/** Tells an outside service what broke, scrubbed (T18.1). Never waits, never fails, and never tells of whom. */
export type ErrorTracker = { report(error: unknown, route: string): void }

type Options = {
  readonly thirdParties: readonly ThirdParty[]
  readonly now: () => { toString(): string }
  readonly send?: typeof fetch
}

const patienceMs = 5000
const mostUnderWay = 10

/** With nothing declared in the policy it tells nobody. What is too much at once is dropped: the log has it. */
export function openErrorTracker({ thirdParties, now, send = fetch }: Options): ErrorTracker {
  const tracking = thirdParties.filter((one) => one.type === 'error-tracking')
  let underWay = 0
  return {
    report(error, route) {
      for (const { host, path } of tracking) {
        if (underWay >= mostUnderWay) return
        underWay += 1
        const body = JSON.stringify({ ...scrubError(error, route), at: now().toString() })
        const headers = { 'content-type': 'application/json' }
        const signal = AbortSignal.timeout(patienceMs)
        send(`https://${host}${path}`, { method: 'POST', headers, body, signal, redirect: 'error' })
          .catch(() => null)
          .finally(() => {
            underWay -= 1
          })
      }
    },
  }
}
