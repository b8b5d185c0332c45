import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#platform/db/database.ts'
import type { Gate } from '#policy/gate.ts'
import type { OwnDatabase } from '../own-database.ts'
import { type CaseViews, medianOf, openCaseViews } from './case-views.ts'
import { eraseOne } from './erasures.ts'
import type { Planted } from './product-world.ts'

export type ErasureCrowd = {
  readonly small: readonly Planted[]
  readonly large: readonly Planted[]
  readonly heaviest: Planted
  readonly streamed: readonly Planted[]
  readonly viewed: readonly Planted[]
}

export const erasureAims = { smallMs: 13, largeMs: 64, heaviestMs: 3300, throughputFall: 0.07 } as const
/** Ten a second are 864,000 a day: more than a country asks for. */
const erasuresPerSecond = 4
const viewers = 4

/** How long until a patient is unreadable, and what others notice of it. */
export async function measureErasure(database: OwnDatabase, gate: Gate, crowd: ErasureCrowd, blockMs: number) {
  const worker = openDatabase(database.workerUrl, { connections: 2 })
  const site = await openCaseViews(database.requestUrl)
  const timesOf = async (list: readonly Planted[]) => {
    const times: number[] = []
    for (const one of list) times.push(await eraseOne(worker, gate, one))
    return times
  }
  try {
    const small = await timesOf(crowd.small)
    const large = await timesOf(crowd.large)
    const heaviestMs = await eraseOne(worker, gate, crowd.heaviest)
    const others = await throughput(site, crowd, blockMs, (one) => eraseOne(worker, gate, one))
    return {
      small: { rows: crowd.small[0]!.rows, medianMs: medianOf(small), worstMs: Math.max(...small) },
      large: {
        rows: crowd.large[0]!.rows,
        tables: crowd.large[0]!.tables,
        medianMs: medianOf(large),
        worstMs: Math.max(...large),
      },
      heaviest: { rows: crowd.heaviest.rows, ms: heaviestMs },
      others,
    }
  } finally {
    await Promise.all([site.close(), worker.close()])
  }
}

/** Pages a second, in blocks with and without a stream of erasures by turns. */
async function throughput(
  site: CaseViews,
  { viewed, streamed }: ErasureCrowd,
  blockMs: number,
  erase: (one: Planted) => Promise<number>,
) {
  const queue = streamed.values()
  const alone: number[] = []
  const amid: number[] = []
  await viewsPerSecond(site, viewed, blockMs)
  let erased = 0
  const rounds = Math.floor(streamed.length / ((erasuresPerSecond * blockMs) / 1000))
  for (let round = 0; round < rounds; round++) {
    const withStream = async () => {
      const ends = performance.now() + blockMs
      const streaming = (async () => {
        while (performance.now() < ends) {
          const next = queue.next()
          if (next.done) return
          const tookMs = await erase(next.value)
          erased++
          await pause(Math.max(0, 1000 / erasuresPerSecond - tookMs))
        }
      })()
      amid.push(await viewsPerSecond(site, viewed, blockMs))
      await streaming
    }
    if (round % 2 === 0) await withStream()
    alone.push(await viewsPerSecond(site, viewed, blockMs))
    if (round % 2 === 1) await withStream()
  }
  const falls = alone.map((rate, at) => 1 - amid[at]! / rate)
  return {
    erasuresPerSecond,
    erased,
    perSecondAlone: medianOf(alone),
    perSecondAmid: medianOf(amid),
    fall: medianOf(falls),
  }
}

async function viewsPerSecond(site: CaseViews, viewed: readonly Planted[], blockMs: number): Promise<number> {
  const begunAt = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: viewers }, async (_, viewer) => {
      for (let at = viewer; performance.now() - begunAt < blockMs; at++) {
        await site.view(viewed[at % viewed.length]!)
        done++
      }
    }),
  )
  return done / ((performance.now() - begunAt) / 1000)
}
