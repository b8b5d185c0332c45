import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import type { Id } from '#kernel/ids.ts'
import { type PageView, statisticsStandIn } from '#platform/local/statistics.ts'
import { standInHosts } from '#policy/third-parties.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { launchChromium } from './chromium.ts'
import { marketingUrl, openWorld, referralUrl, type World } from './world.ts'

export type Visitor = {
  /** A phone or a desk. */
  readonly width?: 375 | 1280
  readonly javaScript?: boolean
  readonly as?: { readonly userId: Id<'user'> } | { readonly personId: Id<'person'> }
  readonly language?: 'da' | 'en'
}

/** What a page complained about: content policy, scripts, answers of 500. */
export type Tab = { readonly page: Page; readonly complaints: readonly string[]; close(): Promise<void> }

export type ServedWorld = {
  readonly world: World
  readonly urls: { readonly referral: URL; readonly marketing: URL }
  /** What reached the stand-in of the statistics service. */
  readonly pageViews: () => readonly PageView[]
  newTab(visitor?: Visitor): Promise<Tab>
  /** Serious and lesser violations of WCAG 2.2 AA, one line each. Needs a tab with JavaScript. */
  axe(page: Page): Promise<string[]>
  /** True when nothing stands outside the window's width. */
  fits(page: Page): Promise<boolean>
  /** For looking at: into .screenshots/, which is not kept. */
  screenshot(page: Page, name: string): Promise<void>
  close(): Promise<void>
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A world on a real port, met in a real browser that finds our host names there, so that addresses, cookies and origins are as in life. */
export async function openServedWorld(options: Parameters<typeof openWorld>[0] = {}): Promise<ServedWorld> {
  const world = await openWorld(options)
  const hosts = standInHosts(marketingPolicy, marketingUrl.hostname)
  const statistics = statisticsStandIn(() => '198.51.100.77')
  const fetch = (asked: Request) =>
    hosts.includes(new URL(asked.url).hostname) ? statistics.app.fetch(asked) : world.fetch(asked)
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const there = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const ownHosts = [referralUrl.host, marketingUrl.host, ...hosts.map((host) => `${host}:${marketingUrl.port}`)]
  const browser = await launchChromium(Object.fromEntries(ownHosts.map((host) => [host, there])))
  return {
    world,
    urls: { referral: referralUrl, marketing: marketingUrl },
    pageViews: statistics.views,
    newTab: (visitor = {}) => openTab(browser, world, visitor),
    axe: violationsOn,
    fits: (page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    async screenshot(page, name) {
      mkdirSync('.screenshots', { recursive: true })
      await page.screenshot({ path: `.screenshots/${name}.png`, fullPage: true })
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await world.close()
    },
  }
}

async function openTab(browser: Browser, world: World, visitor: Visitor): Promise<Tab> {
  const { width = 1280, javaScript = true, as, language } = visitor
  const context = await browser.newContext({
    viewport: { width, height: width === 375 ? 812 : 900 },
    javaScriptEnabled: javaScript,
    baseURL: referralUrl.href,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const session = as && (await world.browser(as)).cookies().get('session')
  const given = (name: string, value: string | undefined, url: URL) => (value ? [{ name, value, url: url.href }] : [])
  await context.addCookies([
    ...given('session', session, referralUrl),
    ...[referralUrl, marketingUrl].flatMap((url) => given('language', language, url)),
  ])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints, close: () => context.close() }
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const run = `window.axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(axeTags)} }, resultTypes: ['violations'] })`
  const result = await page.evaluate<AxeResults>(run)
  assert.ok(result.passes.length > 5, 'axe saw nothing')
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}
