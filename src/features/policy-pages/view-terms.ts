import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { termsView } from './view-terms.view.tsx'

/** The terms of use, which stand in the model and are versioned with it (R5.1). */
export const viewTerms = (model: PolicyModel) =>
  action({
    at: routes.terms,
    asks: 'privacy.view',
    touches: [],
    async run({ page }) {
      return show(termsView(page, model))
    },
  })
