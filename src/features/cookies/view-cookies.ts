import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { cookiesView } from './view-cookies.view.tsx'

/** The cookie policy of one site, made from the register that decides which cookies can be set (R1.12, R4.2, R4.4). */
export const viewCookies = (model: PolicyModel) =>
  action({
    at: routes.cookies,
    asks: 'privacy.view',
    touches: model.thirdParties.length > 0 ? ['cookie-choices'] : [],
    async run({ page }) {
      return show(cookiesView(page, model))
    },
  })
