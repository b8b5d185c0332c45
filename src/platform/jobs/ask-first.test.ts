import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Mail } from '#platform/mail/mail.ts'
import { openGate } from '#policy/gate.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { tasksWith } from '#src/tasks.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { type AskedTask, askFirst, JobRefused } from './ask-first.ts'
import type { NotedJob, Task } from './task.ts'
import { type FailedJob, startWorker } from './worker.ts'

const policies = (without?: string) => ({
  referral: { ...referralPolicy, activities: referralPolicy.activities.filter(({ id }) => id !== without) },
  marketing: marketingPolicy,
})

describe('a job whose activity was taken out of the policy', () => {
  let world: World
  let cast: Cast
  const mails: Mail[] = []
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const colleague = { name: 'Ny Kollega', email: 'ny@nordlys.example', roles: ['case-handler'] }
    await (await world.browser({ userId: cast.birthe.userId })).postAndFollow('/organisation/invitations', colleague)
  })
  after(() => world.close())

  const mail = { send: async (one: Mail) => void mails.push(one), close: () => undefined }
  const tasksUnder = (given: ReturnType<typeof policies>) => tasksWith(workerServices(world, { mail }), given)
  const tokens = () => world.sql<{ token_hash: Buffer }>('select token_hash from invitations')

  /** What becomes of the next job under this policy, in a worker as in life. */
  async function work(given: ReturnType<typeof policies>, until: Promise<unknown>, failed: (job: FailedJob) => void) {
    const worker = await startWorker({
      workerUrl: world.database.urls.worker,
      tasks: tasksUnder(given),
      pollMs: 100,
      onError: (error, job) => (job ? failed(job) : assert.fail(String(error))),
    })
    await until
    await worker.stop()
  }

  test('does nothing, and is parked at its first attempt where staff see it (R1.4, T6.3)', async () => {
    const before = await tokens()
    const parked = Promise.withResolvers<FailedJob>()
    await work(policies('access.users'), parked.promise, parked.resolve)
    const { task, attempt, isParked } = await parked.promise
    assert.deepEqual([task, attempt, isParked], ['send-invitation', 1, true])
    assert.deepEqual(mails, [])
    assert.deepEqual(await tokens(), before)
    const page = await (await world.browser(cast.omar)).get('/operator/parked-jobs')
    assertAccessible(page.text)
    assert.match(plain(page.text), /send-invitation – .* Privatlivspolitikken giver ikke systemet lov til dette job/)
  })

  test('leaves the refusal in the trail (R1.4)', async () => {
    const [denied] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'invitation.send'`,
    )
    const { actor, result, detail } = JSON.parse(denied!.event)
    assert.deepEqual(
      { actor, result, detail },
      { actor: { kind: 'system', task: 'send-invitation' }, result: 'denied', detail: { kind: 'not-granted' } },
    )
  })

  test('is done when staff try it again under a policy that grants it', async () => {
    const omar = await world.browser(cast.omar)
    const [job] = await world.sql<{ id: string }>('select id::text from parked_jobs()')
    await omar.postAndFollow(`/operator/parked-jobs/${job!.id}/retry`)
    const sent = Promise.withResolvers<void>()
    const poll = setInterval(() => mails.length > 0 && sent.resolve(), 20)
    await work(policies(), sent.promise, ({ task }) => assert.fail(task))
    clearInterval(poll)
    assert.deepEqual(
      mails.map(({ to }) => to),
      ['ny@nordlys.example'],
    )
    assert.deepEqual((await jobEvents(world, 'invitation.send'))[0], [
      'access.users',
      'user-administration',
      'send-invitation',
      null,
    ])
  })

  test('is refused, whichever job it is and whichever site it belongs to', async () => {
    const nothing = {
      referral: { ...referralPolicy, activities: [] },
      marketing: { ...marketingPolicy, activities: [] },
    }
    const tasks = Object.entries(tasksUnder(nothing))
    assert.ok(tasks.length >= 20)
    for (const [name, perform] of tasks) await assert.rejects(perform({}, { attempt: 1 }), JobRefused, name)
  })
})

describe('a job', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  const run = (perform: (job: NotedJob) => ReturnType<Extract<Task, { touches: unknown }>['perform']>) => {
    const task: Task = { asks: 'lead.erase', touches: ['business-contact'], perform }
    const tasks = askFirst(workerServices(world), openGate(referralPolicy), { 'a-job': task })
    return tasks['a-job']!({}, { attempt: 1 })
  }

  test('that says the trail tells of it has written an event, and the other way round (R1.4)', async () => {
    const told = (job: NotedJob) =>
      world.worker.transaction({ kind: 'system' }, (tx) => job.note(tx, { detail: { erased: 2 } }))
    await assert.rejects(
      run(async () => 'noted'),
      /0 events and "noted" contradict/,
    )
    await assert.rejects(
      run(async (job) => told(job).then(() => 'nothing-done')),
      /1 events and "nothing-done" contradict/,
    )
    await run(async () => 'nothing-done')
    await run(async (job) => told(job).then(() => 'noted'))
    assert.deepEqual((await jobEvents(world, 'lead.erase'))[0], ['customers.leads', 'contact', 'a-job', { erased: 2 }])
  })

  test('may not use a case that is stored only, where its action does not stay possible (T5.4)', async () => {
    const cast = await settle(world)
    const whose = await openCaseFor(world, cast.mette, cast.ana)
    const asked = await askAs(world, whose, 'restriction', { text: 'Jeg er uenig i oplysningerne' })
    const answer = routes.rights.answer.href({ rightsRequestId: asked['Nordlys Sundhed'] ?? '' })
    await (await world.browser(cast.mette)).postAndFollow(answer, { decision: 'grant', note: 'Ja' })
    await assert.rejects(
      run(async ({ permitFor }) => {
        await world.worker.transaction({ kind: 'system' }, (tx) => permitFor(tx, whose))
        return 'nothing-done'
      }),
      (error) => error instanceof JobRefused && error.refusal.why.kind === 'restricted',
    )
  })

  test('does not compile without an action, nor runs without having asked', () => {
    // @ts-expect-error a task that asks for nothing
    const silent: Task = { touchesNobody: true, perform: async () => undefined }
    // @ts-expect-error a task that does not say whose data it touches
    const unsaid: Task = { asks: 'lead.erase', perform: async () => undefined }
    // @ts-expect-error a function that never went through the gate
    const unasked: AskedTask = async () => undefined
    assert.ok(silent && unsaid && unasked)
  })
})
