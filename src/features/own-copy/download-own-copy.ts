import { action } from '#platform/http/action.ts'
import { sendFile } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { aboutThemselves, loadOwn } from './own-account.ts'
import { collectOwnCopy } from './own-copy.ts'
import { ownFile } from './own-file.ts'

/** Everything that is held about a member of staff, as a file that other systems can read (T5.5). */
export const downloadOwnData = (model: PolicyModel) =>
  action({
    at: routes.account.data.file,
    asks: 'own-data.view',
    touches: ['business-contact', 'credentials', 'consent-history', 'access-history'],
    load: loadOwn,
    facts: aboutThemselves,
    async run({ tx, found, now, language }) {
      const data = await collectOwnCopy(tx, found.actor.userId)
      const file = ownFile(model, data, { madeAt: now.toString(), language })
      return sendFile({
        bytes: new TextEncoder().encode(JSON.stringify(file, null, 1)),
        contentType: 'application/json',
        name: `mine-oplysninger-${now.toString().slice(0, 10)}.json`,
      })
    },
  })
