import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCvr } from './cvr.ts'
import { ok, problem } from './result.ts'

test('company numbers with a right check digit are accepted', () => {
  for (const number of ['13748136', '64942212', '26919991', '34051178', '29915938', '24256790']) {
    assert.deepEqual(readCvr(number), ok(number))
  }
})

test('blanks and the VAT form are accepted', () => {
  assert.deepEqual(readCvr(' dk 13 74 81 36 '), ok('13748136'))
})

test('what is not a company number is refused with the reason', () => {
  assert.deepEqual(readCvr('12345678'), problem('check-digit'))
  assert.deepEqual(readCvr('00000000'), problem('check-digit'))
  assert.deepEqual(readCvr('1374813'), problem('length'))
  assert.deepEqual(readCvr('DK'), problem('empty'))
})
