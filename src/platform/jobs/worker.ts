/**
 * Takes jobs from the queue in PostgreSQL, woken by NOTIFY. A job that throws is tried again, ever more seldom, until its
 * attempts are used; then it is parked where staff see it. Payloads hold ids only: what they point to is read when the
 * job runs, under the rules of that moment.
 */
import { type Runner, run, type Task } from 'graphile-worker'
import { queueLogger } from './queue-logger.ts'

export type JobTools = { readonly attempt: number }
export type JobTask = (payload: unknown, tools: JobTools) => Promise<void>
/** Null when the trouble is the queue's own, e.g. a lost connection. */
export type FailedJob = {
  readonly id: string
  readonly task: string
  readonly attempt: number
  readonly isParked: boolean
}

export type WorkerOptions = {
  /** Connection of the worker role; the schema must be migrated already. */
  readonly workerUrl: string
  readonly tasks: Readonly<Record<string, JobTask>>
  /** Lines of crontab in UTC: `0 3 * * * sweep-retention`. A run missed while we were down is not made up for, unless the line says `?fill=1d`. */
  readonly cron?: readonly string[]
  readonly concurrency?: number
  /** How often to look for jobs whose time has come; new ones announce themselves. */
  readonly pollMs?: number
  readonly onError: (error: unknown, job: FailedJob | null) => void
}

export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: options.workerUrl,
    taskList: taskListOf(options.tasks),
    crontab: (options.cron ?? []).join('\n'),
    concurrency: options.concurrency ?? 4,
    pollInterval: options.pollMs ?? 2000,
    noHandleSignals: true,
    logger: queueLogger((error) => options.onError(error, null)),
  })
  reportFailures(runner, options.onError)
  return { stop: () => stopRunner(runner) }
}

const taskListOf = (tasks: WorkerOptions['tasks']): Record<string, Task> =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, perform]) => {
      const task: Task = (payload, { job }) => perform(payload, { attempt: job.attempts })
      return [name, task]
    }),
  )

function reportFailures(runner: Runner, onError: WorkerOptions['onError']): void {
  runner.events.on('job:error', ({ error, job }) => {
    const isParked = job.attempts >= job.max_attempts
    onError(error, { id: job.id, task: job.task_identifier, attempt: job.attempts, isParked })
  })
  runner.promise.catch((error: unknown) => onError(error, null))
}

/** Takes no new jobs and waits for those that run. */
async function stopRunner(runner: Runner): Promise<void> {
  await runner.stop()
  await runner.promise
}
