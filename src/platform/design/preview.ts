// For the eye: takes pictures of every preview page on a phone and a desk into a folder, and says where.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useAssets } from './asset-paths.ts'
import { buildAssets } from './assets.ts'
import { openBrowser, servePreview } from './preview-browser.ts'
import { previewPage } from './preview-page.ts'
import { previewPages } from './preview-pages.tsx'

const assets = await buildAssets()
useAssets(assets)
const folder = mkdtempSync(join(tmpdir(), 'design-'))
await using server = await servePreview(assets)
const browser = await openBrowser()
for (const width of [375, 1280]) {
  const tab = await browser.newPage({ viewport: { width, height: 812 } })
  tab.on('console', (message) => process.stdout.write(`${message.text()}\n`))
  for (const name of Object.keys(previewPages(previewPage))) {
    await tab.goto(`${server.address}/${name}`)
    await tab.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
}
await browser.close()
process.stdout.write(`${folder}\n`)
