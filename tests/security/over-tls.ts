import { buildAssets } from '#platform/design/index.ts'
import { siteApp } from '#platform/http/site-app.ts'
import { referralSite } from '#sites/referral/site.ts'
import { referralActions } from '#src/actions.ts'
import { problems } from '#tests/harness/problems.ts'
import type { World } from '#tests/harness/world.ts'

const secureUrl = new URL('https://klinikbro.example')

/** The booking site as it is served in production: under https, over the same world. */
export async function siteOverTls(world: World) {
  const serveAll = Object.assign((...[, , , serve]: [unknown, unknown, unknown, () => Promise<Response>]) => serve(), {
    failed: problems.note,
  })
  const app = siteApp({
    site: referralSite(secureUrl, referralActions, []),
    services: { ...world.services, urls: { ...world.services.urls, referral: secureUrl } },
    assets: await buildAssets(),
    watch: serveAll,
    addressOf: () => '192.0.2.1',
  })
  return (path: string, init?: RequestInit) => Promise.resolve(app.fetch(new Request(new URL(path, secureUrl), init)))
}
