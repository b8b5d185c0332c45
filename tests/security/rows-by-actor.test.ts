import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openWorld, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'
import { fillEveryTable } from './full-scene.sql.ts'
import { type Looker, rowsSeenBy } from './matrix.ts'

// How many rows of one scene each actor sees, past every page, by the settings of their transaction alone. The file is what is expected: read
// it as a document. To write it anew, run with the environment switch below, and look at every cell that changed before it is committed.
const matrixFile = fileURLToPath(new URL('./rows-by-actor.txt', import.meta.url))

describe('every table by every actor', () => {
  let world: World
  let scene: Scene
  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
    await fillEveryTable(world, scene)
  })
  after(() => world.close())

  test('is seen as the matrix says (R1.4, R1.6, R2.4)', async () => {
    const tables = (
      await world.sql<{ name: string }>(
        "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by relname",
      )
    ).map(({ name }) => name)
    const lookers = lookersOf(scene)
    const columns: string[][] = []
    for (const looker of lookers) columns.push(await rowsSeenBy(world, looker, tables))
    await world.sql(
      `with gone as (insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind) select id, case_id, 'patient' from consent_marks where case_id = $1 returning 1)
       select append_audit_event('scene', '{}', null, null, null) from gone`,
      [scene.params['caseId']],
    )
    const bakken = lookers.find(({ name }) => name === 'bakken')
    assert.ok(bakken)
    columns.push(await rowsSeenBy(world, bakken, tables))
    const heads = [...lookers.map(({ name }) => name), 'withdrawn']
    const line = (name: string, cells: readonly string[]) =>
      `${name.padEnd(28)}${cells.map((cell) => cell.padEnd(11)).join('')}`.trimEnd()
    const matrix = `${[
      line('', heads),
      ...tables.map((name, at) =>
        line(
          name,
          columns.map((cells) => cells[at] ?? '?'),
        ),
      ),
    ].join('\n')}\n`
    if (process.env['KLINIKBRO_WRITE_TABLE']) writeFileSync(matrixFile, matrix)
    assert.equal(matrix, readFileSync(matrixFile, 'utf8'))
  })
})

/** Nobody; two patients; two insurers; a clinic and a hospital; the operator; the log-in steps; jobs; reports. `withdrawn`: the clinic again,
 * after Ana withdrew: it still knows her only because she has asked it for something that it must answer. */
function lookersOf({ cast, ana, bo }: Scene): readonly Looker[] {
  const staff = (
    name: string,
    member: { userId: string; organisationId: string },
    kind: 'staff' | 'operator' = 'staff',
  ) =>
    ({ name, role: 'request', actor: { kind, userId: member.userId, organisationId: member.organisationId } }) as const
  return [
    { name: 'nobody', role: 'request', actor: { kind: 'anonymous' } },
    { name: 'ana', role: 'request', actor: { kind: 'patient', personId: ana } },
    { name: 'bo', role: 'request', actor: { kind: 'patient', personId: bo } },
    staff('nordlys', cast.mette),
    staff('havblik', cast.jonas),
    staff('bakken', cast.sara),
    staff('fjorden', cast.tove),
    staff('operator', cast.omar, 'operator'),
    { name: 'gatekeeper', role: 'request', actor: { kind: 'gatekeeper' } },
    { name: 'worker', role: 'worker', actor: { kind: 'system' } },
    { name: 'reporting', role: 'reporting', actor: { kind: 'system' } },
  ]
}
