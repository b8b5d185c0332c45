import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { formats } from './format.ts'
import { ore } from './money.ts'
import { readPhone } from './phone.ts'
import { Temporal } from './time.ts'

const da = formats('da')
const en = formats('en')
const date = Temporal.PlainDate.from('2026-11-26')
const instant = Temporal.Instant.from('2026-11-26T13:30:00Z')
const phone = readPhone('12345678')

test('dates read as Danes and English readers expect', () => {
  assert.deepEqual([da.dateShort(date), en.dateShort(date)], ['26.11.2026', '26.11.2026'])
  assert.deepEqual(
    [da.dateLong(date), en.dateLong(date)],
    ['torsdag den 26. november 2026', 'Thursday 26 November 2026'],
  )
  assert.deepEqual([da.date(date), en.date(date)], ['26. november 2026', '26 November 2026'])
  assert.deepEqual([da.dayMonth(date), en.dayMonth(date)], ['26. november', '26 November'])
  assert.deepEqual([da.monthYear(date), en.monthYear(date)], ['november 2026', 'November 2026'])
  assert.deepEqual([da.weekday(date), en.weekday(date)], ['torsdag', 'Thursday'])
})

test('times are on the 24-hour clock of Copenhagen', () => {
  assert.deepEqual([da.time(instant), en.time(instant)], ['14.30', '14:30'])
  assert.equal(da.timeRange(instant, instant.add({ minutes: 30 })), '14.30–15.00')
  assert.deepEqual(
    [da.dateTime(instant), en.dateTime(instant)],
    ['26. november 2026 kl. 14.30', '26 November 2026 at 14:30'],
  )
  assert.equal(da.weekdayDateTime(instant), 'torsdag den 26. november kl. 14.30')
  assert.equal(en.weekdayDateTime(instant), 'Thursday 26 November at 14:30')
})

test('times do not depend on the time zone of the process', () => {
  const script = `
    const { formats } = await import('#kernel/format.ts')
    const { Temporal } = await import('#kernel/time.ts')
    process.stdout.write(formats('da').dateTime(Temporal.Instant.from('2026-06-30T22:05:00Z')))`
  const options = { env: { TZ: 'America/Nuuk' }, cwd: import.meta.dirname, encoding: 'utf8' } as const
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], options)
  assert.equal(stdout, '1. juli 2026 kl. 00.05')
})

test('amounts show øre only when there are some', () => {
  assert.deepEqual(
    [123450, 35000, -35050, 0].map((amount) => da.money(ore(amount))),
    ['1.234,50 kr.', '350 kr.', '-350,50 kr.', '0 kr.'],
  )
  assert.deepEqual(
    [123450, 35000].map((amount) => en.money(ore(amount))),
    ['DKK 1,234.50', 'DKK 350'],
  )
})

test('numbers, distances and file sizes use the right decimal mark', () => {
  assert.deepEqual([da.number(1234.567), en.number(1234.567)], ['1.234,57', '1,234.57'])
  assert.deepEqual([3.42, 9.96, 127.4, 0].map(da.distance), ['3,4 km', '10 km', '127 km', '0 km'])
  assert.equal(en.distance(3.42), '3.4 km')
  assert.deepEqual([900, 51_200, 1_234_567, 999_900].map(da.fileSize), ['900 byte', '51 kB', '1,2 MB', '1 MB'])
})

test('near days have names and others are counted', () => {
  const near = (days: number, form = da) => form.relativeDay(date.add({ days }), date)
  assert.deepEqual(
    [0, 1, 2, -1, 5, -3, 40].map((days) => near(days)),
    ['i dag', 'i morgen', 'i overmorgen', 'i går', 'om 5 dage', 'for 3 dage siden', 'om 40 dage'],
  )
  assert.deepEqual(
    [0, 1, 2, -1, -3].map((days) => near(days, en)),
    ['today', 'tomorrow', 'in 2 days', 'yesterday', '3 days ago'],
  )
})

test('periods are told in years, months, weeks and days', () => {
  const told = (iso: string) => [da, en].map(({ period }) => period(Temporal.Duration.from(iso)))
  assert.deepEqual(told('P6M'), ['6 måneder', '6 months'])
  assert.deepEqual(told('P1Y1M'), ['1 år og 1 måned', '1 year and 1 month'])
  assert.deepEqual(told('P2W1D'), ['2 uger og 1 dag', '2 weeks and 1 day'])
  assert.deepEqual(told('P0D'), ['0 dage', '0 days'])
})

test('durations are told in hours and minutes', () => {
  assert.deepEqual([1, 45, 60, 75, 121].map(da.duration), [
    '1 minut',
    '45 minutter',
    '1 time',
    '1 time og 15 minutter',
    '2 timer og 1 minut',
  ])
  assert.equal(en.duration(120), '2 hours')
})

test('a phone number is shown in pairs', () => {
  assert.equal(phone.ok && da.phone(phone.value), '12 34 56 78')
})
