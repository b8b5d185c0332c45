/** Jobs that used up their attempts. Whoever calls these has asked the policy first. */
export type ParkedJob = {
  readonly id: string
  readonly task: string
  readonly payload: unknown
  readonly attempts: number
  readonly maxAttempts: number
  readonly lastError: string
  readonly parkedAt: Date
}

/** Anything with node-postgres's `query`. */
export type Queryable = {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

export type Job = {
  readonly task: string
  /** Ids only. */
  readonly payload: Readonly<Record<string, string | number | null>>
  readonly runAt?: Date
  /** A later job with the same key takes the place of one that has not started. */
  readonly jobKey?: string
  readonly maxAttempts?: number
}

/** Part of the caller's own transaction: a job exists only if what it is about was saved. */
export async function enqueueJob(db: Queryable, job: Job): Promise<void> {
  await db.query('select public.enqueue($1, $2, coalesce($3, now()), $4, $5)', [
    job.task,
    JSON.stringify(job.payload),
    job.runAt ?? null,
    job.jobKey ?? null,
    job.maxAttempts ?? 8,
  ])
}

/** Newest first. */
export async function listParkedJobs(db: Queryable): Promise<ParkedJob[]> {
  const { rows } = await db.query(
    `select id::text, task, payload, attempts, max_attempts as "maxAttempts", last_error as "lastError",
            parked_at as "parkedAt"
     from public.parked_jobs()`,
  )
  return rows as ParkedJob[]
}

/** False when no such job is parked (any more). */
export const retryParkedJob = (db: Queryable, id: string): Promise<boolean> =>
  isDone(db, 'select public.retry_parked_job($1) as done', id)

/** False when no such job is parked (any more). */
export const discardParkedJob = (db: Queryable, id: string): Promise<boolean> =>
  isDone(db, 'select public.discard_parked_job($1) as done', id)

async function isDone(db: Queryable, text: string, id: string): Promise<boolean> {
  const { rows } = await db.query(text, [id])
  return rows[0]?.done === true
}
