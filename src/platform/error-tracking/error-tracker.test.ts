import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ErrorTracking } from '#policy/third-parties.ts'
import { openErrorTracker } from './error-tracker.ts'

const declared: ErrorTracking = {
  type: 'error-tracking',
  id: 'errors',
  processor: 'errors',
  activity: 'operation.errors',
  host: 'errors.example',
  path: '/events',
}
const now = () => '2026-09-14T08:00:00Z'

function catcher() {
  const sent: { url: string; body: string; headers: string }[] = []
  const send: typeof fetch = (url, options) => {
    sent.push({
      url: new Request(url).url,
      body: typeof options?.body === 'string' ? options.body : '',
      headers: JSON.stringify(options?.headers),
    })
    return Promise.reject(new Error('nobody is there'))
  }
  return { sent, send }
}

test('an error leaves without whom it was about, to the declared host only (T18.1)', () => {
  const { sent, send } = catcher()
  openErrorTracker({ thirdParties: [declared], now, send }).report(
    new Error('no case for Ana Prøvesen, 010170-8889'),
    '/my/cases',
  )
  assert.deepEqual(
    sent.map(({ url }) => url),
    ['https://errors.example/events'],
  )
  assert.doesNotMatch(sent[0]?.body ?? '', /Ana|Prøvesen|8889/)
  assert.match(sent[0]?.body ?? '', /no case for \[name\]/)
  assert.doesNotMatch(sent[0]?.headers ?? '', /cookie|forwarded/i)
})

test('nothing leaves where the policy declares no error tracking (T4.3)', () => {
  const { sent, send } = catcher()
  openErrorTracker({ thirdParties: [], now, send }).report(new Error('broken'), '/')
  assert.deepEqual(sent, [])
})

test('a storm of errors is not passed on', () => {
  const { sent, send } = catcher()
  const tracker = openErrorTracker({ thirdParties: [declared], now, send })
  for (let count = 0; count < 100; count += 1) tracker.report(new Error('broken'), '/')
  assert.equal(sent.length, 10)
})
