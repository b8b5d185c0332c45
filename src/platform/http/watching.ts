import type { Temporal } from '#kernel/time.ts'
import type { ErrorTracker } from '#platform/error-tracking/error-tracker.ts'
import type { AccessLog } from '#platform/log/access-log.ts'
import type { Log } from '#platform/log/log.ts'
import type { Metrics } from '#platform/metrics/metrics.ts'
import type { Watch } from './watch.ts'

type Watching = {
  readonly accessLog: AccessLog
  readonly log: Log
  readonly metrics: Metrics
  readonly tracker: ErrorTracker
  readonly now: () => Temporal.Instant
}

/** Sees every request go by: a line in the access log with the fields of T6.1, a figure in the metrics. */
export function watching({ accessLog, log, metrics, tracker, now }: Watching): Watch {
  const watch = async (...[c, route, ip, serve]: Parameters<Watch>) => {
    const begunMs = performance.now()
    const response = await serve()
    const { status } = response
    metrics.requested({ route, method: c.req.method, status, durationMs: performance.now() - begunMs })
    accessLog.write({
      ip,
      route,
      status,
      bytes: Number(response.headers.get('content-length') ?? 0),
      answeredAt: now(),
      userAgent: c.req.header('user-agent'),
      referrer: c.req.header('referer'),
      acceptLanguage: c.req.header('accept-language'),
    })
    return response
  }
  return Object.assign(watch, {
    failed(error: unknown, pattern: string) {
      log.error('request.failed', error)
      tracker.report(error, pattern)
    },
  })
}
