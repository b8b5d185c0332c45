import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './local-path.ts'

test('a path of our own is kept with its query', () => {
  assert.equal(localPath('/my/cases?page=2'), '/my/cases?page=2')
  assert.equal(localPath('/klinik/å'), '/klinik/%C3%A5')
})

test('another host is refused in every spelling that a browser takes', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,hej',
    '/a\\..\\..//evil.example',
    '/\0/evil.example',
  ]
  for (const wanted of elsewhere) assert.equal(localPath(wanted), '/', JSON.stringify(wanted))
})

test('a path that climbs its way to another host is refused', () => {
  for (const wanted of [
    '/a/..//evil.example',
    '/.//evil.example',
    '/a/%2e%2e//evil.example',
    '/a/../..//evil.example',
  ]) {
    assert.equal(localPath(wanted), '/', wanted)
  }
  assert.equal(localPath('/a/../b'), '/b')
})

test('nothing asked for is the front page', () => {
  assert.equal(localPath(null), '/')
  assert.equal(localPath(''), '/')
})
