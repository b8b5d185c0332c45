import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kilometresBetween } from '#kernel/distance.ts'
import { placeOfPostcode } from './postcodes.ts'

test('a postcode tells its town and about where it is', () => {
  const aarhus = placeOfPostcode('8000')
  const odense = placeOfPostcode('5000')
  assert.equal(aarhus?.town, 'Aarhus C')
  assert.equal(odense?.town, 'Odense C')
  const km = aarhus && odense ? kilometresBetween(aarhus, odense) : 0
  assert.ok(km > 75 && km < 95, `Aarhus to Odense is ${km} km`)
})

test('a postcode that is not in use has no place', () => {
  assert.equal(placeOfPostcode('8001'), null)
  assert.equal(placeOfPostcode('0800'), null)
})
