import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageOn, birthDateOf, type Cpr, cprKind, formatCpr, maskCpr, passesModulus11, readCpr } from './cpr.ts'
import { ok, problem } from './result.ts'
import { Temporal } from './time.ts'

function cpr(text: string): Cpr {
  const read = readCpr(text)
  assert.ok(read.ok, text)
  return read.value
}
const bornOn = (text: string) => birthDateOf(cpr(text)).toString()

const testPersons = {
  '0201609995': '1960-01-02',
  '0201609996': '1960-01-02',
  '0504909995': '1990-04-05',
  '0504909989': '1990-04-05',
  '0201919990': '1991-01-02',
  '0201919996': '1991-01-02',
  '0201919995': '1991-01-02',
  '0108589995': '1958-08-01',
  '0108629996': '1962-08-01',
  '1502799995': '1979-02-15',
  '1502779995': '1977-02-15',
  '0506889996': '1988-06-05',
  '2509479989': '1947-09-25',
}

test('the national test persons are accepted although all fail modulus 11', () => {
  for (const [number, date] of Object.entries(testPersons)) {
    assert.equal(bornOn(number), date)
    assert.equal(passesModulus11(cpr(number)), false)
    assert.equal(cprKind(cpr(number)), 'number')
  }
})

test('numbers that pass modulus 11 are told so', () => {
  assert.deepEqual(['2101270087', '2712589100'].map(bornOn), ['1927-01-21', '1958-12-27'])
  assert.ok(['2101270087', '2712589100'].every((number) => passesModulus11(cpr(number))))
})

test('the seventh digit and the year give the century', () => {
  const years = {
    60: [9, 1960],
    20: [9, 2020],
    36: [4, 2036],
    37: [4, 1937],
    57: [5, 2057],
    58: [5, 1858],
    99: [3, 1999],
  }
  for (const [yy, [seventh, year]] of Object.entries(years))
    assert.equal(bornOn(`0101${yy}${seventh}000`), `${year}-01-01`)
})

test('what is not a number is refused with the reason', () => {
  const refused = {
    '3002901234': 'date',
    '0013901234': 'date',
    '12345': 'length',
    '020191999A': 'characters',
    '1206550VK9': 'characters',
    '٠٢٠١٦٠٩٩٩٥': 'characters',
    ' - ': 'empty',
  } as const
  for (const [text, why] of Object.entries(refused)) assert.deepEqual(readCpr(text), problem(why), text)
})

test('29 February exists only in leap years of the right century', () => {
  assert.equal(readCpr('2902004000').ok, true)
  assert.equal(readCpr('2902000000').ok, false)
  assert.equal(readCpr('2902010000').ok, false)
})

test('national replacement numbers are read as such', () => {
  const dates = {
    '0203291WQ3': '1929-03-02',
    '1308781OS6': '1978-08-13',
    '3101057JC9': '2005-01-31',
    '0703921VJ4': '1992-03-07',
  }
  for (const [number, date] of Object.entries(dates)) {
    assert.equal(bornOn(number), date)
    assert.equal(cprKind(cpr(number)), 'replacement')
    assert.equal(passesModulus11(cpr(number)), false)
  }
  assert.equal(cpr('020329-1wq3'), '0203291WQ3')
})

test('a number is written with a hyphen and hidden but for the birth date', () => {
  assert.equal(formatCpr(cpr('0201609995')), '020160-9995')
  assert.equal(maskCpr(cpr('0201609995')), '020160-••••')
})

test('age counts full years', () => {
  const born = birthDateOf(cpr('0201609995'))
  assert.equal(ageOn(born, Temporal.PlainDate.from('2026-01-01')), 65)
  assert.equal(ageOn(born, Temporal.PlainDate.from('2026-01-02')), 66)
})

const dates = fc.integer({ min: 0, max: 200 * 365 }).map((days) => Temporal.PlainDate.from('1858-01-01').add({ days }))
const separators = fc.constantFrom('', ' ', '-', ' - ', '\u2013', '\u00a0')

test('every number with an existing date is accepted, however it is spaced, whatever its check sum', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 9999 }), separators, (date, serial, separator) => {
      const [year, month, day] = date.toString().split('-') as [string, string, string]
      const [head, tail] = [`${day}${month}${year.slice(2)}`, String(serial).padStart(4, '0')]
      const leapDay = day === '29' && month === '02'
      if (leapDay) return
      const read = readCpr(`${head}${separator}${tail}`)
      assert.deepEqual(read, ok(`${head}${tail}`))
      if (read.ok)
        assert.deepEqual([birthDateOf(read.value).day, birthDateOf(read.value).month], [date.day, date.month])
    }),
  )
})

test('no text makes the reader throw, and what it accepts reads back the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Z]{10}$/)), (text) => {
      const read = readCpr(text)
      if (read.ok) assert.deepEqual(readCpr(formatCpr(read.value)), read)
    }),
  )
})
