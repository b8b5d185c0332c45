import type { Context } from 'hono'
import type { Assets } from '#platform/design/assets.ts'
import type { Services } from './services.ts'
import type { Site } from './site.ts'
import type { Watch } from './watch.ts'

export type SiteAppOptions = {
  readonly site: Site
  readonly services: Services
  readonly assets: Assets
  readonly watch: Watch
  /** The caller's address, from the socket or, behind a declared proxy, from its header. */
  readonly addressOf: (c: Context) => string
}
