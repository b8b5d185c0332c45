import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { nearnessOf } from './rights-figures.ts'

const today = Temporal.PlainDate.from('2026-11-25')

describe('how near a deadline is', () => {
  test('the last day itself is not late, the day after is', () => {
    assert.equal(nearnessOf(today, today), 'week')
    assert.equal(nearnessOf(today.subtract({ days: 1 }), today), 'late')
  })

  test('counts days across the turn of the year', () => {
    const after = (days: number) => nearnessOf(today.add({ days }), today)
    assert.deepEqual([7, 8, 14, 15, 31, 32, 90].map(after), [
      'week',
      'fortnight',
      'fortnight',
      'month',
      'month',
      'later',
      'later',
    ])
  })

  test('there is none while nobody knows who asks', () => {
    assert.equal(nearnessOf(null, today), 'paused')
  })
})
