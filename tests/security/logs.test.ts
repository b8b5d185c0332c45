import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { buildAssets } from '#platform/design/index.ts'
import { siteApp } from '#platform/http/site-app.ts'
import { watching } from '#platform/http/watching.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { accessLine } from '#platform/log/access-log.ts'
import { createLog } from '#platform/log/log.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { referralSite } from '#sites/referral/site.ts'
import { referralActions } from '#src/actions.ts'
import { tasksWith } from '#src/tasks.ts'
import { Browser } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'
import { plantEverywhere } from './planted.ts'

const planted = 'Plantet-Lidelse'
/** Everything personal that the scene holds or that a request below carries. */
const personal = [
  planted,
  /020160-?9996/,
  /12 ?34 ?56 ?78/,
  'plantet@patient.example',
  'plantet@lead.example',
  'plantet@nordlys.example',
  'Prøvesen',
  'Mette Sagsen',
]

describe('what is written down about requests and jobs', () => {
  let world: World
  let scene: Scene
  const lines: string[] = []
  const access: string[] = []
  const metrics = createMetrics()
  const log = createLog({ write: (line: string) => void lines.push(line) })

  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
  })
  after(() => world.close())

  /** The product over the same world, watched as in life, and with a task in it that breaks over a person. */
  async function watched() {
    const watch = watching({
      accessLog: {
        write: (visit) => void access.push(JSON.stringify(accessLine(visit))),
        close: () => Promise.resolve(),
      },
      log,
      metrics,
      tracker: { report: () => undefined },
      now: world.clock.now,
    })
    const app = siteApp({
      site: referralSite(referralUrl, referralActions, []),
      services: {
        ...world.services,
        database: {
          ...world.request,
          transaction: (actor, work) =>
            world.request.transaction(actor, async (tx) => {
              const value = await work(tx)
              if (breaking)
                throw new Error(`Key (email)=(plantet@patient.example) of ${planted} 020160-9996 already exists`)
              return value
            }),
        },
      },
      assets: await buildAssets(),
      watch,
      addressOf: () => '192.0.2.77',
    })
    return (request: Request) => Promise.resolve(app.fetch(request))
  }
  let breaking = false

  const assertClean = (texts: readonly string[], what: string) => {
    assert.ok(texts.length > 0, `nothing was written to ${what}`)
    for (const text of texts)
      for (const one of personal)
        assert.ok(
          typeof one === 'string' ? !text.includes(one) : !one.test(text),
          `${what} holds ${one}: ${text.slice(0, 400)}`,
        )
  }

  test('holds nothing of the persons they were about, not even when everything breaks (T6.1, T6.2)', async () => {
    const params = await plantEverywhere(world, scene, planted)
    const fetch = await watched()
    for (const who of [
      { personId: scene.ana },
      { userId: scene.cast.mette.userId },
      { userId: scene.cast.sara.userId },
    ]) {
      const session = (await world.browser(who)).cookies().get('session') ?? ''
      const browser = new Browser(fetch, referralUrl)
      browser.setCookie('session', session)
      for (const { at } of referralActions.filter((one) => one.at.method === 'GET' && one.definition.as !== 'api'))
        await browser.get(`${at.href(params)}?q=${planted}&name=Pr%C3%B8vesen&cpr=020160-9996`)
      await browser.get(`/cases/020160-9996/${planted}`)
      await fetch(
        new Request(new URL('/log-in', referralUrl), {
          headers: {
            'user-agent': `Mozilla/5.0 (${planted} 020160-9996)`,
            referer: `https://search.example/plantet@patient.example/020160-9996?q=${planted}#${planted}`,
            'accept-language': `da;${planted}`,
          },
        }),
      )
      breaking = true
      assert.equal((await browser.get(`/cases/${params['caseId']}`)).status, 500)
      breaking = false
    }
    assertClean(access, 'the access log')
    assertClean(lines, 'the log')
    assertClean([await metrics.render()], 'the metrics')
    assert.match(lines.join(''), /"errorClass":"Error"/)
  })

  test('names nobody in the queue, waiting or parked (T6.2)', async () => {
    const queue = () =>
      world.sql<{ job: string }>('select row_to_json(j)::text as job from graphile_worker._private_jobs j')
    assertClean(
      (await queue()).map(({ job }) => job),
      'the queue',
    )
    await world.sql('update graphile_worker._private_jobs set max_attempts = 1')
    const refusing = workerServices(world, {
      mail: {
        send: ({ to }) => Promise.reject(new Error(`550 no such mailbox ${to} ${planted}`)),
        close: () => undefined,
      },
      sms: { send: ({ to }: { to: string }) => Promise.reject(new Error(`cannot reach ${to}`)) } as never,
      log,
    })
    const worker = await startWorker({
      workerUrl: world.database.urls.worker,
      tasks: tasksWith(refusing),
      pollMs: 100,
      onError: (error, job) => log.error('job.failed', error, job ? { task: job.task, attempt: job.attempt } : {}),
    })
    const parked = () => world.sql('select from graphile_worker._private_jobs where last_error is not null')
    while ((await parked()).length < 2) await setTimeout(50)
    await worker.stop()
    assertClean(
      (await queue()).map(({ job }) => job),
      'the queue',
    )
    assertClean(lines, 'the log')
  })
})
