import assert from 'node:assert/strict'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { test } from 'node:test'
import { repositoryFiles } from '#tests/architecture/source-files.ts'

const readme = readFileSync('README.md', 'utf8')
const pages = repositoryFiles.filter((path) => path.endsWith('.md'))

test('every command the README names is there and can be run', () => {
  const commands = new Set([...readme.matchAll(/\bbin\/[a-z-]+/g)].map(([command]) => command))
  assert.ok(commands.has('bin/start') && commands.has('bin/test'))
  for (const command of commands) accessSync(command, constants.X_OK)
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
