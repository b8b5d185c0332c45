import assert from 'node:assert/strict'
import { test } from 'node:test'
import { easterSunday, holidayOn } from './holidays.ts'
import { Temporal } from './time.ts'

const on = (text: string) => holidayOn(Temporal.PlainDate.from(text))?.da ?? null

/** Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
const movable: Record<string, readonly string[]> = {
  2026: ['04-02', '04-03', '04-05', '04-06', '05-14', '05-24', '05-25'],
  2027: ['03-25', '03-26', '03-28', '03-29', '05-06', '05-16', '05-17'],
  2028: ['04-13', '04-14', '04-16', '04-17', '05-25', '06-04', '06-05'],
  2029: ['03-29', '03-30', '04-01', '04-02', '05-10', '05-20', '05-21'],
  2030: ['04-18', '04-19', '04-21', '04-22', '05-30', '06-09', '06-10'],
  2031: ['04-10', '04-11', '04-13', '04-14', '05-22', '06-01', '06-02'],
}

test('a year has its ten public holidays and no other', () => {
  for (const [year, days] of Object.entries(movable)) {
    const expected = ['01-01', ...days, '12-25', '12-26'].map((day) => `${year}-${day}`)
    const first = Temporal.PlainDate.from(`${year}-01-01`)
    const all = Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }).toString())
    assert.deepEqual(
      all.filter((day) => on(day) !== null),
      expected,
    )
  }
})

test('Store bededag was a holiday until 2023 and no longer', () => {
  assert.equal(on('2023-05-05'), 'Store bededag')
  assert.equal(on('2024-04-26'), null)
  assert.equal(on('2026-05-01'), null)
})

test('days that are only commonly closed are not holidays', () => {
  for (const day of ['2026-05-01', '2026-06-05', '2026-12-24', '2026-12-31', '2026-05-15']) assert.equal(on(day), null)
})

test('holidays have a name in both languages', () => {
  assert.deepEqual(holidayOn(Temporal.PlainDate.from('2026-05-14')), {
    da: 'Kristi himmelfartsdag',
    en: 'Ascension Day',
  })
})

test('Easter is right at its earliest and latest', () => {
  assert.deepEqual(
    [1818, 1943, 2038, 2000].map((year) => easterSunday(year).toString()),
    ['1818-03-22', '1943-04-25', '2038-04-25', '2000-04-23'],
  )
})
