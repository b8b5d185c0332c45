import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smsLength } from './sms-length.ts'

test('æ, ø and å are in the GSM alphabet and cost one each', () => {
  assert.deepEqual(smsLength('Rødgrød på ÆØÅ'), { encoding: 'gsm-7', units: 14, parts: 1 })
})

test('160 characters are one message, 161 are two of at most 153', () => {
  assert.equal(smsLength('a'.repeat(160)).parts, 1)
  assert.equal(smsLength('a'.repeat(161)).parts, 2)
  assert.equal(smsLength('a'.repeat(307)).parts, 3)
})

test('a euro sign takes two, and is not split between parts', () => {
  assert.equal(smsLength('€').units, 2)
  assert.equal(smsLength(`${'a'.repeat(152)}€${'a'.repeat(151)}`).parts, 2)
  assert.equal(smsLength(`${'a'.repeat(152)}€${'a'.repeat(152)}`).parts, 3)
})

test('one character outside the alphabet makes parts of 70, then 67', () => {
  assert.deepEqual(smsLength('kl. 14 – 15'), { encoding: 'ucs-2', units: 11, parts: 1 })
  assert.equal(smsLength(`–${'a'.repeat(69)}`).parts, 1)
  assert.equal(smsLength(`–${'a'.repeat(70)}`).parts, 2)
  assert.equal(smsLength('😀').units, 2)
})
