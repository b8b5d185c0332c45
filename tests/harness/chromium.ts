import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** bin/test looks for a browser and says where it is; run by hand, a test takes what it finds. */
const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Quiet, and able to run as root: the pages it sees are our own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts an installed Chromium without a screen. `mapped` sends hosts elsewhere: `{ 'site.localhost:3000': '127.0.0.1:41234' }`. */
export function launchChromium(mapped: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path))
  if (!executablePath) throw new Error('No Chromium found: install it, or set CHROMIUM to its path')
  const rules = Object.entries(mapped).map(([from, to]) => `MAP ${from} ${to}`)
  const mapping = rules.length > 0 ? [`--host-resolver-rules=${rules.join(',')}`] : []
  return chromium.launch({ executablePath, args: [...flags, ...mapping] })
}
