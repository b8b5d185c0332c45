import { entryChoices } from '#features/cases/index.ts'
import { action } from '#platform/http/action.ts'
import { sendJson, show } from '#platform/http/answer.ts'
import { consentTakenBy } from '#policy/consent-form.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { guideView } from './guide.view.tsx'
import { openApi } from './openapi.ts'

/** The guide for developers, open to all: there is nothing secret in how the API works. */
export const viewGuide = (model: PolicyModel) =>
  action({
    at: routes.api.guide,
    asks: 'api.describe',
    touches: [],
    async run({ tx, page, services }) {
      const { treatments } = await entryChoices(tx)
      const asked = consentTakenBy(model, 'case.mark-consent')
      return show(guideView(page, services.urls.referral, { treatments: [...treatments.values()], asked }))
    },
  })

/** The same for machines. */
export const describeApi = action({
  at: routes.api.description,
  asks: 'api.describe',
  touches: [],
  run: async ({ services }) => sendJson(openApi(services.urls.referral)),
})
