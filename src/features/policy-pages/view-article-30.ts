import type { Reader } from '#platform/db/database.ts'
import { wordType, writeWord } from '#platform/document/write-word.ts'
import { action } from '#platform/http/action.ts'
import { missing, sendFile, show } from '#platform/http/answer.ts'
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

/** The policy of the site that is asked for; of our own when none is named; null for one that is not there. */
const modelAsked = ([own, ...others]: Models, query: URLSearchParams): PolicyModel | null => {
  const site = query.get('site')
  return site === null ? own : ([own, ...others].find((model) => model.site === site) ?? null)
}

/** Our own policy, then those of the sites that the same operator runs and that have no staff of their own. */
export type Models = readonly [own: PolicyModel, ...others: readonly PolicyModel[]]

/** The record of processing activities of a site, as a page (GDPR art. 30). */
export const viewArticle30 = (models: Models) =>
  action({
    at: routes.article30.show,
    asks: 'article-30.view',
    touches: ['business-contact'],
    async run({ page, language, tx, permit, query }) {
      const model = modelAsked(models, query)
      if (!model) return missing
      const document = recordDocument(model, language, await controllersKnownTo(tx, permit.actor))
      return show(article30View(page, document, { site: model.site, sites: models.map(({ site }) => site) }))
    },
  })

/** The same as a file for a spreadsheet. */
export const downloadArticle30 = (models: Models) =>
  action({
    at: routes.article30.csv,
    asks: 'article-30.view',
    touches: ['business-contact'],
    async run({ language, tx, permit, query }) {
      const model = modelAsked(models, query)
      if (!model) return missing
      const bytes = article30Csv(model, language, await controllersKnownTo(tx, permit.actor))
      return sendFile({ bytes, contentType: 'text/csv; charset=utf-8', name: `${nameOf(model)}.csv` })
    },
  })

/** The same as a Word file, for filing and for the authority. */
export const downloadArticle30AsWord = (models: Models) =>
  action({
    at: routes.article30.word,
    asks: 'article-30.view',
    touches: ['business-contact'],
    async run({ language, tx, permit, query }) {
      const model = modelAsked(models, query)
      if (!model) return missing
      const document = recordDocument(model, language, await controllersKnownTo(tx, permit.actor))
      const bytes = await writeWord(document, { language, author: model.controller.name })
      return sendFile({ bytes, contentType: wordType, name: `${nameOf(model)}.docx` })
    },
  })

const nameOf = ({ site, version }: PolicyModel) => `article-30-${site}-${version}`
