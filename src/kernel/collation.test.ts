import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byDanish, compareDanish } from './collation.ts'

test('Æ, Ø and Å come last and Aa is Å', () => {
  const names = ['Åse', 'Zenia', 'Ørsted', 'Aabenraa', 'Anna', 'Ærø']
  assert.deepEqual(names.toSorted(compareDanish), ['Anna', 'Zenia', 'Ærø', 'Ørsted', 'Aabenraa', 'Åse'])
})

test('numbers in names count as numbers', () => {
  const rooms = [{ name: 'Rum 10' }, { name: 'Rum 2' }]
  assert.deepEqual(rooms.toSorted(byDanish((room) => room.name)), [{ name: 'Rum 2' }, { name: 'Rum 10' }])
})
