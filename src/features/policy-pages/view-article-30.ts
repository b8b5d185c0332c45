import type { Reader } from '#platform/db/database.ts'
import { wordType, writeWord } from '#platform/document/write-word.ts'
import { action } from '#platform/http/action.ts'
import { sendFile, show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { article30Csv } from './article-30-csv.ts'
import { type ControllerRow, controllersServed } from './controllers.sql.ts'
import { recordDocument } from './record-document.ts'
import { article30View } from './view-article-30.view.tsx'

/** The operator sees all the controllers that it processes for; their own staff see themselves and not the others. */
const controllersKnownTo = async (reader: Reader, actor: Actor): Promise<readonly ControllerRow[]> => {
  if (actor.kind !== 'staff') return []
  return controllersServed(reader, actor.organisationKind === 'operator' ? null : actor.organisationId)
}

/** The record of processing activities, as a page (GDPR art. 30). */
export const viewArticle30 = (model: PolicyModel) =>
  action({
    at: routes.article30.show,
    asks: 'article-30.view',
    async run({ page, language, tx, permit }) {
      return show(article30View(page, recordDocument(model, language, await controllersKnownTo(tx, permit.actor))))
    },
  })

/** The same as a file for a spreadsheet. */
export const downloadArticle30 = (model: PolicyModel) =>
  action({
    at: routes.article30.csv,
    asks: 'article-30.view',
    async run({ language, tx, permit }) {
      const bytes = article30Csv(model, language, await controllersKnownTo(tx, permit.actor))
      return sendFile({ bytes, contentType: 'text/csv; charset=utf-8', name: `${nameOf(model)}.csv` })
    },
  })

/** The same as a Word file, for filing and for the authority. */
export const downloadArticle30AsWord = (model: PolicyModel) =>
  action({
    at: routes.article30.word,
    asks: 'article-30.view',
    async run({ language, tx, permit }) {
      const document = recordDocument(model, language, await controllersKnownTo(tx, permit.actor))
      const bytes = await writeWord(document, { language, author: model.controller.name })
      return sendFile({ bytes, contentType: wordType, name: `${nameOf(model)}.docx` })
    },
  })

const nameOf = ({ site, version }: PolicyModel) => `article-30-${site}-${version}`
