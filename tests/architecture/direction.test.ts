import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allImports, packageOf, readImports } from './imports.ts'
import { codeFilesByGit, sourceFiles } from './source-files.ts'
import { objectionTo, zoneOf } from './zones.ts'

const ours = allImports.filter((one) => one.ours)

test('the rules are held against every code file that git knows', () => {
  assert.deepEqual(
    sourceFiles.map(({ path }) => path),
    [...codeFilesByGit].sort(),
  )
})

test('an import line is read with its target, its names and its kind', () => {
  const text = `import { a, type B, c as d } from '#kernel/ids.ts'\nimport type {\n  E,\n} from './x.ts'\nimport './y.ts'\nexport * from './z.ts'\nconst f = await import('node:fs')\n`
  const read = readImports({ path: 'src/platform/db/probe.ts', text })
  assert.deepEqual(
    read.map(({ target, typeOnly, names }) => [target, typeOnly, names]),
    [
      ['src/kernel/ids.ts', false, ['a', 'B', 'c']],
      ['src/platform/db/x.ts', true, ['E']],
      ['src/platform/db/y.ts', false, []],
      ['src/platform/db/z.ts', false, ['*']],
      ['node:fs', false, ['*']],
    ],
  )
})

test('every import of ours leads to a file', () => {
  const known = new Set(sourceFiles.map(({ path }) => path))
  const lost = ours.filter(({ target }) => !known.has(target) && !target.endsWith('.json'))
  assert.deepEqual(
    lost.map(({ from, target }) => `${from} -> ${target}`),
    [],
  )
})

test('every file stands in a zone', () => {
  assert.deepEqual(
    sourceFiles.filter(({ path }) => zoneOf(path) === undefined).map(({ path }) => path),
    [],
  )
})

test('imports point downwards only', () => {
  assert.deepEqual(
    ours.flatMap((one) => objectionTo(one) ?? []),
    [],
  )
})

test('what ships never imports a test', () => {
  const shipped = ours.filter(({ from, target }) => zoneOf(from) !== 'test' && zoneOf(target) === 'test')
  assert.deepEqual(
    shipped.map(({ from, target }) => `${from} -> ${target}`),
    [],
  )
})

const pureZones = ['kernel', 'policy']
const harmless = ['node:crypto', 'node:url', 'temporal-polyfill', 'zod', 'canonicalize']

test('the kernel and the policy touch no disk, socket or database', () => {
  const outside = allImports.filter(({ from, ours }) => !ours && pureZones.includes(zoneOf(from) ?? ''))
  const impure = outside.filter(({ target }) => !harmless.includes(packageOf(target)))
  assert.deepEqual(
    impure.map(({ from, target }) => `${from} -> ${target}`),
    [],
  )
})
