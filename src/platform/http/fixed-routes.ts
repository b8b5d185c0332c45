import type { Hono } from 'hono'
import { takeBrowserErrors } from './browser-errors.ts'
import { sendAsset } from './send-asset.ts'
import type { SiteAppOptions } from './site-app-options.ts'

/** What every site answers besides its actions, about nobody and without the database: its assets, and what broke in browsers. */
export function addFixedRoutes(app: Hono, options: SiteAppOptions): void {
  app.get('/assets/:file', (c) => sendAsset(c, options.assets))
  takeBrowserErrors(app, options)
}
