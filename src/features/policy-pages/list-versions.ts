import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { versionsView } from './list-versions.view.tsx'
import { privacyView } from './view-privacy.view.tsx'
import { termsView } from './view-terms.view.tsx'

/** All versions of the policy, with their dates and hashes, and what each changed. */
export const listVersions = (versions: readonly PolicyVersion[], served: PolicyModel) =>
  action({
    at: routes.privacyVersions.list,
    asks: 'privacy.view',
    touches: [],
    async run({ page }) {
      return show(versionsView(page, versions, served))
    },
  })

/** One version as it was published: its policy, or its terms, and what it changed. */
export const viewVersion = (versions: readonly PolicyVersion[], served: PolicyModel) =>
  action({
    at: routes.privacyVersions.show,
    asks: 'privacy.view',
    touches: [],
    load: async ({ params }) => versionIn(versions, params),
    async run({ page, found }) {
      return show(privacyView(page, found.model, served))
    },
  })

export const viewVersionTerms = (versions: readonly PolicyVersion[], served: PolicyModel) =>
  action({
    at: routes.privacyVersions.terms,
    asks: 'privacy.view',
    touches: [],
    load: async ({ params }) => versionIn(versions, params),
    async run({ page, found }) {
      return show(termsView(page, found.model, served))
    },
  })

const versionIn = (versions: readonly PolicyVersion[], params: { readonly version: string }) =>
  versions.find(({ version }) => version === params.version) ?? null
