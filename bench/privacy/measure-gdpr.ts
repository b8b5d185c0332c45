import type { Gate } from '#policy/gate.ts'
import type { OwnDatabase } from '../own-database.ts'
import { medianOf } from './case-views.ts'
import { openGuarded } from './gdpr-guarded.ts'
import { Oracle, openDraw, recordsAUser, shardsOf } from './gdpr-oracle.ts'
import { openFloor, openPlain } from './gdpr-plain.ts'
import { type GdprRole, nextTask, type Task } from './gdpr-workload.ts'
import { fillGdprWorld } from './gdpr-world.ts'

export type GdprScale = { readonly records: number; readonly operations: number; readonly blocks: number }

/** Deletions come before their verification. */
const order: readonly GdprRole[] = ['processor', 'customer', 'controller', 'regulator']
export const gdprAims: Readonly<Record<GdprRole, number | null>> = {
  controller: 1.5,
  customer: 1.25,
  processor: 1.1,
  regulator: null,
}

export type GdprMeasured = {
  readonly role: GdprRole
  readonly clients: number
  readonly plainSeconds: number
  readonly guardedSeconds: number
  /** How many times as long with everything on, as the product does it: the median of the blocks. */
  readonly ratio: number
  /** The same if looks waited until their log is on the disk. */
  readonly looksWaiting: number
  /** How many times as long where each look leaves one bare row and nothing else is protected; null for roles that change something. */
  readonly floor: number | null
  readonly wrongAnswers: number
  readonly firstWrong: string | null
  readonly answers: number
}

type Doer = { perform(task: Task, client: number): Promise<string> }

/** GDPRbench's four roles, with the product's mechanisms and without, block by block in turns. */
export async function measureGdpr(
  database: OwnDatabase,
  gate: Gate,
  { records, operations, blocks }: GdprScale,
  say: (text: string) => void,
) {
  const oracle = new Oracle(records / recordsAUser, 1)
  say(`${records} records, twice`)
  const world = await fillGdprWorld(database, gate, oracle)
  const measured: GdprMeasured[] = []
  let warmingWrong = 0
  for (const clients of [1, 16]) {
    const plain = await openPlain(database.adminUrl, clients)
    const guarded = await openGuarded(world, clients)
    const floor = await openFloor(database.adminUrl, clients)
    for (const role of order) {
      say(`${role}, ${clients} at once`)
      const rounds: Round[] = []
      const warming = tasksFor(oracle, role, { clients, count: Math.ceil(operations / blocks / 2), seed: 7 * clients })
      const doers = { plain, guarded, floor: looksOnly.has(role) ? floor : null }
      const warmed = await inOneRound(doers, warming, 0)
      warmingWrong += warmed.wrong.length
      for (let block = 0; block < blocks; block++) {
        await guarded.letLooksWait(waits(block))
        const tasks = tasksFor(oracle, role, { clients, count: operations / blocks, seed: 1000 * clients + block })
        rounds.push(await inOneRound(doers, tasks, block))
      }
      measured.push(summed(role, clients, rounds))
    }
    await Promise.all([plain.close(), guarded.close(), floor.close()])
  }
  return { records, operations, measured, warmingWrong, keyCache: world.keys.counted }
}

/** What changes nothing can be done again on the same plain records. */
const looksOnly: ReadonlySet<GdprRole> = new Set(['processor', 'regulator'])

type Round = { plainMs: number; guardedMs: number; floorMs: number | null; wrong: readonly string[]; answers: number }

function tasksFor(
  oracle: Oracle,
  role: GdprRole,
  { clients, count, seed }: { clients: number; count: number; seed: number },
): Task[][] {
  return shardsOf(oracle.users, clients).map((shard, client) => {
    const draw = openDraw(seed * 31 + client)
    return Array.from({ length: Math.ceil(count / clients) }, () => nextTask(role, { oracle, draw, shard }))
  })
}

/** The same tasks by both, the one first that was second before. */
async function inOneRound(
  { plain, guarded, floor }: { plain: Doer; guarded: Doer; floor: Doer | null },
  tasks: readonly Task[][],
  block: number,
): Promise<Round> {
  const wrong: string[] = []
  const timed = async (doer: Doer, side: 'plain' | 'guarded') => {
    const begunAt = performance.now()
    const given = await Promise.all(
      tasks.map(async (list, client) => {
        const answers: string[] = []
        for (const task of list) answers.push(await doer.perform(task, client))
        return answers
      }),
    )
    const elapsedMs = performance.now() - begunAt
    for (const [client, list] of tasks.entries())
      for (const [at, task] of list.entries()) {
        if (given[client]![at] === task.expected[side]) continue
        wrong.push(`${side}: ${JSON.stringify(task)} answered ${given[client]![at]}`)
      }
    return elapsedMs
  }
  const plainFirst = block % 2 === 0
  const first = plainFirst ? await timed(plain, 'plain') : await timed(guarded, 'guarded')
  const second = plainFirst ? await timed(guarded, 'guarded') : await timed(plain, 'plain')
  const [plainMs, guardedMs] = plainFirst ? [first, second] : [second, first]
  const floorMs = floor ? await timed(floor, 'plain') : null
  return { plainMs, guardedMs, floorMs, wrong, answers: (floor ? 3 : 2) * tasks.flat().length }
}

function summed(role: GdprRole, clients: number, rounds: readonly Round[]): GdprMeasured {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0)
  const ratios = rounds.map(({ plainMs, guardedMs }) => guardedMs / plainMs)
  const floors = rounds.flatMap(({ plainMs, floorMs }) => (floorMs === null ? [] : [floorMs / plainMs]))
  return {
    role,
    clients,
    plainSeconds: sum(({ plainMs }) => plainMs) / 1000,
    guardedSeconds: sum(({ guardedMs }) => guardedMs) / 1000,
    ratio: medianOf(ratios.filter((_, block) => !waits(block))),
    looksWaiting: medianOf(ratios.filter((_, block) => waits(block))),
    floor: floors.length > 0 ? medianOf(floors) : null,
    wrongAnswers: sum(({ wrong }) => wrong.length),
    firstWrong: rounds.flatMap(({ wrong }) => wrong)[0] ?? null,
    answers: sum(({ answers }) => answers),
  }
}

/** Two blocks each, so that both ways come first and second. */
const waits = (block: number) => block % 4 < 2
