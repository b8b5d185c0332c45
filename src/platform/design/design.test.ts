import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Browser, Page as Tab } from 'playwright-core'
import { type AssetName, type Assets, buildAssets, useAssets } from './index.ts'
import { openBrowser, type Preview, servePreview } from './preview-browser.ts'
import { previewPage } from './preview-page.ts'
import { previewPages } from './preview-pages.tsx'

declare global {
  interface Window {
    axe: { run: (options: object) => Promise<AxeResults> }
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const names = Object.keys(previewPages(previewPage))
let assets: Assets
let preview: Preview
let browser: Browser

before(async () => {
  assets = await buildAssets()
  useAssets(assets)
  preview = await servePreview(assets)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await preview?.[Symbol.asyncDispose]()
})

const open = async (path: string, width: number): Promise<{ tab: Tab; complaints: string[] }> => {
  const tab = await browser.newPage({ viewport: { width, height: 812 }, reducedMotion: 'reduce' })
  const complaints: string[] = []
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
  await tab.goto(`${preview.address}${path}`)
  return { tab, complaints }
}

const violationsOf = async (tab: Tab): Promise<string[]> => {
  await tab.evaluate(axeSource)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const result = await tab.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), tags)
  assert.ok(result.passes.length > 10, 'axe saw nothing')
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}

for (const width of [375, 1280]) {
  for (const path of [...names.map((name) => `/${name}`), '/en/form', '/en/home']) {
    test(`${path} at ${width} pixels has no accessibility violation, no sideways scroll and no content policy error`, async () => {
      const { tab, complaints } = await open(path, width)
      assert.deepEqual(await violationsOf(tab), [])
      assert.deepEqual(complaints, [])
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'scrolls sideways')
      await tab.close()
    })
  }
}

test('every button and field of a form is at least 44 pixels high on a phone', async () => {
  const { tab } = await open('/form', 375)
  const low = await tab
    .locator('main :is(.button, .input, .choice > label, .time)')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML))
  assert.deepEqual(low, [])
  await tab.close()
})

test('a refused form opens with focus on the summary, whose links lead to the fields', async () => {
  const { tab } = await open('/form', 375)
  assert.equal(await tab.evaluate(() => document.activeElement?.className), 'error-summary')
  for (const href of await tab
    .locator('.error-summary a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    assert.equal(await tab.locator(`[id="${href.slice(1)}"]`).count(), 1, href)
  }
  await tab.close()
})

test('the phone menu opens without JavaScript and stands open on a desk', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 812 } })
  const tab = await context.newPage()
  await tab.goto(`${preview.address}/home`)
  const link = tab.getByRole('link', { name: 'Mine tider' })
  assert.equal(await link.isVisible(), false)
  await tab.getByRole('button', { name: 'Menu' }).click()
  assert.equal(await link.isVisible(), true)
  await tab.setViewportSize({ width: 1280, height: 812 })
  await tab.reload()
  assert.equal(await link.isVisible(), true)
  await context.close()
})

test('arrow keys walk between the events of a day and between days', async () => {
  const { tab } = await open('/staff', 1280)
  const focused = (): Promise<string> => tab.evaluate(() => document.activeElement?.textContent ?? '')
  await tab.locator('.calendar a.event').first().focus()
  await tab.keyboard.press('ArrowDown')
  assert.match(await focused(), /Telefon/)
  await tab.keyboard.press('ArrowRight')
  assert.match(await focused(), /Dina Test/)
  await tab.keyboard.press('ArrowRight')
  assert.match(await focused(), /Ledig/)
  await tab.close()
})

test('a countdown ticks from what the server counted', async () => {
  const { tab } = await open('/form', 375)
  assert.match((await tab.locator('[data-left]').textContent()) ?? '', /^1[12]:\d\d$/)
  await tab.close()
})

test('the style sheet stays under 30 KB, 8 KB compressed, and a whole first view under 60 kB', () => {
  const size = (name: AssetName): { raw: number; sent: number } => {
    const asset = assets.find(assets.path(name))
    assert.ok(asset, name)
    return { raw: asset.body.length, sent: (asset.gzip ?? asset.body).length }
  }
  assert.ok(size('app.css').raw <= 30 * 1024, `${size('app.css').raw}`)
  assert.ok(size('app.css').sent <= 8 * 1024, `${size('app.css').sent}`)
  for (const font of ['ibm-plex-sans-400.woff2', 'ibm-plex-sans-600.woff2'] as const)
    assert.ok(size(font).raw <= 14 * 1024)
  const all: readonly AssetName[] = [
    'app.css',
    'islands.js',
    'mark.svg',
    'ibm-plex-sans-400.woff2',
    'ibm-plex-sans-600.woff2',
  ]
  const markup = 20_000
  assert.ok(all.reduce((sum, name) => sum + size(name).sent, markup) < 60_000)
})

test('addresses carry the hash of the content, and unknown ones are not found', () => {
  assert.match(assets.path('app.css'), /^\/assets\/app-[0-9a-f]{10}\.css$/)
  assert.equal(assets.find('/assets/app.css'), null)
  assert.equal(assets.find('/assets/../package.json'), null)
})
