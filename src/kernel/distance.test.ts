import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kilometresBetween } from './distance.ts'

const copenhagen = { lat: 55.681, lon: 12.58 }
const aarhus = { lat: 56.157, lon: 10.211 }
const positions = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('Copenhagen and Aarhus are some 157 km apart', () => {
  assert.ok(Math.abs(kilometresBetween(copenhagen, aarhus) - 157) < 2)
})

test('a degree of latitude is 111.2 km', () => {
  assert.equal(kilometresBetween({ lat: 55, lon: 12 }, { lat: 56, lon: 12 }).toFixed(1), '111.2')
})

test('distance is the same both ways, never negative and at most half way round', () => {
  fc.assert(
    fc.property(positions, positions, (from, to) => {
      const km = kilometresBetween(from, to)
      assert.ok(km >= 0 && km < 20_016)
      assert.ok(Math.abs(km - kilometresBetween(to, from)) < 1e-6)
    }),
  )
  assert.equal(kilometresBetween(copenhagen, copenhagen), 0)
})
