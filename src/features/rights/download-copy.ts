import { personKeyFor } from '#features/patients/index.ts'
import { action } from '#platform/http/action.ts'
import { sendFile, show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { collectCopy, wholeCopy } from './collect-copy.ts'
import { copyFile } from './copy-meaning.ts'
import { copyView } from './download-copy.view.tsx'
import { factsOfPerson, loadPerson } from './view-rights.ts'

/** Everything that is held about the person, to read, with what art. 15(1) asks to be told. */
export const showCopy = (model: PolicyModel) =>
  action({
    at: routes.my.download.page,
    asks: 'my-copy.download',
    touches: wholeCopy,
    load: loadPerson,
    facts: factsOfPerson,
    async run({ tx, page, found, services: { keyring } }) {
      const key = await personKeyFor(tx, keyring, found.personId)
      return show(copyView(page, model, await collectCopy(tx, key)))
    },
  })

/** The same as a file that other systems can read. */
export const downloadCopy = (model: PolicyModel) =>
  action({
    at: routes.my.download.file,
    asks: 'my-copy.download',
    touches: wholeCopy,
    load: loadPerson,
    facts: factsOfPerson,
    async run({ tx, found, now, language, services: { keyring } }) {
      const key = await personKeyFor(tx, keyring, found.personId)
      const copy = copyFile(model, await collectCopy(tx, key), { madeAt: now.toString(), language })
      const bytes = new TextEncoder().encode(JSON.stringify(copy, null, 1))
      return sendFile({
        bytes,
        contentType: 'application/json',
        name: `mine-oplysninger-${now.toString().slice(0, 10)}.json`,
      })
    },
  })
