import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'

/** Everything that happens after a request, by the name that `enqueue` knows. */
export const tasksWith = (_services: WorkerServices): Readonly<Record<string, JobTask>> => ({})

/** What happens by the clock, in crontab lines in UTC. */
export const timetable: readonly string[] = []
