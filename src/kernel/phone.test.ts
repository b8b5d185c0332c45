import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatPhone, readPhone } from './phone.ts'
import { ok, problem } from './result.ts'

test('a Danish number is understood in every usual form', () => {
  for (const text of ['12345678', '12 34 56 78', '+45 12345678', '0045 12-34-56-78', '(+45) 12.34.56.78']) {
    assert.deepEqual(readPhone(text), ok('+4512345678'), text)
  }
})

test('a foreign number needs its country code', () => {
  assert.deepEqual(readPhone('+46 70 123 45 67'), ok('+46701234567'))
  assert.deepEqual(readPhone('0049 30 1234567'), ok('+49301234567'))
  assert.deepEqual(readPhone('0701234567'), problem('format'))
})

test('what cannot be a number is refused', () => {
  for (const text of ['1234567', '123456789', '+45 1234567', '+45 123456789', '01234567', '112', '+', 'ring til mig']) {
    assert.deepEqual(readPhone(text), problem('format'), text)
  }
  assert.deepEqual(readPhone(' '), problem('empty'))
})

test('a number is shown so that it reads back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (digits) => {
      const read = readPhone(String(digits))
      assert.ok(read.ok)
      assert.match(formatPhone(read.value), /^\d\d \d\d \d\d \d\d$/)
      assert.deepEqual(readPhone(formatPhone(read.value)), read)
    }),
  )
  const swedish = readPhone('+46701234567')
  assert.equal(swedish.ok && formatPhone(swedish.value), '+46701234567')
})
