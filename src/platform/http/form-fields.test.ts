import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { form } from './form.ts'
import * as fields from './form-fields.ts'

type Readable = Parameters<typeof form>[0][string]

/** The value as text, or the Danish message. */
function reads(field: Readable, ...typed: (string | File)[]): unknown {
  const source = new FormData()
  for (const value of typed) source.append('x', value)
  const read = form({ x: field }).read(source, 'da')
  if (!read.ok) return { error: read.problem.errors[0]?.message }
  const { x } = read.value
  return typeof x === 'object' && x !== null && 'toJSON' in x ? JSON.parse(JSON.stringify(x)) : x
}
const error = (message: string) => ({ error: message })
const fileOf = (bytes: number, name = 'svar.pdf') => new File([new Uint8Array(bytes)], name)

test('text counts characters, not code units, within its limits', () => {
  const field = fields.text({ min: 2, max: 3 })
  assert.equal(reads(field, '👍👍👍'), '👍👍👍')
  assert.deepEqual(reads(field, 'abcd'), error('Skriv højst 3 tegn'))
  assert.deepEqual(reads(field, 'a'.repeat(1000)), error('Skriv højst 3 tegn'))
  assert.deepEqual(reads(field, 'a'), error('Skriv mindst 2 tegn'))
  assert.equal(reads(field, 'e\u0301a'), '\u00e9a')
})

test('one line stays one line, so that no mail header can be added to', () => {
  assert.equal(reads(fields.text({ max: 50 }), 'Ana\r\nBcc: x'), 'Ana Bcc: x')
})

test('a password keeps its blanks', () => {
  assert.equal(reads(fields.password({ min: 3, max: 50 }), ' a b '), ' a b ')
})

test('a date is understood in every usual Danish form', () => {
  const forms = ['26.11.2026', '26-11-2026', '26/11-2026', '26/11/2026', '26 11 2026', '26. 11. 2026', ' 2026-11-26 ']
  for (const typed of forms) assert.equal(reads(fields.date(), typed), '2026-11-26', typed)
  assert.equal(reads(fields.date(), '1.5.2026'), '2026-05-01')
})

test('a date that does not exist or leaves the century open is refused', () => {
  for (const typed of ['30.2.2026', '26.11.26', '11/26/2026', '1.1.0026', '2026', 'i morgen', '1.1.99999']) {
    assert.deepEqual(reads(fields.date(), typed), error('Indtast en gyldig dato, f.eks. 26-11-2026'), typed)
  }
  assert.deepEqual(reads(fields.date()), error('Indtast en dato'))
  assert.equal(reads(fields.date().optional()), null)
})

test('a date is read from three fields, and a part left out is an error', () => {
  const born = form({ born: fields.date().optional() })
  const of = (day: string, month: string, year: string) =>
    born.read(new URLSearchParams({ 'born-day': day, 'born-month': month, 'born-year': year }), 'da')
  const whole = of('2', ' 01', '1960')
  assert.equal(whole.ok && String(whole.value.born), '1960-01-02')
  assert.equal(of('2', '', '1960').ok, false)
  const none = of('', '', '')
  assert.equal(none.ok && none.value.born, null)
})

test('a time is read with full stop or colon', () => {
  assert.deepEqual(
    ['9.30', '09:30', '23.59', '0:00'].map((typed) => reads(fields.time(), typed)),
    ['09:30', '09:30', '23:59', '00:00'],
  )
  for (const typed of ['24.00', '9.60', '930', '9']) {
    assert.deepEqual(reads(fields.time(), typed), error('Indtast et gyldigt tidspunkt, f.eks. 14.30'))
  }
})

test('a whole number keeps within its limits', () => {
  const field = fields.wholeNumber({ min: -5, max: 2000 })
  assert.deepEqual(
    ['-5', '1.234', '2 000', '007'].map((typed) => reads(field, typed)),
    [-5, 1234, 2000, 7],
  )
  for (const typed of ['1,5', '1e3', '0x10', '1.5', 'Infinity'])
    assert.deepEqual(reads(field, typed), error('Indtast et helt tal'))
  assert.deepEqual(reads(field, '2001'), error('Indtast et helt tal fra -5 til 2000'))
})

test('an amount is read in øre and is never negative', () => {
  assert.equal(reads(fields.money(), '1.234,50'), 123450)
  assert.deepEqual(reads(fields.money(), '-1'), error('Indtast et beløb, f.eks. 1.234,50'))
})

test('Danish identifiers are read, or refused with what to do', () => {
  assert.equal(reads(fields.cpr(), '020160-9995'), '0201609995')
  assert.deepEqual(reads(fields.cpr(), '020160'), error('Indtast et CPR-nummer med 10 cifre'))
  assert.match(JSON.stringify(reads(fields.cpr(), '3002901234')), /en dato, der findes/)
  assert.equal(reads(fields.cvr(), '13 74 81 36'), '13748136')
  assert.deepEqual(reads(fields.cvr(), '12345678'), error('Kontrollér, om CVR-nummeret er tastet rigtigt'))
  assert.equal(reads(fields.postcode(), '2100'), '2100')
  assert.deepEqual(reads(fields.postcode(), '21'), error('Indtast et postnummer med 4 cifre'))
  assert.equal(reads(fields.email(), 'ana@Eksempel.example'), 'ana@eksempel.example')
  assert.deepEqual(reads(fields.email(), 'ana'), error('Indtast en e-mailadresse, f.eks. navn@eksempel.dk'))
})

test('only what is on the list can be chosen', () => {
  const field = fields.choice(['phone', 'video'])
  assert.equal(reads(field, 'video'), 'video')
  assert.deepEqual(reads(field, 'toString'), error('Vælg en af mulighederne på listen'))
  assert.deepEqual(reads(field), error('Vælg en mulighed'))
  assert.equal(reads(field.optional()), null)
})

test('several choices come once each, in the order of the list', () => {
  const field = fields.choices(['mon', 'tue', 'wed'], { min: 2 })
  assert.deepEqual(reads(field, 'wed', 'mon', 'wed'), ['mon', 'wed'])
  assert.deepEqual(reads(field, 'wed'), error('Vælg mindst 2'))
  assert.deepEqual(reads(field, 'sun', 'mon'), error('Vælg en af mulighederne på listen'))
  assert.deepEqual(reads(fields.choices(['mon'])), [])
})

test('a box not ticked is no, and one that must be ticked says why', () => {
  assert.deepEqual(
    [undefined, '', 'no', 'false', '0', 'on', 'yes'].map((sent) =>
      sent === undefined ? reads(fields.tick()) : reads(fields.tick(), sent),
    ),
    [false, false, false, false, false, true, true],
  )
  const must = fields.mustTick(texts('Bekræft, at du har læst det', 'Confirm that you have read it'))
  assert.deepEqual(reads(must), error('Bekræft, at du har læst det'))
  assert.equal(reads(must, 'yes'), true)
})

test('an id must look like one', () => {
  const known = newId<'case'>()
  assert.equal(reads(fields.id<'case'>(), known), known)
  assert.deepEqual(reads(fields.id<'case'>(), "1' or 1=1"), error('Vælg en af mulighederne på listen'))
})

test('a field can say in its own words that it is missing', () => {
  const missing = texts('Skriv dit navn', 'Enter your name')
  assert.deepEqual(reads(fields.text({ max: 9, missing })), error('Skriv dit navn'))
})

test('a file is needed, readable by name and not too large', () => {
  const field = fields.file({ maxBytes: 2000 })
  assert.ok(reads(field, fileOf(2000)) instanceof File)
  assert.deepEqual(reads(field, fileOf(2001)), error('Filen må højst fylde 2 kB'))
  assert.deepEqual(reads(field, new File([], '')), error('Vælg en fil'))
  assert.deepEqual(reads(field, 'svar.pdf'), error('Vælg en fil'))
  assert.match(JSON.stringify(reads(field, fileOf(1, 'a\u0000b'))), /Filens navn/)
  assert.equal(reads(field.optional(), new File([], '')), null)
})

test('several files are each held to the limit', () => {
  const field = fields.fileList({ maxBytes: 10, maxFiles: 2 })
  assert.deepEqual(reads(field), [])
  assert.equal((reads(field, fileOf(1), fileOf(2)) as readonly File[]).length, 2)
  assert.deepEqual(reads(field, fileOf(1), fileOf(11)), error('Filen må højst fylde 10 byte'))
  assert.deepEqual(reads(field, fileOf(1), fileOf(1), fileOf(1)), error('Vælg højst 2 filer'))
})
