import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { rateRules } from './rate-rules.ts'
import type { SiteAppOptions } from './site-app-options.ts'

/** Where the pages of a site with error tracking tell what broke in the browser. */
export const browserErrorsPath = '/browser-errors'

const mostBytes = 10_000

class BrowserError extends Error {
  override name = 'BrowserError'
}

/**
 * Browsers tell us and never the tracker: their address stays here, and what is passed on is scrubbed first (T18.1). There is no such address
 * at a site whose policy declares no error tracking.
 */
export function takeBrowserErrors(app: Hono, { site, services, watch, addressOf }: SiteAppOptions): void {
  if (!site.gate.model.thirdParties.some(({ type }) => type === 'error-tracking')) return
  const limit = bodyLimit({ maxSize: mostBytes, onError: (c) => c.body(null, 413) })
  app.post(browserErrorsPath, limit, async (c) => {
    if (c.req.header('origin') !== site.url.origin) return c.body(null, 403)
    if (!services.rateLimiter.take(rateRules.message, addressOf(c), services.now()).ok) return c.body(null, 429)
    const sent = new URLSearchParams(await c.req.text())
    const error = new BrowserError(sent.get('message') ?? '')
    // Frames of our own scripts begin with a path; those of anybody else's are not passed on.
    const frames = (sent.get('stack') ?? '').split('\n').filter((line) => line.startsWith('    at '))
    error.stack = [error.message, ...frames].join('\n').replaceAll(site.url.origin, '')
    watch.failed(error, sent.get('path') ?? '/')
    return c.body(null, 204)
  })
}
