import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, addressLine, townLine } from './address.ts'
import { readPostcode } from './postcode.ts'

const postcode = readPostcode('2100')
assert.ok(postcode.ok)
const house: Address = {
  careOf: null,
  street: 'Eksempelvej',
  houseNumber: '12',
  floor: null,
  door: null,
  placeName: null,
  postcode: postcode.value,
  town: 'København Ø',
}

test('an address is written on one line as on a letter', () => {
  assert.equal(addressLine(house), 'Eksempelvej 12, 2100 København Ø')
  assert.equal(addressLine({ ...house, floor: '3', door: 'tv' }), 'Eksempelvej 12, 3. tv., 2100 København Ø')
  assert.equal(
    addressLine({ ...house, houseNumber: '12B', floor: 'st', door: '4' }),
    'Eksempelvej 12B, st. 4, 2100 København Ø',
  )
  assert.equal(addressLine({ ...house, placeName: 'Bakken' }), 'Eksempelvej 12, Bakken, 2100 København Ø')
  assert.equal(townLine(house), '2100 København Ø')
})
