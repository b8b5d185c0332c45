import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { ok } from '#kernel/result.ts'
import type { Temporal } from '#kernel/time.ts'
import { form, queryForm } from './form.ts'
import { choice, choices, cpr, date, id, password, phone, text, tick } from './form-fields.ts'

const contact = form({
  name: text({ max: 20 }),
  phone: phone(),
  note: text({ max: 500, multiline: true }).optional(),
})
const sent = (entries: Record<string, string>) => new URLSearchParams(entries)

function refusal<Values>(read: ReturnType<ReturnType<typeof form>['read']> | { ok: true; value: Values }) {
  assert.ok(!read.ok)
  return read.problem
}

test('a right form becomes typed values', () => {
  const read = contact.read(sent({ name: ' Ana  Holm ', phone: '12 34 56 78', note: 'en\r\nto' }), 'da')
  assert.ok(read.ok)
  const values: { readonly name: string; readonly note: string | null } = read.value
  assert.deepEqual(values, { name: 'Ana Holm', phone: '+4512345678', note: 'en\nto' })
})

test('an optional field that is empty or absent is null', () => {
  const absent = contact.read(sent({ name: 'Ana', phone: '12345678' }), 'da')
  const empty = contact.read(sent({ name: 'Ana', phone: '12345678', note: '  ' }), 'da')
  assert.deepEqual(
    [absent, empty].map((read) => read.ok && read.value.note),
    [null, null],
  )
})

test('a wrong form comes back as it was typed, with every error in the language of the reader', () => {
  const source = sent({ name: '', phone: '12 34', note: 'hej' })
  assert.deepEqual(refusal(contact.read(source, 'da')), {
    values: { name: '', phone: '12 34', note: 'hej' },
    errors: [
      { field: 'name', message: 'Udfyld feltet' },
      { field: 'phone', message: 'Indtast et telefonnummer med 8 cifre' },
    ],
  })
  assert.equal(refusal(contact.read(source, 'en')).errors[1]?.message, 'Enter a phone number with 8 digits')
})

test('unknown fields are neither read nor sent back', () => {
  const read = contact.read(sent({ name: 'Ana', phone: '1', role: 'admin', __proto__x: '1', constructor: 'x' }), 'da')
  assert.deepEqual(Object.keys(refusal(read).values), ['name', 'phone'])
})

test('text that the database cannot hold is refused as a mistake in the form', () => {
  for (const name of ['Ana\u0000', '\ud800', 'a\u001bb', '\u0000']) {
    const source = new URLSearchParams()
    source.getAll = (input) => ({ name: [name], phone: ['12345678'] })[input] ?? []
    const state = refusal(contact.read(source, 'da'))
    assert.deepEqual(
      state.errors.map((error) => error.field),
      ['name'],
    )
    const shown = state.values.name
    assert.ok(typeof shown === 'string' && shown.isWellFormed() && !shown.includes('\u0000'))
  }
})

test('NUL in an encoded address is refused too', () => {
  const filter = queryForm({ name: text({ max: 20 }), state: choice(['open', 'closed']), ref: id<'case'>() })
  for (const query of ['name=a%00b', 'state=open%00', 'ref=%00']) {
    assert.equal(filter.read(new URLSearchParams(query), 'da').ok, false, query)
  }
})

test('whatever is sent, what is accepted is well formed, trimmed, NFC and short enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const read = contact.read(sent({ name, phone: '12345678' }), 'da')
      if (!read.ok) return
      const value = read.value.name
      assert.ok(value.isWellFormed() && !value.includes('\u0000'))
      assert.equal(value, value.trim().normalize('NFC'))
      assert.ok([...value].length <= 20)
    }),
  )
})

test('a check between fields is asked only when each is right by itself', () => {
  let asked = 0
  const period = form({ from: date(), to: date() }, ({ from, to }) => {
    asked += 1
    const days: Temporal.PlainDate = from
    if (days.until(to).days >= 0) return []
    return [{ field: 'to', message: texts('Vælg en senere dato', 'Choose a later date') }]
  })
  assert.equal(period.read(sent({ from: '1.1.2026', to: 'x' }), 'da').ok, false)
  assert.equal(asked, 0)
  const state = refusal(period.read(sent({ from: '2.1.2026', to: '1.1.2026' }), 'en'))
  assert.deepEqual(state.errors, [{ field: 'to', message: 'Choose a later date' }])
  assert.deepEqual(state.values, { from: '2.1.2026', to: '1.1.2026' })
  assert.equal(period.read(sent({ from: '1.1.2026', to: '2.1.2026' }), 'da').ok, true)
})

test('a date in three fields comes back in three fields', () => {
  const typed = { 'born-day': '31', 'born-month': '2', 'born-year': '1990' }
  assert.deepEqual(refusal(form({ born: date() }).read(sent(typed), 'da')), {
    values: typed,
    errors: [{ field: 'born', message: 'Indtast en gyldig dato, f.eks. 26-11-2026' }],
  })
})

test('several ticked boxes come back as several, and a password never comes back', () => {
  const source = new URLSearchParams('day=mon&day=tue&secret=hunter&cpr=1')
  const state = refusal(
    form({ day: choices(['mon', 'tue']), secret: password({ min: 3, max: 99 }), cpr: cpr() }).read(source, 'da'),
  )
  assert.deepEqual(state.values, { day: ['mon', 'tue'], cpr: '1' })
})

test('search filters may all be left out', () => {
  const filter = queryForm({ state: choice(['open', 'closed']), mine: tick(), case: id<'case'>() })
  assert.deepEqual(filter.fields, ['state', 'mine', 'case'])
  assert.deepEqual(filter.read(new URLSearchParams(), 'da'), ok({ state: null, mine: false, case: null }))
  const caseId = newId<'case'>()
  const read = filter.read(new URLSearchParams({ state: 'open', mine: 'on', case: caseId }), 'da')
  assert.ok(read.ok)
  const state: 'open' | 'closed' | null = read.value.state
  const mine: boolean = read.value.mine
  assert.deepEqual([state, mine, read.value.case], ['open', true, caseId])
})

test('a file where text was expected counts as nothing', () => {
  const source = new FormData()
  source.append('name', new File(['x'], 'x.txt'))
  source.append('phone', '12345678')
  assert.deepEqual(refusal(contact.read(source, 'da')).errors, [{ field: 'name', message: 'Udfyld feltet' }])
})
