import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { aboutThemselves, loadOwn } from './own-account.ts'
import { saveOwnName } from './own-copy.sql.ts'
import { ownPage } from './view-own-copy.ts'

/** A member of staff corrects their own name at once (T5.2). */
export const correctOwnName = (model: PolicyModel) =>
  action({
    at: routes.account.data.name,
    asks: 'own-data.correct',
    touches: ['business-contact', 'credentials', 'consent-history', 'access-history'],
    load: loadOwn,
    facts: aboutThemselves,
    input: form({ name: text({ max: 200 }) }),
    again: ({ tx, page, found, form: typed }) => ownPage({ tx, page, found, model }, typed),
    async run({ tx, found, input, record }) {
      await saveOwnName(tx, found.actor.userId, input.name)
      record({ detail: { field: 'name' } })
      return seeOther(routes.account.data.show.href({}, { notice: 'name' }))
    },
  })
