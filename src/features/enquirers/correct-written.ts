import {
  type DirectAsking,
  enquiryActivity,
  enquiryField,
  enterAsDone,
  housesToAsk,
} from '#features/direct-requests/index.ts'
import { correctLead, eraseLead, sealPart } from '#features/leads/index.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { phone, text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { correctWrittenView } from './correct-written.view.tsx'
import { aboutLead, type Enquirer, loadOneLead } from './link.ts'

/** The form with what was written. */
export const showCorrection = action({
  at: routes.written.correction.form,
  asks: 'enquirer.correct',
  touches: ['business-contact'],
  limit: 'search',
  load: loadOneLead,
  facts: aboutLead,
  async run({ page, found, params }) {
    const { name, company, phone: number, message } = found.lead
    return show(correctWrittenView(page, params, { values: { name, company, phone: number, message }, errors: [] }))
  },
})

/** Corrected at once, on the word of whoever wrote it (T5.2); the operator's list tells that it happened, not what was there before. */
export const correctWritten = action({
  at: routes.written.correction.create,
  asks: 'enquirer.correct',
  touches: ['business-contact'],
  limit: 'log-in',
  load: loadOneLead,
  facts: aboutLead,
  input: form({
    name: text({ max: 200 }),
    company: text({ max: 200 }),
    phone: phone(),
    message: text({ max: 4000, multiline: true }),
  }),
  again: ({ page, params, form: typed }) => correctWrittenView(page, params, typed),
  async run({ tx, permit, found, input, params, now, language, services: { keyring } }) {
    const { id } = found.lead
    await correctLead(tx, {
      id,
      name: sealPart(keyring, id, 'name', input.name),
      company: sealPart(keyring, id, 'company', input.company),
      phone: sealPart(keyring, id, 'phone', input.phone),
      message: sealPart(keyring, id, 'message', input.message),
    })
    const asking = { ...(await asDone(tx, found, language)), right: 'rectification', field: enquiryField } as const
    await enterAsDone({ tx, permit, keyring, now }, { ...asking, leadId: id })
    return seeOther(routes.written.show.href({ token: params.token }, { notice: 'corrected' }))
  },
})

/** Erased at once, with its answer: nothing requires it to be kept (T5.3). */
export const eraseWritten = action({
  at: routes.written.erasure,
  asks: 'enquirer.erase',
  touches: ['business-contact'],
  limit: 'log-in',
  load: loadOneLead,
  facts: aboutLead,
  async run({ tx, permit, found, params, now, language, services: { keyring } }) {
    const asking = { ...(await asDone(tx, found, language)), right: 'erasure', field: null } as const
    await enterAsDone({ tx, permit, keyring, now }, asking)
    await eraseLead(tx, found.lead.id)
    return seeOther(routes.written.show.href({ token: params.token }, { notice: 'erased' }))
  },
})

/** What the person did themselves leaves no address behind: only that it was done, under an index that nobody can read. */
async function asDone(reader: Reader, { index }: Enquirer, language: Language): Promise<Omit<DirectAsking, 'right'>> {
  const { operator } = await housesToAsk(reader)
  return {
    asker: { kind: 'enquirer', index, email: null },
    field: null,
    words: { text: null, proposal: null },
    activity: enquiryActivity,
    controllerId: operator,
    leadId: null,
    language,
  }
}
