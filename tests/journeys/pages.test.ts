import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import type { Action } from '#platform/http/action.ts'
import type { ActorClass } from '#policy/actor.ts'
import { whoMay } from '#policy/who-may.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { marketingActions, referralActions } from '#src/actions.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { openServedWorld, type ServedWorld, type Visitor } from '#tests/harness/served-world.ts'

type People = { readonly cast: Cast; readonly ana: Id<'person'> }

/** Who of the cast looks at a page that this class may see; null is nobody in particular. */
const lookers: Partial<Record<ActorClass, (people: People) => NonNullable<Visitor['as']> | null>> = {
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

const lookerAt = (action: Action) => {
  const classes = [referralPolicy, marketingPolicy].flatMap((policy) => whoMay(policy, action.asks))
  return classes.flatMap(({ who }) => lookers[who] ?? [])[0]
}

const standsAlone = ({ at }: Action) => at.method === 'GET' && !at.pattern.includes(':')

const pages = [
  ...referralActions.filter(standsAlone).map((action) => ({ site: 'referral', action }) as const),
  ...marketingActions.filter(standsAlone).map((action) => ({ site: 'marketing', action }) as const),
]

/**
 * Every page of both sites whose address needs no id, found by itself: a new page is looked at without being named here.
 * Pages about one case are met in the journeys. With SCREENSHOTS=1 a picture of each is left in .screenshots/.
 */
describe('every page that stands alone', () => {
  let served: ServedWorld
  let people: People

  before(async () => {
    served = await openServedWorld()
    const cast = await settle(served.world)
    const { personId } = await openCaseFor(served.world, cast.mette, cast.ana)
    people = { cast, ana: personId }
  })
  after(() => served.close())

  async function look(url: URL, name: string, visitor: Visitor) {
    const tab = await served.newTab(visitor)
    const answer = await tab.page.goto(url.href)
    assert.ok(answer && answer.status() < 400, `${url.href} answers ${answer?.status()}`)
    assertAccessible(await answer.text())
    if (process.env['SCREENSHOTS']) await served.screenshot(tab.page, `${name}-${visitor.width}-${visitor.language}`)
    assert.deepEqual(await served.axe(tab.page), [])
    assert.ok(await served.fits(tab.page), `${url.href} scrolls sideways at ${visitor.width} pixels`)
    assert.deepEqual(tab.complaints, [])
    await tab.close()
  }

  /** Downloads and steps on the way elsewhere are no pages. */
  async function isPage(url: URL, as: Visitor['as']): Promise<boolean> {
    const cookie = as ? `session=${(await served.world.browser(as)).cookies().get('session')}` : ''
    const answer = await served.world.fetch(new Request(url, { headers: { cookie } }))
    return answer.status < 300 && (answer.headers.get('content-type') ?? '').startsWith('text/html')
  }

  for (const { site, action } of pages) {
    test(`${site} ${action.at.pattern} is accessible and fits, on a phone in Danish and at a desk in English`, async (t) => {
      const as = lookerAt(action)?.(people) ?? undefined
      const url = new URL(action.at.href({}), served.urls[site])
      if (!(await isPage(url, as))) return t.skip('not a page')
      const name = `${site}${action.at.pattern.replaceAll('/', '-')}`
      const who = as ? { as } : {}
      await look(url, name, { width: 375, language: 'da', ...who })
      await look(url, name, { width: 1280, language: 'en', ...who })
    })
  }

  test('the front page works without JavaScript', async () => {
    const tab = await served.newTab({ width: 375, javaScript: false })
    const answer = await tab.page.goto(routes.home.href({}))
    assert.equal(answer?.status(), 200)
    assert.deepEqual(tab.complaints, [])
    await tab.close()
  })
})
