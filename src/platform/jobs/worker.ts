/**
 * Takes jobs from the queue in PostgreSQL, woken by NOTIFY. A job that throws is tried again, ever more seldom, until its
 * attempts are used; then it is parked where staff see it. What the policy refuses is parked at once. Payloads hold ids only: what they point to is read when the
 * job runs, under the rules of that moment.
 */
import { setTimeout } from 'node:timers/promises'
import { type Runner, run, type Task } from 'graphile-worker'
import type pg from 'pg'
import { quietPool } from '#platform/db/quiet-pool.ts'
import { errorTrace } from '#platform/log/error-trace.ts'
import { type AskedTasks, JobRefused } from './ask-first.ts'
import { useUpAttempts } from './park.sql.ts'
import { queueLogger } from './queue-logger.ts'

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
  readonly tasks: AskedTasks
  /** Lines of crontab in UTC: `0 3 * * * sweep-retention`. A run missed while we were down is not made up for, unless the line says `?fill=1d`. */
  readonly cron?: readonly string[]
  readonly concurrency?: number
  /** How often to look for jobs whose time has come; new ones announce themselves. */
  readonly pollMs?: number
  readonly onError: (error: unknown, job: FailedJob | null) => void
}

const restartMs = 2000
const farewellMs = 2000
const defaultConcurrency = 4

/** `stop` takes no new jobs and waits for those that run. A worker that ends by itself, e.g. because the database was restarted, is started again until it is stopped. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  // Its own pool, not the runner's: one that is cut off while it closes would end the process.
  const pool = quietPool({ connectionString: options.workerUrl, max: (options.concurrency ?? defaultConcurrency) + 3 })
  let runner: Runner | null = await openRunner(options, pool)

  const keepRunning = async () => {
    while (runner) {
      await runner.promise.catch((error: unknown) => options.onError(error, null))
      runner = stopping.signal.aborted ? null : await reopen(options, pool, stopping.signal)
    }
  }
  const ended = keepRunning()
  const stop = async () => {
    stopping.abort()
    // Rejects only when the runner had ended already.
    await runner?.stop().catch(() => undefined)
    await ended
    await farewell(pool)
  }
  return { stop }
}

/** A connection that was cut while the runner held it may never come back to the pool: nobody waits long for it. */
async function farewell(pool: pg.Pool): Promise<void> {
  const patience = new AbortController()
  const waited = setTimeout(farewellMs, null, { signal: patience.signal }).catch(() => null)
  await Promise.race([pool.end(), waited])
  patience.abort()
}

async function reopen(options: WorkerOptions, pool: pg.Pool, stopping: AbortSignal): Promise<Runner | null> {
  while (!stopping.aborted) {
    await setTimeout(restartMs, null, { signal: stopping }).catch(() => undefined)
    if (stopping.aborted) return null
    try {
      const runner = await openRunner(options, pool)
      if (stopping.aborted) await runner.stop()
      return runner
    } catch (error) {
      options.onError(error, null)
    }
  }
  return null
}

async function openRunner(options: WorkerOptions, pgPool: pg.Pool): Promise<Runner> {
  const runner = await run({
    pgPool,
    taskList: taskListOf(options.tasks),
    crontab: (options.cron ?? []).join('\n'),
    concurrency: options.concurrency ?? defaultConcurrency,
    pollInterval: options.pollMs ?? 2000,
    noHandleSignals: true,
    logger: queueLogger((error) => options.onError(error, null)),
  })
  reportFailures(runner, options.onError)
  return runner
}

const taskListOf = (tasks: WorkerOptions['tasks']): Record<string, Task> =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, perform]) => {
      const task: Task = (payload, { job, withPgClient }) =>
        perform(payload, { attempt: job.attempts }).catch(async (error: unknown) => {
          if (error instanceof JobRefused) await withPgClient((client) => useUpAttempts(client, job.id))
          throw new JobFailed(error)
        })
      return [name, task]
    }),
  )

/** The queue keeps the message of what a task threw, and messages quote what went wrong: an address, a row. It gets only the kind (T6.2). */
class JobFailed extends Error {
  override name = 'JobFailed'
  constructor(cause: unknown) {
    const { errorClass, code, constraint } = errorTrace(cause)
    super([errorClass, code, constraint].filter(Boolean).join(' '), { cause })
  }
}

function reportFailures(runner: Runner, onError: WorkerOptions['onError']): void {
  runner.events.on('job:error', ({ error, job }) => {
    const cause = error instanceof JobFailed ? error.cause : error
    const isParked = job.attempts >= job.max_attempts || cause instanceof JobRefused
    onError(cause, {
      id: job.id,
      task: job.task_identifier,
      attempt: job.attempts,
      isParked,
    })
  })
}
