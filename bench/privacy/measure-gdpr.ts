import type { Gate } from '#policy/gate.ts'
import type { OwnDatabase } from '../own-database.ts'
import { closeFetching, openGuarded } from './gdpr-guarded.ts'
import { Oracle, openDraw, recordsAUser, shardsOf } from './gdpr-oracle.ts'
import { openPlain } from './gdpr-plain.ts'
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
  /** How many times as long with everything on: the median of the blocks. */
  readonly ratio: number
  /** The same where the log of a look need not be on the disk before the answer. */
  readonly looksNotWaiting: number
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
    for (const role of order) {
      say(`${role}, ${clients} at once`)
      const rounds: Round[] = []
      const warming = tasksFor(oracle, role, { clients, count: Math.ceil(operations / blocks / 2), seed: 7 * clients })
      const warmed = await inOneRound({ plain, guarded }, warming, 0)
      warmingWrong += warmed.wrong.length
      for (let block = 0; block < blocks; block++) {
        await guarded.letLooksWait(waits(block))
        const tasks = tasksFor(oracle, role, { clients, count: operations / blocks, seed: 1000 * clients + block })
        rounds.push(await inOneRound({ plain, guarded }, tasks, block))
      }
      measured.push(summed(role, clients, rounds))
    }
    await Promise.all([plain.close(), guarded.close()])
  }
  await closeFetching(world)
  return { records, operations, measured, warmingWrong, keyCache: world.keys.counted }
}

type Round = { plainMs: number; guardedMs: number; wrong: readonly string[]; answers: number }

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
  { plain, guarded }: { plain: Doer; guarded: Doer },
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
  return { plainMs, guardedMs, wrong, answers: 2 * tasks.flat().length }
}

function summed(role: GdprRole, clients: number, rounds: readonly Round[]): GdprMeasured {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0)
  return {
    role,
    clients,
    plainSeconds: sum(({ plainMs }) => plainMs) / 1000,
    guardedSeconds: sum(({ guardedMs }) => guardedMs) / 1000,
    ratio: medianRatio(rounds.filter((_, block) => waits(block))),
    looksNotWaiting: medianRatio(rounds.filter((_, block) => !waits(block))),
    wrongAnswers: sum(({ wrong }) => wrong.length),
    firstWrong: rounds.flatMap(({ wrong }) => wrong)[0] ?? null,
    answers: sum(({ answers }) => answers),
  }
}

function medianRatio(rounds: readonly Round[]): number {
  const ratios = rounds.map(({ plainMs, guardedMs }) => guardedMs / plainMs).toSorted((a, b) => a - b)
  return ratios[Math.floor(ratios.length / 2)] ?? Number.NaN
}

/** Two blocks each, so that both ways come first and second. */
const waits = (block: number) => block % 4 < 2
