import type { Context } from 'hono'
import type { Assets } from '#platform/design/assets.ts'
import type { Action, Visit } from './action.ts'
import type { Arrival } from './arrival.ts'
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

/** One request on its way through its action. */
export type Answering = {
  readonly options: SiteAppOptions
  readonly action: Action
  readonly visit: Visit
  readonly arrival: Arrival
  readonly body: FormData | URLSearchParams
}
