import type { Queryable } from './parked-jobs.sql.ts'

/** Uses up the attempts of the job that runs: once it has failed it is parked, and not tried again before a person says so. */
export const useUpAttempts = (db: Queryable, jobId: string) =>
  db.query('update graphile_worker._private_jobs set attempts = max_attempts where id = $1', [jobId])
