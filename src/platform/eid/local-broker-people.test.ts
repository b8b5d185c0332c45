import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passesModulus11, readCpr } from '#kernel/cpr.ts'
import { ageOf, testPeopleAt } from './local-broker-people.ts'

const now = new Date('2026-11-23T10:00:00Z')
const people = testPeopleAt(now)

test('about sixty people, each with a number and key of their own', () => {
  const numbers = people.flatMap((one) => one.cpr ?? [])
  assert.equal(people.length, 62)
  assert.equal(new Set(numbers).size, 61)
  assert.equal(new Set(people.map((one) => one.key)).size, 62)
  assert.equal(new Set(people.map((one) => one.name)).size, 62)
})

test('no test number passes modulus 11, so that it hardly belongs to anybody', () => {
  for (const { cpr } of people) {
    if (!cpr) continue
    const read = readCpr(cpr)
    assert.ok(read.ok && !passesModulus11(read.value), cpr)
  }
})

test('the young ones are 14 and 16', () => {
  const age = (key: string) => people.filter((one) => one.key === key).map((one) => ageOf(one, now))
  assert.deepEqual([...age('aged-14'), ...age('aged-16')], [14, 16])
})
