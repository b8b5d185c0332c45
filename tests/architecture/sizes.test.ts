import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertWithinBudget } from './budget.ts'
import { allImports } from './imports.ts'
import { shippedFiles, sourceFiles } from './source-files.ts'

const linesOf = (text: string): number => text.trimEnd().split('\n').length

function limitFor(path: string, isTest: boolean): number {
  if (isTest) return 400
  return path.endsWith('.view.tsx') ? 150 : 300
}

test('no file is longer than its limit', () => {
  const large = sourceFiles.filter(({ path, text, isTest }) => linesOf(text) > limitFor(path, isTest))
  assertWithinBudget(
    'largeFiles',
    large.map(({ path }) => path),
  )
})

test('most files are short', (t) => {
  const sizes = shippedFiles.map(({ text }) => linesOf(text)).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0
  const [median, p90, longest] = [at(0.5), at(0.9), at(1)]
  t.diagnostic(`${sizes.length} files: median ${median}, p90 ${p90}, longest ${longest} lines`)
  assert.ok(median <= 60, `the median file has ${median} lines`)
  assert.ok(p90 <= 150, `one file in ten is longer than ${p90} lines`)
})

test('a file that ships imports at most fifteen others', () => {
  const shipped = new Set(shippedFiles.map(({ path }) => path))
  const composes = /^src\/[^/]+\.ts$|^sites\/|\/index\.tsx?$/
  const counts = Map.groupBy(
    allImports.filter(({ from }) => shipped.has(from) && !composes.test(from)),
    ({ from }) => from,
  )
  const busy = [...counts].filter(([, list]) => new Set(list.map(({ target }) => target)).size > 15)
  assert.deepEqual(
    busy.map(([from, list]) => `${from}: ${list.length}`),
    [],
  )
})
