import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCycle } from './graph.ts'
import { allImports } from './imports.ts'

test('no file imports itself by way of others', () => {
  const edges = allImports.filter(({ ours }) => ours).map(({ from, target }) => [from, target] as const)
  assert.ok(edges.length > 0)
  assert.deepEqual(findCycle(edges), [])
})

test('a cycle is found with its way round', () => {
  assert.deepEqual(
    findCycle([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['d', 'a'],
    ]),
    ['b', 'c', 'b'],
  )
})
