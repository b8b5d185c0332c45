import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { assertWithinBudget } from './budget.ts'
import { isOwnType, readExports } from './exports.ts'
import { allImports } from './imports.ts'
import { repositoryFiles, type SourceFile, sourceFiles } from './source-files.ts'

const takenNames = new Map(
  [...Map.groupBy(allImports, ({ target }) => target)].map(([target, list]) => [
    target,
    new Set(list.flatMap((one) => one.names)),
  ]),
)

// A file can also be named instead of imported: by a command, a build step or the package's own map of imports.
const naming = repositoryFiles.filter((path) => /\.(ts|tsx|mjs)$|^bin\/|^package\.json$/.test(path))
const namingTexts = naming.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const importLine = /^(import|export)\b[\w\s{},*$]*?from .*$|\bimport\(.*$/gm
const spoken = namingTexts.map(({ path, text }) => ({ path, text: text.replaceAll(importLine, '') }))

const isEntry = ({ path, isTest }: SourceFile): boolean =>
  (isTest && /\.test\.tsx?$/.test(path)) ||
  /(^|\/)islands\/|\.island\.ts$/.test(path) ||
  spoken.some((other) => other.path !== path && other.text.includes(`/${basename(path)}`))

test('exports are read in all their forms', () => {
  const text = `export const a = 1\nexport async function b() {}\nexport type C = 1\nexport { d, e as f }\nexport type { G } from './g.ts'\n`
  assert.deepEqual(readExports({ text }), ['a', 'b', 'C', 'd', 'f', 'G'])
})

test('every file is imported or named by another', () => {
  const unused = sourceFiles.filter((file) => !takenNames.has(file.path) && !isEntry(file))
  assertWithinBudget(
    'unusedFiles',
    unused.map(({ path }) => path),
  )
})

test('every exported name is imported somewhere', () => {
  const unused = sourceFiles.filter((file) => !isEntry(file)).flatMap(unusedNames)
  assertWithinBudget('unusedExports', unused)
})

function unusedNames(file: SourceFile): string[] {
  const taken = takenNames.get(file.path) ?? new Set<string>()
  if (taken.has('*')) return []
  const unused = readExports(file).filter((name) => !taken.has(name) && !isOwnType(file, name))
  return unused.map((name) => `${file.path} ${name}`)
}
