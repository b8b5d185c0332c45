export type Load = {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

type Work<Item> = (item: Item, client: number) => Promise<void>

/** Works the items off with so many clients, each taking the next as soon as it is done. */
export async function underLoad<Item>(items: readonly Item[], clients: number, work: Work<Item>): Promise<Load> {
  const queue = items.values()
  const times: number[] = []
  const begunAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (const item of queue) {
        const startedAt = performance.now()
        await work(item, client)
        times.push(performance.now() - startedAt)
      }
    }),
  )
  const seconds = (performance.now() - begunAt) / 1000
  return { perSecond: items.length / seconds, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) }
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Two ways of doing the same, in turns, so that what else the machine does falls on both. */
export async function inTurns<Item>(
  rounds: number,
  ways: readonly { readonly items: readonly Item[]; run(part: readonly Item[]): Promise<Load> }[],
): Promise<Load[]> {
  const loads: Load[][] = ways.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [at, { items, run }] of ways.entries()) {
      const size = Math.floor(items.length / rounds)
      loads[at]!.push(await run(items.slice(round * size, (round + 1) * size)))
    }
  }
  return loads.map(median)
}

const median = (loads: readonly Load[]): Load => {
  const of = (name: keyof Load) =>
    percentile(
      loads.map((load) => load[name]),
      0.5,
    )
  return { perSecond: of('perSecond'), p50Ms: of('p50Ms'), p99Ms: Math.max(...loads.map(({ p99Ms }) => p99Ms)) }
}
