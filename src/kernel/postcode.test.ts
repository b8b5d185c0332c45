import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPostcode } from './postcode.ts'
import { ok, problem } from './result.ts'

test('postcodes from 0800 to 9990 are accepted', () => {
  for (const text of ['0800', '2100', '3900', '9990']) assert.deepEqual(readPostcode(text), ok(text))
  assert.deepEqual(readPostcode(' DK-2100 '), ok('2100'))
})

test('other numbers are not postcodes', () => {
  for (const text of ['0799', '9991', '210', '21000', 'FO-100', '2l00'])
    assert.deepEqual(readPostcode(text), problem('format'))
  assert.deepEqual(readPostcode(''), problem('empty'))
})
