import { action } from '#platform/http/action.ts'
import { sendFile, show } from '#platform/http/answer.ts'
import { article30Of } from '#policy/article30.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { article30Csv } from './article-30-csv.ts'
import { article30View } from './view-article-30.view.tsx'

/** The record of processing activities, as a page. */
export const viewArticle30 = (model: PolicyModel) =>
  action({
    at: routes.article30.show,
    asks: 'article-30.view',
    async run({ page, language }) {
      return show(article30View(page, model, article30Of(model, language)))
    },
  })

/** The same as a file for a spreadsheet. */
export const downloadArticle30 = (model: PolicyModel) =>
  action({
    at: routes.article30.csv,
    asks: 'article-30.view',
    async run({ language }) {
      const bytes = article30Csv(article30Of(model, language))
      return sendFile({
        bytes,
        contentType: 'text/csv; charset=utf-8',
        name: `article-30-${model.site}-${model.version}.csv`,
      })
    },
  })
