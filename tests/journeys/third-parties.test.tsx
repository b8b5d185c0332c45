import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { get } from '#kernel/route.ts'
import { buildAssets, Embed, Layout, useAssets } from '#platform/design/index.ts'
import { openErrorTracker } from '#platform/error-tracking/error-tracker.ts'
import { action } from '#platform/http/action.ts'
import { sendJson, show, withHeaders } from '#platform/http/answer.ts'
import { siteApp } from '#platform/http/site-app.ts'
import { addressOf } from '#platform/http/web-server.ts'
import { openGate } from '#policy/gate.ts'
import { policy } from '#policy/model.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { marketingSite } from '#sites/marketing/site.ts'
import { launchChromium } from '#tests/harness/chromium.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'

const filmHost = 'film.klinikbro.localhost'
const [processor] = marketingPolicy.processors.filter(({ id }) => id === 'statistics')
assert.ok(processor)

/** The public site as it would be with a film on somebody else's host and an error tracker abroad, both declared. */
const withFilm = policy({
  ...marketingPolicy,
  processors: [
    ...marketingPolicy.processors,
    { ...processor, id: 'film', hosts: [filmHost] },
    { ...processor, id: 'errors', country: 'US', transferBasis: 'standard-clauses', hosts: ['errors.example'] },
  ],
  thirdCountries: 'with-basis',
  activities: marketingPolicy.activities.map((one) =>
    one.id === 'marketing.statistics' ? { ...one, thirdCountries: 'with-basis' as const } : one,
  ),
  thirdParties: [
    ...marketingPolicy.thirdParties,
    {
      type: 'embed',
      id: 'film',
      processor: 'film',
      activity: 'marketing.statistics',
      host: filmHost,
      waitsFor: 'marketing',
      keeps: [],
    },
    {
      type: 'error-tracking',
      id: 'errors',
      processor: 'errors',
      activity: 'marketing.statistics',
      host: 'errors.example',
      path: '/events',
    },
  ],
})

const viewFilm = action({
  at: get('/film'),
  asks: 'marketing.view',
  touches: [],
  async run({ page }) {
    return show(
      <Layout page={page} title="Film">
        <Embed page={page} id="film" src={`http://${filmHost}:3000/one`} title="Sådan booker du" />
      </Layout>,
    )
  },
})

/** A mistake: a cookie set past the register. */
const sneak = action({
  at: get('/sneak'),
  asks: 'marketing.view',
  touches: [],
  run: () => Promise.resolve(withHeaders(sendJson({}), { 'Set-Cookie': 'tracker=1; Path=/' })),
})

describe('third parties of a site', () => {
  let world: World
  let server: Server
  let browser: Browser
  let app: ReturnType<typeof siteApp>
  let asked: string[] = []
  const told: string[] = []

  before(async () => {
    world = await openWorld()
    const assets = await buildAssets()
    useAssets(assets)
    const site = { ...marketingSite(marketingUrl, [viewFilm, sneak]), gate: openGate(withFilm) }
    const tracker = openErrorTracker({
      ...withFilm,
      now: world.clock.now,
      send: (url, options) => {
        told.push(`${new Request(url).url} ${typeof options?.body === 'string' ? options.body : ''}`)
        return Promise.resolve(new Response())
      },
    })
    const watch = Object.assign((...[, , , serve]: [unknown, unknown, unknown, () => Promise<Response>]) => serve(), {
      failed: (error: unknown, route: string) => tracker.report(error, route),
    })
    app = siteApp({ site, services: world.services, assets, watch, addressOf: addressOf(true) })
    const fetch = (request: Request) =>
      new URL(request.url).hostname === filmHost
        ? new Response('<h1>The film</h1>', { headers: { 'content-type': 'text/html' } })
        : app.fetch(request)
    server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const there = `127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchChromium({ [marketingUrl.host]: there, [`${filmHost}:3000`]: there })
  })
  after(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    await world.close()
  })

  async function open(path: string, javaScript = true): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: javaScript, baseURL: marketingUrl.href })
    const page = await context.newPage()
    asked = []
    page.on('request', (request) => asked.push(new URL(request.url()).hostname))
    await page.goto(path)
    return page
  }

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript'
    test(`content from another host is asked for only after a click, ${how}, and works as a link until then (T15.1)`, async () => {
      const page = await open('/film?part=2', javaScript)
      assert.ok(!asked.includes(filmHost))
      assert.equal(await page.locator('iframe').count(), 0)
      assert.equal(
        await page.getByRole('link', { name: /Åbn det hos film/ }).getAttribute('href'),
        `http://${filmHost}:3000/one`,
      )
      await page.getByRole('button', { name: 'Vis indholdet her' }).click()
      await page.frameLocator('iframe').getByText('The film').waitFor()
      assert.ok(asked.includes(filmHost))
      assert.equal(new URL(page.url()).search, '?part=2&embed=film')
      await page.context().close()
    })
  }

  test('content from another host is closed again on the next view, and a link from elsewhere is no click (T15.1)', async () => {
    const page = await open('/film?embed=film')
    assert.equal(await page.locator('iframe').count(), 0)
    assert.ok(!asked.includes(filmHost))
    await page.context().close()
  })

  test('content from another host is framed by the page’s policy only while it is open (T15.1)', async () => {
    const at = async (headers: Record<string, string>) => {
      const answer = await app.fetch(new Request(`${marketingUrl.href}film?embed=film`, { headers }))
      return answer.headers.get('content-security-policy') ?? ''
    }
    assert.match(await at({ 'sec-fetch-site': 'same-origin' }), /frame-src http:\/\/film\.klinikbro\.localhost:3000;/)
    assert.doesNotMatch(await at({ 'sec-fetch-site': 'cross-site' }), /frame-src/)
    assert.doesNotMatch(await at({}), /frame-src/)
  })

  test('what breaks in a browser is told by our server, scrubbed, and never by the browser (T18.1)', async () => {
    const page = await open('/film')
    await page.evaluate(() => setTimeout(() => void Promise.reject(new Error('no time for Ana Prøvesen, 010170-8889'))))
    await page.waitForResponse((response) => response.url().endsWith('/browser-errors') && response.status() === 204)
    assert.deepEqual([...new Set(asked)], [marketingUrl.hostname])
    assert.equal(told.length, 1)
    assert.match(told[0] ?? '', /^https:\/\/errors\.example\/events .*BrowserError.*no time for \[name\]/)
    assert.doesNotMatch(told.join(), /Ana|Prøvesen|8889|198\.51/)
    await page.context().close()
  })

  test('browser errors are taken from our own pages only', async () => {
    const post = (origin: string) =>
      app.fetch(
        new Request(`${marketingUrl.href}browser-errors`, { method: 'POST', headers: { origin }, body: 'message=x' }),
      )
    assert.equal((await post('https://evil.example')).status, 403)
    assert.equal((await world.fetch(new Request(`${marketingUrl.href}browser-errors`, { method: 'POST' }))).status, 404)
  })

  test('a cookie set past the register breaks the page that sets it, and reaches nobody (T7.2)', async () => {
    const answer = await app.fetch(new Request(`${marketingUrl.href}sneak`))
    assert.equal(answer.status, 500)
    assert.deepEqual(answer.headers.getSetCookie(), [])
    assert.match(told.at(-1) ?? '', /not in the register/)
  })
})
