import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { homeOf } from './home-of.ts'
import { homeView } from './view-home.view.tsx'

/** The front page; whoever is logged in is taken to where their work is. */
export const viewHome = action({
  at: routes.home,
  asks: 'home.view',
  touches: [],
  async run({ actor, page }) {
    const home = homeOf(actor)
    return home ? seeOther(home) : show(homeView(page))
  },
})
