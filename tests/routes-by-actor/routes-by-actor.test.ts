import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Action } from '#platform/http/action.ts'
import { referralActions } from '#src/actions.ts'
import type { Browser, Seen } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from './scene.ts'
import { undoing } from './undoing.ts'

// The table of every route by every actor. The file is what is expected: read it as a document; a route without a row fails.
// To make a row for a new route, run with the name of the file's environment switch below, and read what came out before it is committed.
const tableFile = fileURLToPath(new URL('./routes-by-actor.txt', import.meta.url))

/** `yes`: the action answered. `404`: does not exist for this actor. `403`: may not. `log-in`: sent to log in. `401`: no valid token. */
type Cell = 'yes' | '404' | '403' | 'log-in' | '401'

const nameWidth = 92

describe('every route by every actor', () => {
  let world: World
  let scene: Scene
  let actors: readonly (readonly [string, Browser])[]
  let undo = false

  before(async () => {
    world = await openWorld({ through: (database) => undoing(database, () => undo) })
    scene = await setScene(world)
    actors = await theActors(world, scene)
    undo = true
  })
  after(() => world.close())

  test('is answered as the table says (R1.4, R2.4)', async () => {
    const rows: string[] = []
    for (const action of referralActions.filter((one) => one.definition.as !== 'api')) {
      const cells: Cell[] = []
      for (const [, browser] of actors) cells.push(await ask(browser, action, scene))
      rows.push(`${name(action).padEnd(nameWidth)}${cells.map((cell) => cell.padEnd(7)).join('')}`.trimEnd())
    }
    const head = `${''.padEnd(nameWidth)}${actors.map(([actor]) => actor.padEnd(7)).join('')}`.trimEnd()
    const table = `${[head, ...rows.sort()].join('\n')}\n`
    if (process.env['KLINIKBRO_WRITE_TABLE']) writeFileSync(tableFile, table)
    assert.equal(table, readFileSync(tableFile, 'utf8'))
  })

  test('of the API is closed without a token', async () => {
    for (const action of referralActions.filter((one) => one.definition.as === 'api')) {
      const answer = await world.fetch(
        new Request(`http://klinikbro.localhost:3000${pathOf(action, scene)}`, { method: action.at.method }),
      )
      assert.equal(answer.status, 401, name(action))
    }
  })
})

/** Nobody; the patient, another patient; the case's insurer, another, its administrator; the clinic's three roles, another clinic; the operator's two. */
async function theActors(world: World, { cast, ana, bo }: Scene): Promise<readonly (readonly [string, Browser])[]> {
  return [
    ['nobody', await world.browser()],
    ['ana', await world.browser({ personId: ana })],
    ['bo', await world.browser({ personId: bo })],
    ['mette', await world.browser({ userId: cast.mette.userId })],
    ['jonas', await world.browser({ userId: cast.jonas.userId })],
    ['birthe', await world.browser({ userId: cast.birthe.userId })],
    ['sara', await world.browser({ userId: cast.sara.userId })],
    ['peter', await world.browser({ userId: cast.peter.userId })],
    ['lone', await world.browser({ userId: cast.lone.userId })],
    ['tove', await world.browser({ userId: cast.tove.userId })],
    ['omar', await world.browser({ userId: cast.omar.userId })],
    ['dorte', await world.browser({ userId: cast.dorte.userId })],
  ]
}

const name = ({ at, asks }: Action) => `${at.method.padEnd(5)}${at.pattern} [${asks}]`

const pathOf = ({ at }: Action, { params }: Scene) => at.href(params)

async function ask(browser: Browser, action: Action, scene: Scene): Promise<Cell> {
  const path = pathOf(action, scene)
  const cookies = new Map(browser.cookies())
  const answer = action.at.method === 'GET' ? await browser.get(path) : await browser.post(path)
  assert.notEqual(answer.status, 500, `${name(action)} broke with ${answer.status}`)
  for (const [cookie, value] of cookies) browser.setCookie(cookie, value)
  return cellOf(answer)
}

function cellOf({ status, location, text }: Seen): Cell {
  if (status === 303 && location?.startsWith('/log-in?returnTo=')) return 'log-in'
  if (status === 404) return '404'
  if (status === 403) {
    assert.doesNotMatch(text, /Siden var for gammel/, 'the form token was not accepted')
    return '403'
  }
  return status === 401 ? '401' : 'yes'
}
