import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { privacyView } from './view-privacy.view.tsx'

/** The published policy of one site, made from the model that the site enforces. */
export const viewPrivacy = (model: PolicyModel) =>
  action({
    at: routes.privacy,
    asks: 'privacy.view',
    touches: [],
    async run({ page }) {
      return show(privacyView(page, model))
    },
  })
