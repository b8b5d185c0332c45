import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { test } from 'node:test'
import { repositoryFiles } from './source-files.ts'

const named = repositoryFiles.filter(
  (path) => /^(src|sites|tests|bin|db)\//.test(path) && /\.(ts|tsx|mjs|css|sql)$/.test(path),
)
const emptyWords = /^(service|managers?|helpers?|utils?|handlers?|impl|data|info|common|misc)$/

test('file names are kebab-case', () => {
  const kebab = /^(\d{4}(_[a-z]+)+|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9-]+)+$/
  assert.ok(named.length > 0)
  assert.deepEqual(
    named.filter((path) => !kebab.test(basename(path))),
    [],
  )
})

test('no file is named after nothing in particular', () => {
  assert.deepEqual(
    named.filter((path) => wordsOf(path).some((word) => emptyWords.test(word))),
    [],
  )
})

/**
 * The last word of each folder and of the file: what the thing is. `data-folder.ts` is a folder; a case handler is a
 * person in this trade; `<noun>.data.ts` is the catalogue of a feature's columns.
 */
function wordsOf(path: string): string[] {
  const name = path.replaceAll(/case-handlers?/g, 'caseworker').replace(/\.data\.ts$/, '.ts')
  return name.split(/[/.]/).map((part) => part.split('-').at(-1) ?? '')
}
