import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHours, writeHours } from './weekly-hours.ts'

test('hours are read as people write them', () => {
  const split = [
    { opens: '08:00', closes: '12:00' },
    { opens: '13:00', closes: '16:30' },
  ]
  for (const typed of ['8-12 og 13-16.30', '8.00 – 12.00, 13:00-16:30', '13-16.30; 08-12', '8-12 13-16.30'])
    assert.deepEqual(readHours(typed), { ok: true, value: split }, typed)
  assert.deepEqual(readHours('  '), { ok: true, value: [] })
})

test('what runs backwards, overlaps or cannot be read is told apart', () => {
  assert.deepEqual(readHours('16-8'), { ok: false, problem: 'backwards' })
  assert.deepEqual(readHours('8-12, 11-14'), { ok: false, problem: 'overlapping' })
  for (const typed of ['hele dagen', '8', '25-26', '8.75-9', '8-9 9-10 10-11 11-12 12-13'])
    assert.deepEqual(readHours(typed), { ok: false, problem: 'unreadable' }, typed)
})

test('hours are written as they can be read', () => {
  const read = readHours('8-12 og 13-16.30')
  assert.ok(read.ok)
  assert.equal(writeHours(read.value, 'og'), '8.00–12.00 og 13.00–16.30')
  assert.deepEqual(readHours(writeHours(read.value, 'og')), read)
})
