import type { Action } from '#platform/http/action.ts'
import type { Site } from '#platform/http/site.ts'
import { openGate } from '#policy/gate.ts'
import { versionToAccept } from '#policy/terms.ts'
import { routes } from '#src/routes.ts'
import { referralLook } from '../look.ts'
import { publishedVersions } from '../versions.ts'
import { navigationFor } from './navigation.ts'
import { referralPolicy } from './policy.ts'

/** Where patients, insurers, clinics and the operator work. */
export function referralSite(
  url: URL,
  actions: readonly Action[],
  formTargets: readonly string[],
  versions = publishedVersions(referralPolicy.site),
): Site {
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
    terms: { version: Number(versionToAccept(versions).version), at: routes.acceptTerms.form.href({}) },
    actions,
  }
}
