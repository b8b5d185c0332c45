import assert from 'node:assert/strict'
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { test } from 'node:test'
import { repositoryFiles } from '#tests/architecture/source-files.ts'

const readme = readFileSync('README.md', 'utf8')
const pages = repositoryFiles.filter((path) => path.endsWith('.md'))

test('every command the README names is there and can be run, and none is left out', () => {
  const named = new Set([...readme.matchAll(/\bbin\/([a-z-]+)/g)].map(([, name = '']) => name))
  for (const name of named) accessSync(`bin/${name}`, constants.X_OK)
  const commands = readdirSync('bin').filter((name) => !name.startsWith('_'))
  assert.deepEqual(
    commands.filter((name) => !named.has(name)),
    [],
  )
})

test('the README says of each feature what it does, and of no other', () => {
  const [, map = ''] = /## What is where([\s\S]*?)\n## /.exec(readme) ?? []
  const named = [...map.matchAll(/^\|[^|]*\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
  assert.deepEqual(new Set(named), new Set(readdirSync('src/features')))
  assert.equal(named.length, new Set(named).size)
})

test('every link between our pages leads somewhere', () => {
  const broken = pages.flatMap((page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
      ([, link = '']) => link,
    )
    return links.filter((link) => !existsSync(posix.join(posix.dirname(page), link))).map((link) => `${page}: ${link}`)
  })
  assert.deepEqual(broken, [])
})

test('every setting that is read is explained to operators, and no other', () => {
  const source = readFileSync('src/platform/config/config.ts', 'utf8')
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name)
  const table = readFileSync('docs/operations.md', 'utf8').match(/^\| `[A-Z].*$/gm) ?? []
  const explained = table.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name),
  )
  assert.ok(read.length > 10)
  assert.deepEqual(new Set(explained), new Set(read))
  assert.equal(explained.length, read.length)
})

test('a decision record has at most 400 words and says what would change our mind', () => {
  const records = pages.filter((page) => page.startsWith('docs/adr/'))
  assert.ok(records.length > 0)
  for (const record of records) {
    const text = readFileSync(record, 'utf8')
    assert.ok(text.split(/\s+/).length <= 400, `${record} is too long`)
    for (const heading of ['Context', 'Decision', 'Consequences', 'What would change our mind']) {
      assert.ok(text.includes(`## ${heading}`), `${record} lacks ${heading}`)
    }
  }
})
