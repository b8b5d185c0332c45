import type { RateRule } from '#platform/rate-limit/rate-limit.ts'

const rule = (name: string, capacity: number, refillPerMinute: number): RateRule => ({
  name,
  capacity,
  refillPerMinute,
})

/** How often one address may do what invites abuse (T19.2). A whole clinic may stand behind one address, so the limits are per minute, not per day. */
export const rateRules = {
  'log-in': rule('log-in', 20, 10),
  message: rule('message', 5, 1),
  search: rule('search', 120, 120),
  api: rule('api', 600, 600),
} as const
export type RateRuleName = keyof typeof rateRules
