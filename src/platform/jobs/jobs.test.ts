import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { Temporal } from '#kernel/time.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { createOwner } from '#platform/postgres/create-owner.sql.ts'
import { type Embedded, startEmbedded } from '#platform/postgres/embedded.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { askFirst } from './ask-first.ts'
import { migrateJobs } from './migrate-jobs.ts'
import { discardParkedJob, enqueueJob, listParkedJobs, retryParkedJob } from './parked-jobs.sql.ts'
import type { Job } from './task.ts'
import { startWorker } from './worker.ts'

const password = 'only-for-tests'
let embedded: Embedded
let folder: string
let clients: { owner: pg.Client; request: pg.Client }
let workerUrl: string
let database: Database

const urlOf = (user: string) => {
  const url = new URL(embedded.url(user, 'jobs_test'))
  url.password = password
  return url.href
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klinikbro-jobs-'))
  chmodSync(folder, 0o755)
  embedded = await startEmbedded({ folder: join(folder, 'data'), durable: false, memory: false })
  await createOwner(embedded, { database: 'jobs_test', owner: 'jobs_owner', password })
  const owner = new pg.Client({ connectionString: urlOf('jobs_owner') })
  await owner.connect()
  for (const role of ['klinikbro_request', 'klinikbro_worker']) {
    await owner.query(`create role ${role} login password '${password}'`)
  }
  await migrateJobs(urlOf('jobs_owner'))
  await migrateJobs(urlOf('jobs_owner'))
  const request = new pg.Client({ connectionString: urlOf('klinikbro_request') })
  await request.connect()
  clients = { owner, request }
  workerUrl = urlOf('klinikbro_worker')
  database = openDatabase(workerUrl, { connections: 1 })
})

after(async () => {
  await clients?.owner.end()
  await clients?.request.end()
  await database?.close()
  await embedded?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** One task that the policy allows. */
const allowed = (name: string, perform: (job: Job) => Promise<void>) =>
  askFirst({ database, now: () => Temporal.Now.instant() }, openGate(referralPolicy), {
    [name]: { asks: 'oversight.count', touchesNobody: true, perform },
  })

/** A promise and the function that keeps it. */
const signal = <Value = void>() => Promise.withResolvers<Value>()
const failOnError = (error: unknown) => assert.fail(error instanceof Error ? error : String(error))

describe('jobs', () => {
  test('a job enqueued by a request wakes the worker, with its payload', async () => {
    const seen = signal<unknown>()
    const tasks = allowed('greet', async ({ payload }) => seen.resolve(payload))
    const worker = await startWorker({ workerUrl, tasks, pollMs: 60_000, onError: failOnError })
    await enqueueJob(clients.request, { task: 'greet', payload: { caseId: 'c1' } })
    assert.deepEqual(await seen.promise, { caseId: 'c1' })
    await worker.stop()
  })

  test('a job of a transaction that is rolled back never runs', async () => {
    await clients.request.query('begin')
    await enqueueJob(clients.request, { task: 'never', payload: {} })
    await clients.request.query('rollback')
    const { rows } = await clients.owner.query("select from graphile_worker.jobs where task_identifier = 'never'")
    assert.equal(rows.length, 0)
  })

  test('a later job with the same key takes the place of the waiting one', async () => {
    const runAt = new Date('2999-01-01T00:00:00Z')
    await enqueueJob(clients.request, { task: 'remind', payload: { at: 1 }, runAt, jobKey: 'remind:c1' })
    await enqueueJob(clients.request, { task: 'remind', payload: { at: 2 }, runAt, jobKey: 'remind:c1' })
    const { rows } = await clients.owner.query(
      "select payload from graphile_worker._private_jobs where key = 'remind:c1'",
    )
    assert.deepEqual(rows, [{ payload: { at: 2 } }])
  })

  test('stopping waits for the job that runs', async () => {
    const started = signal()
    const finish = signal()
    let finished = false
    const tasks = allowed('slow', async () => {
      started.resolve()
      await finish.promise
      finished = true
    })
    const worker = await startWorker({ workerUrl, tasks, onError: failOnError })
    await enqueueJob(clients.request, { task: 'slow', payload: {} })
    await started.promise
    const stopped = worker.stop()
    finish.resolve()
    await stopped
    assert.ok(finished)
  })

  test('a job that fails for good is parked, told of, retried and discarded', async () => {
    const failures = [signal<boolean>(), signal<boolean>(), signal<boolean>()]
    let count = 0
    const tasks = allowed('break', async ({ attempt }) => {
      throw new Error(`attempt ${attempt} failed`)
    })
    const onError = (_: unknown, job: { isParked: boolean } | null) =>
      failures[count++]?.resolve(job?.isParked ?? false)
    const worker = await startWorker({ workerUrl, tasks, onError })
    await enqueueJob(clients.request, { task: 'break', payload: { caseId: 'c9' }, maxAttempts: 1 })
    assert.equal(await failures[0]?.promise, true)
    const parked = await onceParked()
    assert.equal(parked.lastError, 'Error')
    assert.deepEqual(
      [parked.task, parked.payload, parked.attempts, parked.maxAttempts],
      ['break', { caseId: 'c9' }, 1, 1],
    )

    assert.equal(await retryParkedJob(clients.request, parked.id), true)
    assert.equal(await failures[1]?.promise, true)
    const again = await onceParked()
    await worker.stop()
    assert.equal(await discardParkedJob(clients.request, again.id), true)
    assert.equal(await discardParkedJob(clients.request, again.id), false)
    assert.equal(await retryParkedJob(clients.request, again.id), false)
    assert.deepEqual(await listParkedJobs(clients.request), [])
  })

  test('a job that waits cannot be retried or discarded as if it were parked', async () => {
    await enqueueJob(clients.request, { task: 'later', payload: {}, runAt: new Date('2999-01-01T00:00:00Z') })
    const { rows } = await clients.owner.query("select id from graphile_worker.jobs where task_identifier = 'later'")
    assert.equal(await discardParkedJob(clients.request, rows[0].id), false)
  })

  test('the request role cannot reach into the queue, and the worker role cannot change its schema', async () => {
    await assert.rejects(clients.request.query('select * from graphile_worker._private_jobs'), { code: '42501' })
    const worker = new pg.Client({ connectionString: workerUrl })
    await worker.connect()
    await assert.rejects(worker.query('drop table graphile_worker._private_jobs'), { code: '42501' })
    await assert.rejects(worker.query('select * from public.parked_jobs()'), { code: '42501' })
    await worker.query("select public.enqueue('later', '{}')")
    await worker.end()
  })

  test('a worker whose connections were cut goes on working', async () => {
    const seen = signal()
    const tasks = allowed('greet', async () => seen.resolve())
    const worker = await startWorker({ workerUrl, tasks, pollMs: 100, onError: () => undefined })
    await clients.owner.query('grant klinikbro_worker to current_user')
    await clients.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'klinikbro_worker'",
    )
    await enqueueJob(clients.request, { task: 'greet', payload: {} })
    await seen.promise
    await worker.stop()
  })

  test('a worker with a crontab starts as a role that owns nothing', async () => {
    const tasks = allowed('sweep', async () => undefined)
    const worker = await startWorker({ workerUrl, tasks, cron: ['0 3 * * * sweep'], onError: failOnError })
    await worker.stop()
  })
})

/** The failure is told of just before the database knows. */
async function onceParked() {
  for (;;) {
    const [parked] = await listParkedJobs(clients.request)
    if (parked) return parked
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
