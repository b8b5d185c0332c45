import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { createRateLimiter, type RateRule } from './rate-limit.ts'

const rule: RateRule = { name: 'login', capacity: 3, refillPerMinute: 2 }
const start = Temporal.Instant.from('2026-05-04T08:00:00Z')
const after = (seconds: number) => start.add({ seconds })

test('the capacity may be used at once, then a wait is named in whole seconds', () => {
  const limiter = createRateLimiter()
  const outcomes = [1, 2, 3].map(() => limiter.take(rule, '192.0.2.1', start))
  assert.deepEqual(
    outcomes.map((one) => one.ok && one.remaining),
    [2, 1, 0],
  )
  assert.deepEqual(limiter.take(rule, '192.0.2.1', start), { ok: false, retryAfterSeconds: 30 })
})

test('waiting the named time is enough, and being refused costs nothing', () => {
  const limiter = createRateLimiter()
  for (const _ of [1, 2, 3, 4, 5]) limiter.take(rule, 'ana', start)
  assert.equal(limiter.take(rule, 'ana', after(29)).ok, false)
  assert.equal(limiter.take(rule, 'ana', after(30)).ok, true)
  assert.equal(limiter.take(rule, 'ana', after(30)).ok, false)
})

test('a long pause fills the bucket and no more', () => {
  const limiter = createRateLimiter()
  limiter.take(rule, 'ana', start)
  assert.deepEqual(limiter.take(rule, 'ana', after(86_400)), { ok: true, remaining: 2 })
})

test('rules and keys are counted apart', () => {
  const limiter = createRateLimiter()
  const once: RateRule = { name: 'reset', capacity: 1, refillPerMinute: 1 }
  assert.equal(limiter.take(once, 'ana', start).ok, true)
  assert.equal(limiter.take(once, 'ana', start).ok, false)
  assert.equal(limiter.take(once, 'bo', start).ok, true)
  assert.equal(limiter.take(rule, 'ana', start).ok, true)
})

test('a clock set back gives nothing and takes nothing', () => {
  const limiter = createRateLimiter()
  limiter.take(rule, 'ana', start)
  assert.deepEqual(limiter.take(rule, 'ana', after(-3600)), { ok: true, remaining: 1 })
})

test('memory is bounded: the least recently used key is forgotten first', () => {
  const limiter = createRateLimiter({ maxBuckets: 2 })
  const once: RateRule = { name: 'reset', capacity: 1, refillPerMinute: 1 }
  for (const key of ['ana', 'bo']) limiter.take(once, key, start)
  limiter.take(once, 'ana', start)
  limiter.take(once, 'cilla', start)
  assert.equal(limiter.take(once, 'ana', start).ok, false, 'used lately, still known')
  assert.equal(limiter.take(once, 'bo', start).ok, true, 'forgotten')
})
