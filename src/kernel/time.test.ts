import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  atTime,
  clockOf,
  dayOf,
  daysOfWeek,
  endOfDay,
  fromDate,
  isoWeek,
  startOfDay,
  Temporal,
  toDate,
} from './time.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => day('1980-01-01').add({ days }))
const hoursIn = (date: Temporal.PlainDate) => startOfDay(date).until(endOfDay(date)).total('hours')

test('a day begins at midnight in Copenhagen, in summer and winter', () => {
  assert.equal(startOfDay(day('2026-07-01')).toString(), '2026-06-30T22:00:00Z')
  assert.equal(startOfDay(day('2026-11-26')).toString(), '2026-11-25T23:00:00Z')
  assert.equal(dayOf(Temporal.Instant.from('2026-11-25T23:00:00Z')).toString(), '2026-11-26')
  assert.equal(dayOf(Temporal.Instant.from('2026-11-25T22:59:59Z')).toString(), '2026-11-25')
})

test('a day is 23 hours when summer time begins and 25 when it ends', () => {
  assert.deepEqual(
    ['2026-03-29', '2026-10-25', '2026-11-26'].map((date) => hoursIn(day(date))),
    [23, 25, 24],
  )
})

test('a time in the hour that spring skips does not exist', () => {
  assert.equal(atTime(day('2026-03-29'), '02:30'), null)
  assert.equal(atTime(day('2026-03-29'), '02:00'), null)
  assert.equal(atTime(day('2026-03-29'), '03:00')?.toString(), '2026-03-29T01:00:00Z')
})

test('a time in the hour that autumn repeats is the first of the two', () => {
  assert.equal(atTime(day('2026-10-25'), '02:30')?.toString(), '2026-10-25T00:30:00Z')
})

test('what is not a time is a programming error', () => {
  assert.throws(() => atTime(day('2026-10-25'), '25:00'), RangeError)
})

test('the clock shows two digits of hour and minute', () => {
  assert.equal(clockOf(Temporal.Instant.from('2026-11-26T08:05:59Z')), '09:05')
})

test('weeks follow ISO 8601 around New Year', () => {
  assert.deepEqual(isoWeek(day('2026-11-26')), { year: 2026, week: 48 })
  assert.deepEqual(isoWeek(day('2027-01-01')), { year: 2026, week: 53 })
  assert.deepEqual(isoWeek(day('2024-12-30')), { year: 2025, week: 1 })
})

test('weeks agree with the calendar library for every day', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      assert.deepEqual(isoWeek(date), { year: date.yearOfWeek, week: date.weekOfYear })
    }),
  )
})

test('a week is seven days from Monday and holds the day it was asked for', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const week = daysOfWeek(date)
      assert.deepEqual(
        week.map((each) => each.dayOfWeek),
        [1, 2, 3, 4, 5, 6, 7],
      )
      assert.ok(week.some((each) => each.equals(date)))
    }),
  )
})

test('the start of a day belongs to it and its end does not', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      assert.ok(dayOf(startOfDay(date)).equals(date))
      assert.ok(dayOf(endOfDay(date)).equals(date.add({ days: 1 })))
    }),
  )
})

test('an instant survives the database driver in whole milliseconds', () => {
  const instant = Temporal.Instant.from('2026-11-26T13:30:00.123Z')
  assert.ok(fromDate(toDate(instant)).equals(instant))
})
