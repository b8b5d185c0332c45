import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type Figures = {
  insurers: number
  clinics: number
  users: number
  cases: number
  jobs_waiting: number
  jobs_parked: number
  oldest_job_at: Temporal.Instant | null
}

/** Counts over everybody's rows, from a function that hands out nothing else. No row for anyone but the operator. */
export const operatorFigures = (reader: Reader) => reader.row<Figures>(sql`select * from operator_figures()`)

export type DayCount = { day: Temporal.PlainDate; opened: number }

/** How many cases were opened on each Danish day, both days included. */
export const casesOpenedByDay = (reader: Reader, first: Temporal.PlainDate, last: Temporal.PlainDate) =>
  reader.rows<DayCount>(sql`select day, opened from cases_opened_by_day(${first}::date, ${last}::date)`)

export type ParkedJobRow = {
  id: string
  task: string
  attempts: number
  last_error: string
  parked_at: Temporal.Instant
}

/** The newest first. The payload stays in the queue. */
export const parkedJobs = (reader: Reader) =>
  reader.rows<ParkedJobRow>(sql`select id::text as id, task, attempts, last_error, parked_at from parked_jobs()`)

/** False when no such job is parked (any more). */
export const retryParked = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.row<{ done: boolean }>(sql`select retry_parked_job(${id}::bigint) as done`)).done

/** False when no such job is parked (any more). */
export const discardParked = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.row<{ done: boolean }>(sql`select discard_parked_job(${id}::bigint) as done`)).done
