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

/** What counts as one caller: an IPv4 address, or the network of 2^64 IPv6 addresses that a single household is given. */
export function networkOf(ip: string): string {
  const address = ip
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '')
    .replace(/%.*$/, '')
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const parts = (text: string | undefined) => (text ? text.split(':') : [])
  const gap = tail === undefined ? 0 : 8 - parts(head).length - parts(tail).length
  const groups = [...parts(head), ...Array.from({ length: Math.max(gap, 0) }, () => '0'), ...parts(tail)]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
