import type { Hono } from 'hono'
import { takeBrowserErrors } from './browser-errors.ts'
import { sendAsset } from './send-asset.ts'
import type { SiteAppOptions } from './site-app-options.ts'
import { addStatusRoutes } from './status-routes.ts'

/** What every site answers besides its actions, about nobody, also without the database: its assets, what broke in browsers, and how it is doing. */
export function addFixedRoutes(app: Hono, options: SiteAppOptions): void {
  app.get('/assets/:file', (c) => sendAsset(c, options.assets))
  takeBrowserErrors(app, options)
  addStatusRoutes(app, options)
}
