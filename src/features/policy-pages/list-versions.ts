import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { versionsView } from './list-versions.view.tsx'
import { privacyView } from './view-privacy.view.tsx'

/** All versions of the policy, with their dates and hashes. */
export const listVersions = (versions: readonly PolicyVersion[]) =>
  action({
    at: routes.privacyVersions.list,
    asks: 'privacy.view',
    touches: [],
    async run({ page }) {
      return show(versionsView(page, versions))
    },
  })

/** One version as it was published. */
export const viewVersion = (versions: readonly PolicyVersion[]) =>
  action({
    at: routes.privacyVersions.show,
    asks: 'privacy.view',
    touches: [],
    load: async ({ params }) => versions.find(({ version }) => version === params.version) ?? null,
    async run({ page, found }) {
      return show(privacyView(page, found.model))
    },
  })
