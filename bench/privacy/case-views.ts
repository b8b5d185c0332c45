import { routes } from '#src/routes.ts'
import { siteUrl } from '../served-site.ts'
import { benchSite, type Change } from '../site.ts'
import { type Planted, staffToken } from './product-world.ts'

/** A case handler's page of a case, asked of the whole site without a socket. */
export async function openCaseViews(requestUrl: string, change: Change = {}) {
  const { app, close } = await benchSite(requestUrl, siteUrl, change)
  const headers = { host: siteUrl.host, cookie: `session=${staffToken}` }
  return {
    close,
    async view({ caseId, values }: Planted): Promise<number> {
      const begunAt = performance.now()
      const path = routes.case.show.href({ caseId })
      const response = await app.fetch(new Request(new URL(path, siteUrl), { headers }))
      const text = await response.text()
      if (response.status !== 200)
        throw new Error(`The page of a case answered ${response.status}: ${text.slice(0, 300)}`)
      if (!text.includes(values[1]!)) throw new Error('The page of a case does not show what was entered')
      return performance.now() - begunAt
    },
  }
}

export type CaseViews = Awaited<ReturnType<typeof openCaseViews>>

export const medianOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
