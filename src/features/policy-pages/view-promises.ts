import type { Texts } from '#kernel/language.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { PublishedReport } from '#policy/promise-report.ts'
import { promiseThemes } from '#policy/promise-themes.ts'
import { routes } from '#src/routes.ts'
import { promisesView, type ShownPromise, type ShownTheme } from './view-promises.view.tsx'

/** Each promise in plain words, whether it is kept, what keeps it and which tests show it (X5). */
export const viewPromises = (report: PublishedReport | null, models: readonly PolicyModel[]) =>
  action({
    at: routes.promises,
    asks: 'privacy.view',
    touches: [],
    async run({ page }) {
      return show(promisesView(page, report && { takenOn: report.takenOn, themes: themesOf(report, models) }))
    },
  })

/** Without a theme's promises that the report does not know. */
function themesOf({ promises: reported }: PublishedReport, models: readonly PolicyModel[]): ShownTheme[] {
  const lines = new Map(reported.map((line) => [line.id, line]))
  const activities = new Map<string, Texts<string>>(
    models.flatMap(({ site, activities }) => activities.map((one) => [`${site}: ${one.id}`, one.sentence] as const)),
  )
  return promiseThemes.map(({ title, promises }) => ({
    title,
    promises: Object.entries(promises).flatMap(([id, text]): ShownPromise[] => {
      const line = lines.get(id)
      if (!line) return []
      return [
        {
          ...line,
          text,
          rules: line.enforcedBy.flatMap((name) => activities.get(name) ?? []),
          files: line.enforcedBy.filter((name) => name.includes('/')),
        },
      ]
    }),
  }))
}
