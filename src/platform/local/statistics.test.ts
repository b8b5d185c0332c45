import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutShort, statisticsStandIn } from './statistics.ts'

test('an address is cut short to its network (T14.1)', () => {
  assert.equal(cutShort('198.51.100.77'), '198.51.100.0')
  assert.equal(cutShort('::ffff:198.51.100.77'), '198.51.100.0')
  assert.equal(cutShort('2001:db8:1:2:3:4:5:6'), '2001:db8:1::')
  assert.equal(cutShort('::1'), '::')
})

test('a page view is kept with path and network, and nothing more of what was sent (T14.1)', async () => {
  const { app, views } = statisticsStandIn(() => '198.51.100.77')
  const body = new URLSearchParams({ path: '/clinics', from: '/', name: 'Ana Prøvesen' })
  assert.equal((await app.request('/views', { method: 'POST', body })).status, 204)
  assert.deepEqual(views(), [{ path: '/clinics', from: '/', address: '198.51.100.0' }])
})
