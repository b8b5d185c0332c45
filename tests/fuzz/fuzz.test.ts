import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Action } from '#platform/http/action.ts'
import { referralActions } from '#src/actions.ts'
import type { Browser } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'
import { undoing } from '#tests/routes-by-actor/undoing.ts'
import { wrongRows } from './invariants.sql.ts'
import { nastyValues } from './nasty-values.ts'
import { type Random, randomFrom } from './random.ts'

const seed = 20_261_123
const requests = { undone: 14_000, kept: 6_000 }

/** Posts that end the asker's own session: in the half that keeps what it does, they would turn every later request into a log-in. */
const endsSessions = new Set(['log-out', 'user.remove'])

describe('20,000 requests that nobody meant', () => {
  let world: World
  let scene: Scene
  let undo = false
  before(async () => {
    world = await openWorld({ through: (database) => undoing(database, () => undo) })
    scene = await setScene(world)
  })
  after(() => world.close())

  test('meet no fault of ours, whoever sends them (T19.4)', async () => {
    undo = true
    await fuzz(requests.undone, () => true)
  })

  test('store nothing that is wrong (T19.4)', async () => {
    undo = false
    await fuzz(requests.kept, (action) => !endsSessions.has(action.asks))
    assert.deepEqual(await wrongRows(world), [])
  })

  async function fuzz(count: number, isMeant: (action: Action) => boolean) {
    const random = randomFrom(seed + count)
    const actions = referralActions.filter((action) => action.definition.as !== 'api' && isMeant(action))
    const browsers = await someBrowsers(world, scene)
    for (let sent = 0; sent < count; sent++) {
      const action = random.pick(actions)
      const { browser, session } = random.pick(browsers)
      if (session) browser.setCookie('session', session)
      const fields = nastyFields(random, action, scene)
      const path = nastyPath(random, action, scene, fields)
      const answer = action.at.method === 'GET' ? await browser.get(path) : await browser.post(path, fields)
      assert.notEqual(
        answer.status,
        500,
        `Request ${sent}: ${action.at.method} ${path} ${JSON.stringify(fields).slice(0, 800)}`,
      )
    }
  }
})

type FuzzBrowser = { readonly browser: Browser; readonly session: string | undefined }

async function someBrowsers(world: World, { cast, ana, bo }: Scene): Promise<readonly FuzzBrowser[]> {
  const staff = [cast.mette, cast.jonas, cast.birthe, cast.sara, cast.peter, cast.lone, cast.omar, cast.dorte]
  const browsers = [
    await world.browser(),
    await world.browser({ personId: ana }),
    await world.browser({ personId: ana }),
    await world.browser({ personId: bo }),
    ...(await Promise.all(staff.map(({ userId }) => world.browser({ userId })))),
  ]
  return browsers.map((browser) => ({ browser, session: browser.cookies().get('session') }))
}

/** Mostly the fields that the form asks for, now and then others, filled with what hurts, with what fits, or left out. */
function nastyFields(random: Random, { definition }: Action, { params }: Scene): Record<string, string | string[]> {
  const { input } = definition
  const asked = input && typeof input !== 'function' ? input.fields : commonFields
  const fields: Record<string, string | string[]> = {}
  for (const field of [...asked, ...(random.chance(0.2) ? commonFields : [])]) {
    if (random.chance(0.15)) continue
    const value = () => random.pick(random.chance(0.3) ? Object.values(params) : nastyValues)
    fields[field] = random.chance(0.1) ? [value(), value()] : value()
  }
  return fields
}

const commonFields = [
  'q',
  'after',
  'page',
  'state',
  'treatment',
  'treatmentType',
  'type',
  'week',
  'date',
  'practitioner',
  'clinic',
  'from',
  'postcode',
  'startsAt',
  'reason',
  'note',
  'text',
  'sessions',
  'months',
  'email',
  'name',
  'cpr',
  'roles',
  'outcome',
  'answer',
  'returnTo',
  'notice',
  'language',
]

function nastyPath(
  random: Random,
  { at }: Action,
  { params }: Scene,
  fields: Record<string, string | string[]>,
): string {
  const chosen = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, random.chance(0.1) ? random.pick(pathValues) : value]),
  )
  return at.href(chosen, at.method === 'GET' ? fields : {})
}

// A path holds what a URL can hold: lone surrogates cannot be written in one.
const pathValues = nastyValues.filter((value) => value !== '' && !/[\ud800-\udfff]/.test(value) && value.length < 500)
