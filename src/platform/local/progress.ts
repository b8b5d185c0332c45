const slowAfterMs = 1000

/** Runs one step of a start: a line when it is done, and one before when it takes long enough to make people wonder. */
export async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const begunAt = performance.now()
  const slow = setTimeout(() => console.log(`  ... ${name}`), slowAfterMs)
  try {
    const value = await work()
    console.log(`  ok  ${name} (${((performance.now() - begunAt) / 1000).toFixed(1)} s)`)
    return value
  } finally {
    clearTimeout(slow)
  }
}

/** Aligns rows under their headings, for a terminal. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, at) => Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()
  return [headings, ...rows].map(line).join('\n')
}
