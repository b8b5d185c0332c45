import type { Context, Hono } from 'hono'
import { type MaintenanceWindow, statusPath } from '#platform/maintenance/maintenance-window.ts'
import { standingOf } from '#platform/maintenance/service-standing.ts'
import { type Answer, sendJson, show } from './answer.ts'
import { arrive } from './arrival.ts'
import { send } from './send.ts'
import type { SiteAppOptions } from './site-app-options.ts'
import { StatusPage } from './status-page.tsx'

/** How the service is doing (T19.7): for people and for machines, without cookies, and also when the database is down. */
export function addStatusRoutes(app: Hono, options: SiteAppOptions): void {
  const { services, site } = options
  const standing = standingOf(services)
  const look = async () => {
    const now = services.now()
    const found = await standing(now)
    return { now, standing: found, windows: services.maintenance.known(), status: found.isServing ? 200 : 503 }
  }
  const answering = (pattern: string, answer: (c: Context) => Promise<Answer>) =>
    app.get(pattern, (c) =>
      options.watch(c, pattern, options.addressOf(c), async () => {
        const { nonce, consent } = arrive(options, c)
        return send(c, await answer(c), { site, nonce, consent, formSecret: null })
      }),
    )
  answering(statusPath, async (c) => {
    const { status, ...seen } = await look()
    const language = languageOf(c, options)
    return show(StatusPage({ ...seen, language, site: site.look[language], home: site.links.home }), status)
  })
  answering(`${statusPath}.json`, async () => {
    const { now, standing: found, windows, status } = await look()
    const { overall, parts } = found
    return sendJson({ status: overall, parts, maintenance: windows.map(forMachines), seenAt: now.toString() }, status)
  })
}

const languageOf = (c: Context, options: SiteAppOptions) => {
  const asked = c.req.query('language')
  return asked === 'da' || asked === 'en' ? asked : arrive(options, c).pageFor(null, null).language
}

const forMachines = ({ startsAt, endsAt, readOnly, text }: MaintenanceWindow) => ({
  startsAt: startsAt.toString(),
  endsAt: endsAt.toString(),
  readOnly,
  text,
})
