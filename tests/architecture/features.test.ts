import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assertWithinBudget } from './budget.ts'
import { featureDependencies } from './features.ts'
import { findCycle } from './graph.ts'
import { allImports } from './imports.ts'
import { featureNames, shippedFiles } from './source-files.ts'
import { featureOf, zoneOf } from './zones.ts'

test('every feature has its line in the table of who knows whom', () => {
  assert.deepEqual(Object.keys(featureDependencies).sort(), featureNames)
})

test('the table of who knows whom has no circle', () => {
  const edges = Object.entries(featureDependencies).flatMap(([from, list]) => list.map((to) => [from, to] as const))
  assert.deepEqual(findCycle(edges), [])
})

test('features know exactly the features the table names', () => {
  const actual = allImports
    .filter(({ from, target, ours }) => ours && zoneOf(from) === 'feature' && featureOf(target) !== undefined)
    .filter(({ from, target }) => featureOf(from) !== featureOf(target))
    .map(({ from, target }) => `${featureOf(from)} -> ${featureOf(target)}`)
  const declared = Object.entries(featureDependencies).flatMap(([from, list]) => list.map((to) => `${from} -> ${to}`))
  assert.deepEqual([...new Set(actual)].sort(), declared.sort())
})

test('every feature has a door and ten lines that say what it owns', () => {
  const offences = featureNames.flatMap((name) => {
    const readme = `src/features/${name}/README.md`
    const lines = existsSync(readme) ? readFileSync(readme, 'utf8').trim().split('\n').length : 0
    return [
      ...(existsSync(`src/features/${name}/index.ts`) ? [] : [`${name}: no index.ts`]),
      ...(lines >= 3 && lines <= 20 ? [] : [`${readme}: ${lines} lines`]),
    ]
  })
  assert.deepEqual(offences, [])
})

test('every action has its test beside it', () => {
  const actions = shippedFiles.filter(
    ({ path, text }) => zoneOf(path) === 'feature' && /\baction(<[^(]*>)?\(/.test(text),
  )
  const untested = actions.filter(({ path }) => {
    const stem = path.replace(/\.tsx?$/, '')
    return !existsSync(`${stem}.test.ts`) && !existsSync(`${stem}.test.tsx`)
  })
  assertWithinBudget(
    'untestedActions',
    untested.map(({ path }) => path),
  )
})
