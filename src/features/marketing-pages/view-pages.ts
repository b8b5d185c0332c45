import { action, type Visit } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { marketingRoutes, routes } from '#src/routes.ts'
import type { Audience } from './audience.texts.ts'
import { audienceView, homeView } from './view-pages.view.tsx'

/** The booking site's log-in, which is on another host. */
const readerOf = ({ page, services }: Pick<Visit, 'page' | 'services'>) => ({
  page,
  logIn: new URL(routes.logIn.choose.href({}), services.urls.referral).href,
})

const viewFrontPage = action({
  at: marketingRoutes.home,
  asks: 'marketing.view',
  touches: [],
  async run(visit) {
    return show(homeView(readerOf(visit)))
  },
})

const viewAudience = (audience: Audience) =>
  action({
    at: marketingRoutes[audience],
    asks: 'marketing.view',
    touches: [],
    async run(visit) {
      return show(audienceView(audience, readerOf(visit)))
    },
  })

/** Every page of the public site that only tells. */
export const marketingPageActions = [
  viewFrontPage,
  viewAudience('insurers'),
  viewAudience('clinics'),
  viewAudience('patients'),
]
