import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { allImports, packageOf } from './imports.ts'
import { sourceFiles } from './source-files.ts'

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string>; bin?: unknown }

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const outside = allImports.filter(({ ours, target }) => !ours && !target.startsWith('node:') && !target.startsWith('#'))
const imported = new Set(outside.map(({ target }) => packageOf(target)))

test('every version is exact', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  assert.deepEqual(
    all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    [],
  )
})

test('the lock knows every platform, so that a clean clone installs (if not, run bin/lock)', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const missing = Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${parent}/node_modules/${name}`],
    ),
  )
  assert.deepEqual(missing, [])
})

test('every package that ships is imported and has its sentence in a decision record', () => {
  const records = readdirSync('docs/adr')
    .map((name) => readFileSync(`docs/adr/${name}`, 'utf8'))
    .join('\n')
  const names = Object.keys(manifest.dependencies)
  assert.deepEqual(
    names.filter((name) => !imported.has(name)),
    [],
    'imported nowhere',
  )
  assert.deepEqual(
    names.filter((name) => !records.includes(`\`${name}\``)),
    [],
    'named in no decision record',
  )
})

test('every tool of the workshop is used', () => {
  const texts = [
    ...sourceFiles.map(({ text }) => text),
    readFileSync('package.json', 'utf8').replace(/"devDependencies"[^}]*}/, ''),
  ]
  const unused = Object.keys(manifest.devDependencies)
    .filter((name) => !name.startsWith('@types/') && !imported.has(name))
    .filter((name) => !texts.some((text) => commandsOf(name).some((word) => text.includes(word))))
  assert.deepEqual(unused, [])
})

/** A tool may be called by the name of its package, of its command, or by the switch that wakes it. */
function commandsOf(name: string): string[] {
  if (name === 'oxlint-tsgolint') return ['--type-aware']
  const { bin } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as Manifest
  const commands = typeof bin === 'object' && bin !== null ? Object.keys(bin) : []
  return [name, ...commands].map((word) => `'${word}`)
}

test('what is imported is declared', () => {
  const declared = { ...manifest.dependencies, ...manifest.devDependencies }
  const undeclared = outside.filter(({ target }) => !(packageOf(target) in declared))
  assert.deepEqual(
    undeclared.map(({ from, target }) => `${from} -> ${target}`),
    [],
  )
})

test('what the server loads stands under dependencies, not with the tools of the workshop', () => {
  const loaded = reachableFrom('src/main.ts')
  assert.ok(loaded.size > 1)
  const astray = outside.filter(
    ({ from, target, dynamic, typeOnly }) =>
      loaded.has(from) && !dynamic && !typeOnly && !(packageOf(target) in manifest.dependencies),
  )
  assert.deepEqual(
    astray.map(({ from, target }) => `${from} -> ${target}`),
    [],
  )
})

/** The file and all it loads at start; what is imported on demand (the local stand-ins) is not part of it. */
function reachableFrom(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const one of allImports) {
    if (one.from === path && one.ours && !one.dynamic && !one.typeOnly) reachableFrom(one.target, seen)
  }
  return seen
}
