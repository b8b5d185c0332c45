import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Action } from '#platform/http/action.ts'
import type { ActorClass } from '#policy/actor.ts'
import { whoMay } from '#policy/who-may.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { marketingActions, referralActions } from '#src/actions.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { openServedWorld, type ServedWorld, type Tab, type Visitor } from '#tests/harness/served-world.ts'
import { type Furnished, furnish } from './furnish.ts'
import { atDesk, onPhone, plainly, type Way } from './walk.ts'

/** Who of the cast looks at a page that this class may see; null is nobody in particular. */
const lookers: Partial<Record<ActorClass, (scene: Furnished) => NonNullable<Visitor['as']> | null>> = {
  anyone: () => null,
  anonymous: () => null,
  patient: ({ ana }) => ({ personId: ana }),
  staff: ({ cast }) => cast.mette,
  'insurer:case-handler': ({ cast }) => cast.mette,
  'insurer:administrator': ({ cast }) => cast.birthe,
  'clinic:secretary': ({ cast }) => cast.sara,
  'clinic:practitioner': ({ cast }) => cast.peter,
  'clinic:administrator': ({ cast }) => cast.lone,
  'operator:administrator': ({ cast }) => cast.omar,
  'operator:data-protection-officer': ({ cast }) => cast.dorte,
}

function lookersAt({ asks }: Action, scene: Furnished): readonly Visitor['as'][] {
  const classes = [referralPolicy, marketingPolicy].flatMap((policy) => whoMay(policy, asks))
  return classes.flatMap(({ who }) => lookers[who] ?? []).map((looker) => looker(scene) ?? undefined)
}

const isGet = ({ at, definition }: Action) => at.method === 'GET' && definition.as !== 'api'
type SitePage = { readonly site: 'referral' | 'marketing'; readonly action: Action }

const pages: readonly SitePage[] = [
  ...referralActions.filter(isGet).map((action) => ({ site: 'referral' as const, action })),
  ...marketingActions.filter(isGet).map((action) => ({ site: 'marketing' as const, action })),
]

/** Where staff work; all other pages are the rest. */
export const isAtWork = ({ action: { at } }: SitePage): boolean =>
  /^\/(cases|clinic|erasure-orders|imports|legal-holds|operator|organisation|rights|session-requests)\b/.test(
    at.pattern,
  )

/**
 * Every page of both sites, found by itself: a new page is looked at without being named here, as somebody who may see it,
 * in a world with contents. Called within a `describe`; together, those who call it look at all. With SCREENSHOTS=1 a picture of each is left
 * in .screenshots/.
 */
export function lookAtPages(which: (page: SitePage) => boolean): void {
  let served: ServedWorld
  let scene: Furnished
  const tabs = new Map<string, Promise<Tab>>()

  before(async () => {
    served = await openServedWorld()
    scene = await furnish(served.world)
  })
  after(() => served.close())

  /** One tab for each person and way: opening them is what takes time. */
  function tabOf({ width, language, javaScript }: Way, as: Visitor['as']): Promise<Tab> {
    const key = JSON.stringify([width, language, javaScript, as])
    const tab = tabs.get(key) ?? served.newTab({ width, language, javaScript, ...(as && { as }) })
    tabs.set(key, tab)
    return tab
  }

  async function look(url: URL, name: string, { way, as }: { way: Way; as: Visitor['as'] }) {
    const { page, complaints } = await tabOf(way, as)
    const answer = await page.goto(url.href)
    assert.ok(answer && answer.status() < 400, `${url.href} answers ${answer?.status()}`)
    assertAccessible(await answer.text())
    assert.equal(await page.locator('h1:visible').count(), 1)
    if (!way.javaScript) return
    if (process.env['SCREENSHOTS']) await served.screenshot(page, `${name}-${way.width}-${way.language}`)
    assert.deepEqual(await served.axe(page), [])
    assert.ok(await served.fits(page), `${url.href} scrolls sideways at ${way.width} pixels`)
    assert.deepEqual(complaints, [])
  }

  /** Downloads and steps on the way elsewhere are no pages. */
  async function isPage(url: URL, as: Visitor['as']): Promise<boolean> {
    const cookie = as ? `session=${(await served.world.browser(as)).cookies().get('session')}` : ''
    const answer = await served.world.fetch(new Request(url, { headers: { cookie } }))
    return answer.status < 300 && (answer.headers.get('content-type') ?? '').startsWith('text/html')
  }

  async function firstToSee(url: URL, all: readonly Visitor['as'][]): Promise<{ as: Visitor['as'] } | null> {
    for (const as of all) if (await isPage(url, as)) return { as }
    return null
  }

  for (const { site, action } of pages.filter(which)) {
    test(`${site} ${action.at.pattern} is accessible, fits, and stands without JavaScript`, async (t) => {
      const url = new URL(action.at.href(scene.params), served.urls[site])
      const looker = await firstToSee(url, lookersAt(action, scene))
      if (!looker) return t.skip('not a page for whoever comes straight to it')
      const name = `${site}${action.at.pattern.replaceAll(/[/:]+/g, '-')}`
      for (const way of [onPhone, atDesk, plainly]) await look(url, name, { way, ...looker })
    })
  }
}
