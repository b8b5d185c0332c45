import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findIn, repositoryFiles, shippedFiles, sourceFiles } from './source-files.ts'

const sqlText = /\bsql(<[^`(]*>)?`|[`'"]\s*(select .+ from |insert into \w|delete from \w|update \w+ set )/

test('SQL stands in *.sql.ts and db/ only', () => {
  const elsewhere = shippedFiles.filter(({ path }) => !path.endsWith('.sql.ts'))
  assert.ok(elsewhere.length > 0)
  assert.deepEqual(
    elsewhere.flatMap((file) => findIn(file, sqlText)),
    [],
  )
})

test('the environment is read in src/platform/config only', () => {
  const elsewhere = shippedFiles.filter(({ path }) => !path.startsWith('src/platform/config/'))
  assert.deepEqual(
    elsewhere.flatMap((file) => findIn(file, /\bprocess\.env\b|import\.meta\.env\b/)),
    [],
  )
})

const filesWith = (pattern: RegExp) => shippedFiles.filter((file) => findIn(file, pattern).length > 0)

test('nobody but the gate makes a permit, and no job but one that has asked it reaches the worker (R1.4)', () => {
  assert.deepEqual(
    filesWith(/\bas (unknown as )?(Permit|AskedTasks?)\b/).map(({ path }) => path),
    ['src/platform/jobs/ask-first.ts', 'src/policy/gate.ts'],
  )
})

test('the gate is asked by requests in one place and by jobs in one; an import also asks for who confirmed it (R1.4)', () => {
  assert.deepEqual(
    filesWith(/\.decide\(/).map(({ path }) => path),
    ['src/features/imports/import-cases.ts', 'src/platform/http/perform.ts', 'src/platform/jobs/ask-first.ts'],
  )
})

test('no rule is silenced in the code', () => {
  const silencer = new RegExp(['oxlint', 'eslint', 'biome'].map((tool) => `${tool}-(disable|ignore)`).join('|'))
  const silenced = sourceFiles.filter(({ text }) => silencer.test(text))
  assert.deepEqual(
    silenced.map(({ path }) => path),
    [],
  )
})

// Written in pieces so that this file is held to its own rule.
const machinePaths = new RegExp(
  `(^|[\\s"'\`(=:])(/(${['work', 'root'].join('|')})/|/(home|Users)/[a-z][a-z0-9]*/|/tmp/\\S*studio)`,
  'm',
)
const registryHost = new RegExp(
  `https?://[^/\\s'"]*(${['regis' + 'try', 'artifact' + 'ory', 'nex' + 'us', 'verdac' + 'cio'].join('|')})`,
  'i',
)
const textFile = /\.(ts|tsx|mjs|json|md|sql|css|yml|txt|html)$|(^|\/)(bin|\.ci)\/|\.npmrc$|\.gitignore$/

test('no file names a path of one machine or a host to fetch packages from', () => {
  const texts = repositoryFiles.filter((path) => textFile.test(path) && path !== 'package-lock.json')
  assert.ok(texts.length >= sourceFiles.length)
  const offences = texts.filter((path) => {
    const text = readFileSync(path, 'utf8')
    return machinePaths.test(text) || registryHost.test(text)
  })
  assert.deepEqual(offences, [])
})
