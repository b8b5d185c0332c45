import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type BookingOutcome = 'booked' | 'slot-taken' | 'cancelled' | 'moved' | 'no-show'
export type JobOutcome = 'done' | 'retried' | 'parked'

/** What operators see. The arguments are all that can become a label: no person, address or id fits in. */
export type Metrics = {
  /** `route` is the pattern (`/appointments/:id`), never the path; `durationMs` includes sending the head. */
  requested(request: { route: string; method: string; status: number; durationMs: number }): void
  jobEnded(task: string, outcome: JobOutcome): void
  booking(outcome: BookingOutcome): void
  /** Prometheus text format. */
  render(): Promise<string>
  readonly contentType: string
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** A registry of its own, so that several can live in one process. `processFigures` adds memory, event loop and garbage. */
export function createMetrics({ processFigures = false }: { readonly processFigures?: boolean } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (processFigures) collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'klinikbro_http_request_seconds',
    help: 'Time to answer a request, by route pattern',
    labelNames: ['route', 'method', 'status'],
    buckets: secondsBuckets,
    registers,
  })
  const jobs = new Counter({
    name: 'klinikbro_jobs_total',
    help: 'Ended attempts of background tasks',
    labelNames: ['task', 'outcome'],
    registers,
  })
  const bookings = new Counter({
    name: 'klinikbro_bookings_total',
    help: 'What became of attempts to book',
    labelNames: ['outcome'],
    registers,
  })
  return {
    requested: ({ route, method, status, durationMs }) =>
      requests.observe(
        { route: pattern(route), method: known(method), status: statusClass(status) },
        durationMs / 1000,
      ),
    jobEnded: (task, outcome) => jobs.inc({ task: taskName(task), outcome }),
    booking: (outcome) => bookings.inc({ outcome }),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

const statusClass = (status: number) => `${Math.floor(status / 100)}xx`
const known = (method: string) => (methods.has(method) ? method : 'other')

/** A path passed by mistake would make a series of every visitor, and show ids: it is counted as unknown. */
const pattern = (route: string) =>
  /^\/[a-z0-9/:_*.-]*$/i.test(route) && !/\d{3}|[0-9a-f]{8}-/i.test(route) ? route : 'unknown'
const taskName = (task: string) => (/^[a-z][a-z_.-]*$/.test(task) ? task : 'unknown')
