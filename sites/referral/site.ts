import type { Action } from '#platform/http/action.ts'
import type { Site } from '#platform/http/site.ts'
import { openGate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { termsToAccept } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { referralLook } from '../look.ts'
import { publishedVersions } from '../versions.ts'
import { navigationFor } from './navigation.ts'
import { referralPolicy } from './policy.ts'

/** Another policy and its versions than the published ones, for tests. */
type Enforced = { readonly versions?: readonly PolicyVersion[]; readonly policy?: PolicyModel }

/** Where patients, insurers, clinics and the operator work. */
export function referralSite(
  url: URL,
  actions: readonly Action[],
  formTargets: readonly string[],
  { versions = publishedVersions(referralPolicy.site), policy = referralPolicy }: Enforced = {},
): Site {
  const gate = openGate(policy)
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
    terms: { version: termsToAccept(versions, policy).least, at: routes.acceptTerms.form.href({}) },
    actions,
  }
}
