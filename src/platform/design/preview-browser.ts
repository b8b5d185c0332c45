// Serves the preview pages with the real content policy to a real Chromium. Used by preview.ts and design.test.ts only.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright-core'
import { type Html, renderPage } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import type { Assets } from './assets.ts'
import { previewPage } from './preview-page.ts'
import { previewPages } from './preview-pages.tsx'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Starts an installed Chromium; throws with what to install when there is none. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = candidates.find((path) => existsSync(path))
  if (executablePath === undefined)
    throw new Error(`No Chromium found at ${candidates.join(', ')}: install one, these tests look at real pages`)
  return chromium.launch({ executablePath, args: flags })
}

export type Preview = { readonly address: string; readonly [Symbol.asyncDispose]: () => Promise<void> }

/** A server for `/form`, `/home` … in Danish, `/en/form` … in English, and the assets. */
export const servePreview = async (assets: Assets): Promise<Preview> => {
  const pages = { da: previewPages(previewPage), en: previewPages({ ...previewPage, language: 'en' }) }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const asset = assets.find(path)
    if (asset !== null) return response.setHeader('content-type', asset.contentType).end(asset.body)
    const [, first = '', second = ''] = path.split('/')
    const html: Html | undefined = first === 'en' ? pages.en[second] : pages.da[first]
    if (html === undefined) return response.writeHead(404).end()
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', policyOf(previewPage))
    return response.end(renderPage(html))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const policyOf = (page: Page): string =>
  `default-src 'none'; script-src 'nonce-${page.nonce}'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'`
