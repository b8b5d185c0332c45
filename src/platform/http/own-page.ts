import { csrfMatches } from '#platform/crypto/tokens.ts'
import type { Action, Visit } from './action.ts'
import type { Arrival } from './arrival.ts'
import type { SiteAppOptions } from './site-app-options.ts'

/** One request on its way through its action. */
export type Answering = {
  readonly options: SiteAppOptions
  readonly action: Action
  readonly visit: Visit
  readonly arrival: Arrival
  readonly body: FormData | URLSearchParams
}

/** A post counts as the person's own when it comes from our origin and carries the token of a form that we made for them. */
export function comesFromOurOwnPage({ options, action, visit, arrival, body }: Answering): boolean {
  const origin = arrival.c.req.header('origin')
  if (origin && origin !== options.site.url.origin) return false
  if (arrival.c.req.header('sec-fetch-site') === 'cross-site') return false
  // A language is harmless and its form stands on every page: it needs no token, and so no cookie before one is needed.
  if (action.asks === 'language.choose') return true
  // The same for the cookie question, which somebody who blocks cookies must be able to say no to (T7.4). A yes must be known to be theirs.
  if (action.asks === 'cookies.choose') return origin === options.site.url.origin
  const given = body.get('_csrf')
  return (
    typeof given === 'string' && csrfMatches(options.services.sessionKey, arrival.formSecret.ask(visit.session), given)
  )
}
