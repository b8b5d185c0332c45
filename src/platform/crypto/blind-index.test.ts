import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blindIndex, nameIndexes, nameQuery } from './blind-index.ts'
import { openKeyring } from './keyring.ts'

const keyringWith = (index: number) =>
  openKeyring({ keyEncryption: [{ epoch: 1, key: Buffer.alloc(32, 1) }], index: Buffer.alloc(32, index) })
const keyring = keyringWith(2)

const finds = (typed: string, name: string): boolean => {
  const stored = new Set(nameIndexes(keyring, 'name', name).map((one) => one.toString('hex')))
  return nameQuery(keyring, 'name', typed).every((one) => stored.has(one.toString('hex')))
}

test('an index finds an equal value in its scope and shows nothing across scopes or keys', () => {
  const cpr = '0201609995'
  assert.deepEqual(blindIndex(keyring, 'cpr', cpr), blindIndex(keyring, 'cpr', cpr))
  assert.notDeepEqual(blindIndex(keyring, 'cpr', cpr), blindIndex(keyring, 'phone', cpr))
  assert.notDeepEqual(blindIndex(keyring, 'cpr', cpr), blindIndex(keyringWith(3), 'cpr', cpr))
  assert.equal(blindIndex(keyring, 'cpr', cpr).length, 32)
})

test('a name is found by whole words and by beginnings of three letters, in any order', () => {
  assert.ok(finds('Søren', 'Søren Kjær Ågesen'))
  assert.ok(finds('åge sør', 'Søren Kjær Ågesen'))
  assert.ok(finds('Bo', 'Bo Ek'))
  assert.ok(!finds('Sø', 'Søren Kjær'))
  assert.ok(!finds('ren', 'Søren Kjær'))
  assert.ok(!finds('Søren Holm', 'Søren Kjær'))
})

test('a name is found in the spellings that keyboards without æ, ø and å give', () => {
  for (const typed of ['Soren', 'Soeren', 'SØREN', 'søren']) assert.ok(finds(typed, 'Søren'), typed)
  for (const typed of ['Aase', 'Åse', 'A\u030ase']) assert.ok(finds(typed, 'Åse'), typed)
  assert.ok(finds('Kjaer', 'Kjær'))
  assert.ok(finds('Jose', 'José'))
  assert.ok(finds('anne-marie', 'Anne Marie'))
})

test('the indexes of a name are sorted, distinct and eight bytes long', () => {
  const indexes = nameIndexes(keyring, 'name', 'Anna Anna Annabel')
  const hex = indexes.map((one) => one.toString('hex'))
  assert.deepEqual(hex, [...new Set(hex)].sort())
  assert.ok(indexes.every((one) => one.length === 8))
})

test('a text without letters asks for nothing', () => {
  assert.deepEqual(nameQuery(keyring, 'name', ' - '), [])
})
