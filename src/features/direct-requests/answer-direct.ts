import { newId } from '#kernel/ids.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { answerDirectTexts } from './answer-direct.texts.ts'
import { answerDirectView } from './answer-direct.view.tsx'
import { type AnswerProblem, answerOnce } from './answer-once.ts'
import { saveDirectNote } from './carry-direct.sql.ts'
import { directDecisionForm } from './direct-decision-form.ts'
import { sealNote } from './direct-request.ts'
import { enqueueDirectNotice } from './enter.sql.ts'
import { factsOfDirect, findDirectToUs, readDirect } from './found-direct.ts'

/** Grants or refuses, with what the person is told; what follows happens in the same transaction. The first answer counts, and nobody gives their own. */
export const answerDirect = (model: PolicyModel) =>
  action({
    at: routes.directRequest.answer,
    asks: 'direct-request.answer',
    touches: ['business-contact', 'credentials', 'access-history'],
    load: findDirectToUs,
    facts: factsOfDirect,
    input: directDecisionForm,
    again: async ({ tx, page, found, form, actor, services: { keyring } }) =>
      answerDirectView(page, { request: await readDirect(tx, keyring, found), model, actor }, form),
    async run({ tx, permit, found, input, form, page, actor, now, services: { keyring }, record }) {
      const back = (notice: string) =>
        seeOther(routes.directRequest.show.href({ rightsRequestId: found.id }, { notice }))
      if (found.user_id !== null && found.user_id === userOf(permit)) return back('own')
      const carrying = { tx, permit, model, now }
      const carried = await answerOnce(carrying, found, input)
      if (carried === 'already') return back('already')
      if (carried !== 'done') {
        const request = await readDirect(tx, keyring, found)
        return show(answerDirectView(page, { request, model, actor }, withProblem(page, form, carried)), 422)
      }
      const [id, state] = [newId(), input.decision === 'grant' ? 'granted' : 'refused']
      await saveDirectNote(tx, { id, requestId: found.id, state, text: sealNote(keyring, id, input.note) })
      await enqueueDirectNotice(tx, found.id, 'news')
      record({ detail: { right: found.right, answer: input.decision, law: input.law } })
      return back('answered')
    },
  })

function withProblem(page: Page, form: FormState, problem: AnswerProblem): FormState {
  const t = answerDirectTexts[page.language]
  const said = {
    'email-taken': { field: 'value', message: t.emailTaken },
    'nothing-to-correct': { field: '', message: t.nothingToCorrect },
    'last-administrator': { field: '', message: t.lastAdministrator },
    'other-house': { field: '', message: t.otherHouse },
  }
  return { ...form, errors: [said[problem]] }
}
