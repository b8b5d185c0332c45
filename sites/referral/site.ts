import type { Action } from '#platform/http/action.ts'
import type { Site } from '#platform/http/site.ts'
import { openGate } from '#policy/gate.ts'
import { routes } from '#src/routes.ts'
import { referralLook } from '../look.ts'
import { navigationFor } from './navigation.ts'
import { referralPolicy } from './policy.ts'

/** Where patients, insurers, clinics and the operator work. */
export function referralSite(url: URL, actions: readonly Action[], formTargets: readonly string[]): Site {
  const gate = openGate(referralPolicy)
  return {
    name: 'referral',
    url,
    gate,
    look: referralLook,
    navigation: navigationFor(gate),
    formTargets,
    links: {
      home: routes.home.href({}),
      logIn: routes.logIn.choose.href({}),
      logOut: routes.logOut.create.href({}),
      language: routes.language.href({}),
      cookies: null,
    },
    actions,
  }
}
