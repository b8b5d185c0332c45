import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { answerDirectTexts } from './answer-direct.texts.ts'
import { answerDirectView } from './answer-direct.view.tsx'
import { factsOfDirect, findDirectToUs, readDirect } from './found-direct.ts'

/** One request: what was asked, by when there must be an answer, and the forms that its standing allows. */
export const showDirect = (model: PolicyModel) =>
  action({
    at: routes.directRequest.show,
    asks: 'direct-request.view',
    touches: ['business-contact', 'access-history'],
    notices: { da: answerDirectTexts.da.notices, en: answerDirectTexts.en.notices },
    load: findDirectToUs,
    facts: factsOfDirect,
    async run({ tx, page, found, actor, services: { keyring } }) {
      const request = await readDirect(tx, keyring, found)
      const proposed = request.words.proposal ? { values: { value: request.words.proposal }, errors: [] } : emptyForm
      return show(answerDirectView(page, { request, model, actor }, proposed))
    },
  })
