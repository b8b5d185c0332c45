import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId, readId } from './ids.ts'

test('a new id is a version 7 UUID that reads back', () => {
  const id = newId<'case'>()
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(readId<'case'>(id), id)
})

test('ids sort by the time they were made', () => {
  const early = newId(Date.UTC(2026, 0, 1))
  const late = newId(Date.UTC(2026, 0, 2))
  assert.ok(early < late)
})

test('what is not a lower-case UUID is no id', () => {
  for (const text of ['', 'x', newId().toUpperCase(), `${newId()} `, `${newId()}\n`]) assert.equal(readId(text), null)
})
