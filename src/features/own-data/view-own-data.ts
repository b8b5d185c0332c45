import { directRequestsOfUser } from '#features/direct-requests/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, sendFile, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import type { Actor, StaffActor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { type OwnAccountRow, ownAccount, saveOwnName } from './own-copy.sql.ts'
import { collectOwnCopy } from './own-copy.ts'
import { ownFile } from './own-file.ts'
import { viewOwnDataTexts } from './view-own-data.texts.ts'
import { ownDataView } from './view-own-data.view.tsx'

export type OwnAccount = OwnAccountRow & { readonly actor: StaffActor }

/** The account of whoever is logged in as staff, for `load`: what follows is about them. */
export async function loadOwn({ reader, actor }: { readonly reader: Reader; readonly actor: Actor }) {
  if (actor.kind !== 'staff') return null
  const account = await ownAccount(reader, actor.userId)
  return account && { ...account, actor }
}

export const aboutThemselves = ({ actor: { userId } }: { readonly actor: { readonly userId: Id<'user'> } }): Facts => ({
  userId,
  object: { type: 'user', id: userId },
})

type Showing = { readonly tx: Reader; readonly page: Page; readonly found: OwnAccount; readonly model: PolicyModel }

async function ownPage({ tx, page, found, model }: Showing, typed: FormState) {
  const { userId } = found.actor
  const [copy, requests] = [await collectOwnCopy(tx, userId), await directRequestsOfUser(tx, userId)]
  return ownDataView(page, { account: found, copy, requests, model }, typed)
}

/** Everything that is held about a member of staff, to read, with their rights and their requests (R3.1, T5.1). */
export const viewOwnData = (model: PolicyModel) =>
  action({
    at: routes.account.data.show,
    asks: 'own-data.view',
    notices: { da: viewOwnDataTexts.da.notices, en: viewOwnDataTexts.en.notices },
    load: loadOwn,
    facts: aboutThemselves,
    async run({ tx, page, found }) {
      return show(await ownPage({ tx, page, found, model }, { values: { name: found.name }, errors: [] }))
    },
  })

/** The same as a file that other systems can read (T5.5). */
export const downloadOwnData = (model: PolicyModel) =>
  action({
    at: routes.account.data.file,
    asks: 'own-data.view',
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

/** A member of staff corrects their own name at once (T5.2). */
export const correctOwnName = (model: PolicyModel) =>
  action({
    at: routes.account.data.name,
    asks: 'own-data.correct',
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
