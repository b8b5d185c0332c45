import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closedBetween, mondayOf, weekText } from './calendar-days.ts'

test('a week in the address is its Monday, also around New Year', () => {
  assert.equal(mondayOf('2026-W48')?.toString(), '2026-11-23')
  assert.equal(mondayOf('2026-W53')?.toString(), '2026-12-28')
  assert.equal(mondayOf('2027-W01')?.toString(), '2027-01-04')
  assert.equal(weekText(mondayOf('2026-W53')!.add({ days: 6 })), '2026-W53')
})

test('what is no week is none', () => {
  for (const text of [null, '', '2026-48', '2026-W00', '2026-W54', '2025-W53', '1026-W01'])
    assert.equal(mondayOf(text), null)
})

test('closed is what is not open', () => {
  const day = { start: 480, end: 960 }
  assert.deepEqual(closedBetween([], day), [day])
  assert.deepEqual(
    closedBetween(
      [
        { start: 480, end: 720 },
        { start: 780, end: 960 },
      ],
      day,
    ),
    [{ start: 720, end: 780 }],
  )
  assert.deepEqual(closedBetween([{ start: 420, end: 900 }], day), [{ start: 900, end: 960 }])
})
