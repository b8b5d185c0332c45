import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { timetable } from '#src/tasks.ts'

describe('what happens by the clock', () => {
  test('is made up for after a night in which the machine was off, each of it (T6.3, T20.2)', () => {
    assert.ok(timetable.length >= 9)
    assert.deepEqual(
      timetable.filter((line) => !/ \?fill=\d+d$/.test(line)),
      [],
    )
  })
})
