import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Action, isForMachines } from '#platform/http/action.ts'
import type { ActorClass } from '#policy/actor.ts'
import type { PersonalData } from '#policy/categories.ts'
import type { Gate } from '#policy/gate.ts'
import { whoMay } from '#policy/who-may.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { marketingActions, referralActions } from '#src/actions.ts'
import { routes } from '#src/routes.ts'
import type { Member } from '#tests/cast/cast.ts'
import { machineOf, tokenFor } from '#tests/cast/machine.ts'
import { planted } from '#tests/cast/plant-person.ts'
import { Browser } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { undoing } from '#tests/routes-by-actor/undoing.ts'
import { categoriesIn, type Marks, type Moments, marksFor, momentsOf, shownUnasked } from './planted-by-category.ts'
import { setTouchedScene, type TouchedScene } from './touched-scene.ts'

type Who = {
  readonly name: string
  readonly classes: readonly ActorClass[]
  readonly browser: Browser
  readonly marks: Marks
}

/** More than the plain address shows: the day of the visit, cases in progress, closed ones, a search. */
const furtherQueries: Readonly<Record<string, (moments: Moments) => readonly string[]>> = {
  [routes.clinic.day.pattern]: ({ visitsAt }) => [`?date=${visitsAt.toString().slice(0, 10)}`],
  [routes.clinic.calendar.pattern]: ({ visitsAt }) => [`?date=${visitsAt.toString().slice(0, 10)}`],
  [routes.case.list.pattern]: () => [`?q=${planted.cpr}`],
  [routes.clinic.cases.pattern]: () => ['?state=active', '?state=closed'],
}

describe('what a page shows, against what its action was allowed to touch', () => {
  const asked = new Set<PersonalData>()
  const seen = new Set<PersonalData>()
  const wrong: string[] = []
  let world: World
  let scene: TouchedScene
  let moments: Moments
  let undo = false

  before(async () => {
    world = await openWorld({ through: (database) => undoing(database, () => undo), listening })
    moments = momentsOf(world.clock)
    scene = await setTouchedScene(world, moments)
  })
  after(() => world.close())

  /** The gate itself, with a note of what it allowed. */
  function listening(gate: Gate): Gate {
    return {
      ...gate,
      decide(action, actor, facts, touches) {
        const decision = gate.decide(action, actor, facts, touches)
        if (decision.kind === 'allowed') for (const category of decision.permit.data) asked.add(category)
        return decision
      },
    }
  }

  /** Asks once and compares what came with what was asked for. */
  async function compare(name: string, marks: Marks, ask: () => Promise<{ status: number; text: string }>) {
    asked.clear()
    const { status, text } = await ask()
    assert.notEqual(status, 500, name)
    const shown = readable(text)
    for (const category of categoriesIn(shown, marks)) seen.add(category)
    for (const category of shownUnasked(shown, marks, asked))
      wrong.push(`${name} (${status}) shows ${category} and asked for ${[...asked].join(', ') || 'nothing'}`)
  }

  async function staff({ userId, name }: Member, ...classes: readonly ActorClass[]): Promise<Who> {
    const browser = await world.browser({ userId })
    return { name, classes: [...classes, 'staff', 'anyone'], browser, marks: marksFor(moments, name) }
  }

  async function everybody(): Promise<readonly Who[]> {
    const { mette, birthe, sara, peter, lone, omar, dorte } = scene.cast
    const patient = await world.browser({ personId: scene.personId })
    return [
      { name: 'patient', classes: ['patient', 'anyone'], browser: patient, marks: marksFor(moments, '') },
      await staff(mette, 'insurer:case-handler'),
      await staff(birthe, 'insurer:administrator'),
      await staff(sara, 'clinic:secretary'),
      await staff(peter, 'clinic:practitioner'),
      await staff(lone, 'clinic:administrator'),
      await staff(omar, 'operator:administrator'),
      await staff(dorte, 'operator:data-protection-officer'),
    ]
  }

  const addressesOf = ({ at }: Action) => {
    const paths = [...new Set(scene.params.map((params) => at.href(params)))]
    const further = (at.method === 'GET' && furtherQueries[at.pattern]?.(moments)) || []
    return [...paths, ...further.map((query) => `${paths[0]}${query}`)]
  }

  test('no page, file or refused form shows a category that was not asked for (R1.4)', async () => {
    const actors = await everybody()
    undo = true
    for (const action of referralActions.filter((one) => !isForMachines(one))) {
      const may = new Set(whoMay(referralPolicy, action.asks).map(({ who }) => who))
      for (const { name, browser, marks } of actors.filter(({ classes }) => classes.some((one) => may.has(one)))) {
        for (const path of addressesOf(action)) {
          const cookies = new Map(browser.cookies())
          const { method } = action.at
          await compare(`${method} ${path} as ${name}`, marks, () =>
            method === 'GET' ? browser.get(path) : browser.post(path),
          )
          for (const [cookie, value] of cookies) browser.setCookie(cookie, value)
        }
      }
    }
    undo = false
    assert.deepEqual(wrong.splice(0), [])
  })

  test('neither does a change of hours that would leave a patient outside (R1.4)', async () => {
    const lone = await staff(scene.cast.lone, 'clinic:administrator')
    const [year, month, day] = moments.visitsAt.toString().slice(0, 10).split('-')
    const fields = { whom: 'clinic', kind: 'closed', 'date-day': day, 'date-month': month, 'date-year': year }
    await compare('the conflicts of a closed day', lone.marks, async () => {
      const answer = await lone.browser.post(routes.clinic.exception.create.href({}), fields)
      assert.equal(answer.status, 409, answer.text.slice(0, 300))
      return answer
    })
    assert.deepEqual(wrong.splice(0), [])
  })

  test('neither does the API (R1.4)', async () => {
    const token = await tokenFor(world, scene.cast.mette)
    const marks = marksFor(moments, '')
    for (const action of referralActions.filter((one) => one.definition.as === 'api')) {
      for (const path of addressesOf(action)) {
        const { method } = action.at
        const call = { token, ...(method === 'POST' && { body: {}, headers: { 'idempotency-key': 'touched' } }) }
        await compare(`${method} ${path}`, marks, () => machineOf(world)(method, path, call))
      }
    }
    assert.deepEqual(wrong.splice(0), [])
  })

  test('neither does the public site (R1.4, T14.2)', async () => {
    const browser = new Browser(world.fetch, marketingUrl)
    await browser.post('/cookies/choice', { answer: 'none', means: 'page', returnTo: '/' })
    for (const action of marketingActions.filter(({ at }) => at.method === 'GET'))
      for (const path of addressesOf(action))
        await compare(`GET ${path}`, marksFor(moments, ''), () => browser.get(path))
    assert.ok(whoMay(marketingPolicy, 'privacy.view', ['cookie-choices']).length > 0)
    assert.deepEqual(wrong.splice(0), [])
  })

  test('each category was shown somewhere, so that each could have been missed', () => {
    const marked = Object.entries(marksFor(moments, '')).filter(([, marks]) => marks.length > 0)
    assert.deepEqual(
      marked.map(([category]) => category).filter((category) => !seen.has(category as PersonalData)),
      [],
    )
  })

  test('a page that shows a category past what it asked for would be found', async () => {
    const [{ caseId = '' } = {}] = scene.params
    const { browser, marks } = await staff(scene.cast.mette, 'insurer:case-handler')
    const page = readable((await browser.get(routes.case.show.href({ caseId }))).text)
    const shown = categoriesIn(page, marks)
    assert.ok(shown.includes('cpr') && shown.includes('booking') && !shown.includes('health.course'), shown.join())
    for (const category of shown)
      assert.deepEqual(shownUnasked(page, marks, new Set(shown.filter((one) => one !== category))), [category])
  })
})

/** As a browser shows it, with what stands in attributes. */
const readable = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"')
