import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEmail } from './email.ts'
import { ok, problem } from './result.ts'

test('the domain is lower-cased and the name before it is not', () => {
  assert.deepEqual(readEmail(' Ana.Holm+klinik@EKSEMPEL.Example '), ok('Ana.Holm+klinik@eksempel.example'))
})

test('a Danish domain is written as mail servers know it', () => {
  assert.deepEqual(readEmail('ana@smørrebrød.example'), ok('ana@xn--smrrebrd-64af.example'))
})

test('typing errors are refused', () => {
  const wrong = [
    'ana',
    'ana@',
    '@a.example',
    'ana@localhost',
    'a b@c.example',
    'ana@c..example',
    '.ana@c.example',
    'ana@1.2.3.4',
  ]
  for (const text of [
    ...wrong,
    'ana@c.example, bo@c.example',
    'ana@-c.example',
    'ana\r\nbcc:x@c.example',
    'a@c.example/x',
  ]) {
    assert.deepEqual(readEmail(text), problem('format'), text)
  }
  assert.deepEqual(readEmail(' '), problem('empty'))
})

test('an address has at most 254 characters and 64 before the @', () => {
  assert.deepEqual(readEmail(`a@${'b'.repeat(250)}.example`), problem('too-long'))
  assert.deepEqual(readEmail(`${'a'.repeat(65)}@b.example`), problem('format'))
  assert.equal(readEmail(`${'a'.repeat(64)}@b.example`).ok, true)
})
