import { texts } from '#kernel/language.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { localPath } from '#platform/http/local-path.ts'
import { routes } from '#src/routes.ts'
import { chooseLogInView } from './choose-log-in.view.tsx'

/** Two doors: patients with eID, staff with password and second factor. Whoever is logged in is past them. */
export const chooseLogIn = action({
  at: routes.logIn.choose,
  asks: 'log-in.view',
  touches: [],
  notices: texts(
    { cancelled: 'Du afbrød, før du var logget ind. Prøv igen, når du er klar.' },
    { cancelled: 'You stopped before you were logged in. Try again when you are ready.' },
  ),
  async run({ actor, page, query }) {
    const returnTo = localPath(query.get('returnTo'))
    return actor.kind === 'anonymous' ? show(chooseLogInView(page, returnTo)) : seeOther(returnTo)
  },
})
