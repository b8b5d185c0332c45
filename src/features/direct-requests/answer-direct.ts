import { saveState } from '#features/rights/index.ts'
import { newId } from '#kernel/ids.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { answerDirectTexts } from './answer-direct.texts.ts'
import { answerDirectView } from './answer-direct.view.tsx'
import { saveDirectNote } from './carry-direct.sql.ts'
import { type Carried, type Carrying, carryDirect } from './carry-direct.ts'
import { type DirectDecision, directDecisionForm } from './direct-decision-form.ts'
import { sealNote } from './direct-request.ts'
import type { DirectRow } from './direct-requests.sql.ts'
import { enqueueDirectNotice } from './enter.sql.ts'
import { factsOfDirect, findDirectToUs, readDirect } from './found-direct.ts'

/** One request: what was asked, by when there must be an answer, and the forms that its standing allows. */
export const showDirect = (model: PolicyModel) =>
  action({
    at: routes.directRequest.show,
    asks: 'direct-request.view',
    notices: { da: answerDirectTexts.da.notices, en: answerDirectTexts.en.notices },
    load: findDirectToUs,
    facts: factsOfDirect,
    async run({ tx, page, found, actor, services: { keyring } }) {
      const request = await readDirect(tx, keyring, found)
      const proposed = request.words.proposal ? { values: { value: request.words.proposal }, errors: [] } : emptyForm
      return show(answerDirectView(page, { request, model, actor }, proposed))
    },
  })

/** Grants or refuses, with what the person is told; what follows happens in the same transaction. The first answer counts, and nobody gives their own. */
export const answerDirect = (model: PolicyModel) =>
  action({
    at: routes.directRequest.answer,
    asks: 'direct-request.answer',
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

class Undone extends Error {
  readonly why: Exclude<Carried, 'done'>
  constructor(why: Exclude<Carried, 'done'>) {
    super(why)
    this.why = why
  }
}

/** The answer and what follows, or neither. */
async function answerOnce(
  carrying: Carrying,
  found: DirectRow,
  decision: DirectDecision,
): Promise<Carried | 'already'> {
  const { tx, permit, now } = carrying
  const [state, law] =
    decision.decision === 'grant' ? (['granted', null] as const) : (['refused', decision.law] as const)
  try {
    return await tx.attempt(async () => {
      await saveState(tx, { requestId: found.id, byKind: 'staff', by: userOf(permit), now, state, law })
      const carried = await carryDirect(carrying, found, decision)
      if (carried !== 'done') throw new Undone(carried)
      return carried
    })
  } catch (error) {
    if (error instanceof Undone) return error.why
    const violated = violatedConstraint(error)
    if (violated === 'answered_once' || violated === 'rights_request_states_pkey') return 'already'
    throw error
  }
}

function withProblem(page: Page, form: FormState, problem: Exclude<Carried, 'done'>): FormState {
  const t = answerDirectTexts[page.language]
  const said = {
    'email-taken': { field: 'value', message: t.emailTaken },
    'nothing-to-correct': { field: '', message: t.nothingToCorrect },
    'last-administrator': { field: '', message: t.lastAdministrator },
    'other-house': { field: '', message: t.otherHouse },
  }
  return { ...form, errors: [said[problem]] }
}
