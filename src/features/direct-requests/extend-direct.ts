import { courseOf, isInTime, saveState } from '#features/rights/index.ts'
import { newId } from '#kernel/ids.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { mustTick, text } from '#platform/http/form-fields.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { answerDirectTexts } from './answer-direct.texts.ts'
import { answerDirectView } from './answer-direct.view.tsx'
import { liftDirectRestriction, saveDirectNote } from './carry-direct.sql.ts'
import { sealNote } from './direct-request.ts'
import { enqueueDirectNotice } from './enter.sql.ts'
import { factsOfDirect, findDirectToUs, readDirect } from './found-direct.ts'

const missing = { da: answerDirectTexts.da.reason, en: answerDirectTexts.en.reason }
const tellFirst = { da: answerDirectTexts.da.tellFirst, en: answerDirectTexts.en.tellFirst }

/** Takes two further months, once and while the first month runs; the person is told, and why (GDPR art. 12(3)). */
export const extendDirect = (model: PolicyModel) =>
  action({
    at: routes.directRequest.extension,
    asks: 'direct-request.answer',
    touches: ['business-contact', 'access-history'],
    load: findDirectToUs,
    facts: factsOfDirect,
    input: form({ reason: text({ max: 1000, multiline: true, missing }) }),
    again: async ({ tx, page, found, form, actor, services: { keyring } }) =>
      answerDirectView(page, { request: await readDirect(tx, keyring, found), model, actor }, form),
    async run({ tx, permit, found, input, now, services: { keyring } }) {
      const back = (notice: string) =>
        seeOther(routes.directRequest.show.href({ rightsRequestId: found.id }, { notice }))
      const by = userOf(permit)
      if (found.user_id !== null && found.user_id === by) return back('own')
      if (found.answer || found.is_extended || !isInTime(courseOf(found), now)) return back('not-extended')
      await saveState(tx, { requestId: found.id, state: 'extended', byKind: 'staff', by, now })
      const id = newId()
      await saveDirectNote(tx, {
        id,
        requestId: found.id,
        state: 'extended',
        text: sealNote(keyring, id, input.reason),
      })
      await enqueueDirectNotice(tx, found.id, 'news')
      return back('extended')
    },
  })

/** Lets an account or an enquiry be used again, after the person was told (GDPR art. 18(3)). */
export const liftDirect = (model: PolicyModel) =>
  action({
    at: routes.directRequest.lifting,
    asks: 'direct-request.answer',
    touches: ['business-contact', 'access-history'],
    load: findDirectToUs,
    facts: factsOfDirect,
    input: form({ reason: text({ max: 1000, multiline: true, missing }), told: mustTick(tellFirst) }),
    again: async ({ tx, page, found, form, actor, services: { keyring } }) =>
      answerDirectView(page, { request: await readDirect(tx, keyring, found), model, actor }, form),
    async run({ tx, permit, found, input, now, services: { keyring } }) {
      const back = (notice: string) =>
        seeOther(routes.directRequest.show.href({ rightsRequestId: found.id }, { notice }))
      const by = userOf(permit)
      if (found.user_id !== null && found.user_id === by) return back('own')
      if (!found.answer || !found.is_restricting) return back('nothing-to-lift')
      await liftDirectRestriction(tx, { requestId: found.id, by, now })
      await saveState(tx, { requestId: found.id, state: 'lifted', byKind: 'staff', by, now })
      const id = newId()
      await saveDirectNote(tx, { id, requestId: found.id, state: 'lifted', text: sealNote(keyring, id, input.reason) })
      await enqueueDirectNotice(tx, found.id, 'news')
      return back('lifted')
    },
  })
