type Edge = readonly [from: string, to: string]

/** The first cycle as the way round it (first and last are the same), or an empty list. */
export function findCycle(edges: readonly Edge[]): string[] {
  const next = Map.groupBy(edges, ([from]) => from)
  const done = new Set<string>()
  const follow = (node: string, way: readonly string[]): string[] => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node]
    if (done.has(node)) return []
    for (const [, to] of next.get(node) ?? []) {
      const cycle = follow(to, [...way, node])
      if (cycle.length > 0) return cycle
    }
    done.add(node)
    return []
  }
  for (const node of next.keys()) {
    const cycle = follow(node, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
