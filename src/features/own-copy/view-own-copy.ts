import { directRequestsOfUser } from '#features/direct-requests/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { StaffActor } from '#policy/actor.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { aboutThemselves, loadOwn } from './own-account.ts'
import type { OwnAccountRow } from './own-copy.sql.ts'
import { collectOwnCopy } from './own-copy.ts'
import { viewOwnDataTexts } from './view-own-copy.texts.ts'
import { ownDataView } from './view-own-copy.view.tsx'

type OwnAccount = OwnAccountRow & { readonly actor: StaffActor }
type Showing = { readonly tx: Reader; readonly page: Page; readonly found: OwnAccount; readonly model: PolicyModel }

export async function ownPage({ tx, page, found, model }: Showing, typed: FormState) {
  const { userId } = found.actor
  const [copy, requests] = [await collectOwnCopy(tx, userId), await directRequestsOfUser(tx, userId)]
  return ownDataView(page, { account: found, copy, requests, model }, typed)
}

/** Everything that is held about a member of staff, to read, with their rights and their requests (R3.1, T5.1). */
export const viewOwnData = (model: PolicyModel) =>
  action({
    at: routes.account.data.show,
    asks: 'own-data.view',
    touches: ['business-contact', 'credentials', 'consent-history', 'access-history'],
    notices: { da: viewOwnDataTexts.da.notices, en: viewOwnDataTexts.en.notices },
    load: loadOwn,
    facts: aboutThemselves,
    async run({ tx, page, found }) {
      return show(await ownPage({ tx, page, found, model }, { values: { name: found.name }, errors: [] }))
    },
  })
