import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { networkOf } from './rate-rules.ts'

describe('who counts as one caller', () => {
  test('is an IPv4 address, however it is written', () => {
    assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
    assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
    assert.equal(networkOf('unknown'), 'unknown')
  })

  test('is a whole network of IPv6 addresses, so that changing them is no way around a limit (T19.2)', () => {
    for (const ip of ['2001:db8:0:1::1', '2001:DB8:0:1:ffff:ffff:ffff:ffff', '2001:0db8::1:0:0:0:9%eth0'])
      assert.equal(networkOf(ip), '2001:db8:0:1::/64')
    assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64')
    assert.equal(networkOf('::1'), '0:0:0:0::/64')
  })
})
