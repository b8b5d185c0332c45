import { randomUUID } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import { action } from '#platform/http/action.ts'
import { type Answer, type CookieChange, seeOther, withHeaders } from '#platform/http/answer.ts'
import { sealChoice } from '#platform/http/cookie-choice.ts'
import { form } from '#platform/http/form.ts'
import { choice, choices, text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import { type CookieQuestion, textHashOf } from '#policy/cookie-question.ts'
import { type OptionalKind, optionalKinds } from '#policy/cookies.ts'
import type { PolicyModel } from '#policy/model.ts'
import { marketingRoutes } from '#src/routes.ts'
import { saveChoice } from './cookies.sql.ts'
import { cookiesView } from './view-cookies.view.tsx'

/**
 * Keeps an answer to the cookie question as proof and goes back to where it was asked (R4.1, T14.2). A no clears at once whatever lies in
 * the browser, so that taking a yes back is the same click as never giving it.
 */
export const chooseCookies = (model: PolicyModel) =>
  action({
    at: marketingRoutes.cookieChoice,
    asks: 'cookies.choose',
    touches: ['cookie-choices'],
    limit: 'search',
    input: form({
      answer: choice(['all', 'none', 'chosen']),
      kinds: choices(optionalKinds),
      means: choice(['banner', 'page']),
      returnTo: text({ max: 2000 }).optional(),
    }),
    again: ({ page }) => cookiesView(page, model),
    async run({ tx, input, now, page, language, services: { sessionKey } }) {
      const { question, version, choice: earlier, kinds: before } = page.consent
      if (!question) return seeOther(localPath(input.returnTo))
      const { accepted, refused } = answerTo(question, input)
      const choice = { consentId: earlier?.consentId ?? randomUUID(), version, kinds: accepted, chosenAt: now }
      await saveChoice(tx, {
        id: newId(),
        consentId: choice.consentId,
        site: model.site,
        version,
        language,
        question,
        textHash: textHashOf(question),
        accepted,
        refused,
        means: input.means,
        chosenAt: now,
      })
      const changes: CookieChange[] = [
        { kind: 'cookies-chosen', receipt: sealChoice(sessionKey, choice) },
        ...refused.map((cookieKind) => ({ kind: 'kind-ends', cookieKind }) as const),
      ]
      const sentBack = seeOther(localPath(input.returnTo), ...changes)
      return before.some((kind) => refused.includes(kind)) ? withStorageCleared(model, accepted, sentBack) : sentBack
    },
  })

type Answered = { readonly answer: 'all' | 'none' | 'chosen'; readonly kinds: readonly OptionalKind[] }

function answerTo({ kinds }: CookieQuestion, { answer, kinds: ticked }: Answered) {
  const asked = kinds.map(({ kind }) => kind)
  const accepted = asked.filter((kind) => answer === 'all' || (answer === 'chosen' && ticked.includes(kind)))
  return { accepted, refused: asked.filter((kind) => !accepted.includes(kind)) }
}

/** Also without JavaScript. Only `"storage"`, which leaves the log-in alone, and only when nothing agreed to is kept there. */
function withStorageCleared({ cookies }: PolicyModel, accepted: readonly OptionalKind[], answer: Answer): Answer {
  const stored = cookies.filter(({ keptIn }) => keptIn !== undefined)
  const isStillUsed = stored.some(({ kind }) => kind === 'necessary' || accepted.includes(kind))
  return stored.length > 0 && !isStillUsed ? withHeaders(answer, { 'Clear-Site-Data': '"storage"' }) : answer
}
