import type { Temporal } from '#kernel/time.ts'

/** How often one key (an address, an account) may do one thing: `capacity` at once, then `refillPerMinute`. */
export type RateRule = { readonly name: string; readonly capacity: number; readonly refillPerMinute: number }

export type RateOutcome =
  | { readonly ok: true; readonly remaining: number }
  | { readonly ok: false; readonly retryAfterSeconds: number }

export type RateLimiter = { take(rule: RateRule, key: string, now: Temporal.Instant): RateOutcome }

type Bucket = { readonly tokens: number; readonly atMs: number }

/**
 * Token buckets in this process's memory, at most `maxBuckets` of them: the least recently used is forgotten, which at
 * worst lets a patient attacker start afresh. Several processes each count for themselves.
 */
export function createRateLimiter({ maxBuckets = 50_000 }: { readonly maxBuckets?: number } = {}): RateLimiter {
  const buckets = new Map<string, Bucket>()
  const take: RateLimiter['take'] = (rule, key, now) => {
    const name = `${rule.name}\0${key}`
    const tokens = tokensAt(rule, buckets.get(name), now.epochMilliseconds)
    const left = tokens >= 1 ? tokens - 1 : tokens
    buckets.delete(name)
    buckets.set(name, { tokens: left, atMs: now.epochMilliseconds })
    forgetOldest(buckets, maxBuckets)
    return tokens >= 1
      ? { ok: true, remaining: Math.floor(left) }
      : { ok: false, retryAfterSeconds: Math.ceil(((1 - left) / rule.refillPerMinute) * 60) }
  }
  return { take }
}

/** A clock that was set back refills nothing. */
function tokensAt(rule: RateRule, bucket: Bucket | undefined, nowMs: number): number {
  if (!bucket) return rule.capacity
  const elapsedMinutes = Math.max(0, nowMs - bucket.atMs) / 60_000
  return Math.min(rule.capacity, bucket.tokens + elapsedMinutes * rule.refillPerMinute)
}

/** A Map keeps the order of insertion, and `take` inserts anew, so its first key is the least recently used. */
function forgetOldest(buckets: Map<string, Bucket>, maxBuckets: number): void {
  const [oldest] = buckets.keys()
  if (buckets.size > maxBuckets && oldest !== undefined) buckets.delete(oldest)
}
