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
    assert.equal(readFileSync('db/schema.sql', 'utf8'), dumped)
  })
})
