import { parse } from 'hono/utils/cookie'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { Visit } from '#platform/http/action.ts'

/**
 * Tells whether a log-in comes back to the browser it left: a hash over the cookie that the log-in form was bound to. Without it
 * somebody could hand a stranger the end of their own log-in, and the stranger would be let in as them. Null without cookies.
 */
export function browserMark({ request, services }: Pick<Visit, 'request' | 'services'>): string | null {
  const cookies = parse(request.headers.get('cookie') ?? '')
  const prefix = services.urls.referral.protocol === 'https:' ? '__Host-' : ''
  const secret = cookies[`${prefix}anti-forgery`] ?? cookies[`${prefix}session`]
  return secret ? hashToken(secret).toString('hex') : null
}
