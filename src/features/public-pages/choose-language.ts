import { languages } from '#kernel/language.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import { routes } from '#src/routes.ts'
import { homeView } from './view-home.view.tsx'

/** Remembers the language that a person chose (T7.1) and goes back to where they were. Serves every site. */
export const chooseLanguage = action({
  at: routes.language,
  asks: 'language.choose',
  touches: [],
  input: form({ language: choice(languages), returnTo: text({ max: 2000 }).optional() }),
  again: ({ page }) => homeView(page),
  async run({ input }) {
    return seeOther(localPath(input.returnTo), { kind: 'language', language: input.language })
  },
})
