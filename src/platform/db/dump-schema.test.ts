import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { cluster } from '#tests/harness/cluster.ts'
import { dumpSchema } from './dump-schema.ts'

describe('the schema file', () => {
  test('db/schema.sql is what the migrations lead to (bin/db schema writes it)', async () => {
    const database = await (await cluster()).newDatabase()
    const dumped = await dumpSchema(database.ownerUrl)
    await database.drop()
    assert.ok(dumped.includes('create table audit_events ('))
    const committed = readFileSync('db/schema.sql', 'utf8')
    const lines = new Set(committed.split('\n'))
    assert.deepEqual(
      dumped.split('\n').filter((line) => !lines.has(line)),
      [],
      'lines that db/schema.sql does not have',
    )
    assert.equal(committed, dumped)
  })
})
