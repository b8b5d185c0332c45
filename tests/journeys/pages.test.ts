import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { marketingRoutes, routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { openServedWorld, type ServedWorld, type Visitor } from '#tests/harness/served-world.ts'

/**
 * Each page that stands without further preparation, and who looks at it. Pages about a case are met in the journeys.
 * With SCREENSHOTS=1 a picture of each is left in .screenshots/.
 */
type Looked = { readonly path: string; readonly name: string; readonly as?: (cast: Cast) => Visitor['as'] }

const pages: readonly Looked[] = [
  { name: 'home', path: routes.home.href({}) },
  { name: 'privacy', path: routes.privacy.href({}) },
  { name: 'missing', path: '/no-such-page' },
]

const sites: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'marketing-privacy', path: marketingRoutes.privacy.href({}) },
]

describe('every page, on a phone and at a desk', () => {
  let served: ServedWorld
  let cast: Cast

  before(async () => {
    served = await openServedWorld()
    cast = await settle(served.world)
  })
  after(() => served.close())

  async function look(url: string, name: string, visitor: Visitor) {
    const tab = await served.newTab(visitor)
    const answer = await tab.page.goto(url)
    assert.ok(answer && answer.status() < 500, `${url} answers`)
    assertAccessible(await answer.text())
    if (process.env['SCREENSHOTS'])
      await served.screenshot(tab.page, `${name}-${visitor.width}-${visitor.language ?? 'da'}`)
    assert.deepEqual(await served.axe(tab.page), [])
    assert.ok(await served.fits(tab.page), `${url} scrolls sideways at ${visitor.width} pixels`)
    const unexpected = tab.complaints.filter((complaint) => !complaint.includes('status of 404'))
    assert.deepEqual(unexpected, [])
    await tab.close()
  }

  for (const width of [375, 1280] as const) {
    for (const language of ['da', 'en'] as const) {
      for (const { name, path, as } of pages) {
        test(`${path} (${name}) is accessible and fits at ${width} pixels in ${language}`, () => {
          const who = as?.(cast)
          return look(new URL(path, served.urls.referral).href, name, { width, language, ...(who && { as: who }) })
        })
      }
    }
    for (const { name, path } of sites) {
      test(`${path} (${name}) of the public site is accessible and fits at ${width} pixels`, () =>
        look(new URL(path, served.urls.marketing).href, name, { width }))
    }
  }

  test('pages work without JavaScript', async () => {
    const tab = await served.newTab({ width: 375, javaScript: false })
    const answer = await tab.page.goto(routes.home.href({}))
    assert.equal(answer?.status(), 200)
    assert.deepEqual(tab.complaints, [])
    await tab.close()
  })
})
