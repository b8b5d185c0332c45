import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAuthorisationId } from './authorisation-id.ts'
import { ok, problem } from './result.ts'

test('five digits and consonants are an authorisation id, in upper case', () => {
  assert.deepEqual(readAuthorisationId('CBDJ6'), ok('CBDJ6'))
  assert.deepEqual(readAuthorisationId(' 005ml'), ok('005ML'))
})

test('vowels and other lengths are refused', () => {
  for (const text of ['ABCDE', '2345O', 'CBDJ', 'CBDJ66', 'CBDÆ6']) {
    assert.deepEqual(readAuthorisationId(text), problem('format'), text)
  }
  assert.deepEqual(readAuthorisationId(' '), problem('empty'))
})

test('ids that belong to nobody are refused', () => {
  assert.deepEqual(readAuthorisationId('09YM8'), problem('placeholder'))
})
