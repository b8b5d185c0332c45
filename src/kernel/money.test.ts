import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formats } from './format.ts'
import { addOre, kroner, ore, readMoney, subtractOre, timesOre, zeroOre } from './money.ts'
import { ok, problem } from './result.ts'

test('amounts are read as Danes write them', () => {
  const amounts = { '1.234,50': 123450, '1234,5': 123450, '350 kr.': 35000, '350,-': 35000, 'kr. 12,05': 1205, '0': 0 }
  for (const [text, expected] of Object.entries(amounts)) assert.deepEqual(readMoney(text), ok(expected), text)
  assert.deepEqual(readMoney('-1.000.000,00 DKK'), ok(-100_000_000))
})

test('an amount that could mean two things is refused', () => {
  for (const text of ['12.50', '1,234.50', '1.23,00', '12,345', 'ti kroner', '1e5', '١٢']) {
    assert.deepEqual(readMoney(text), problem('not-an-amount'), text)
  }
  assert.deepEqual(readMoney('  kr. '), problem('empty'))
})

test('every amount that is shown in Danish can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (amount) => {
      assert.deepEqual(readMoney(formats('da').money(ore(amount))), ok(amount))
    }),
  )
})

test('sums are exact and fractions of an øre are refused', () => {
  assert.equal(addOre(ore(10), ore(20), ore(-5)), 25)
  assert.equal(addOre(), zeroOre)
  assert.equal(subtractOre(kroner(350), ore(50)), 34950)
  assert.equal(timesOre(kroner(350), 3), 105000)
  assert.throws(() => timesOre(ore(1), 0.5), RangeError)
  assert.throws(() => ore(Number.MAX_SAFE_INTEGER + 1), RangeError)
})
