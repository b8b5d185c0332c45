import type { Id } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { leadNotices, leadTexts } from './answer-lead.texts.ts'
import { leadsView, leadView } from './answer-lead.view.tsx'
import { leadPeriodsOn, openLead, sealPart } from './lead.ts'
import { allLeads, type LeadRow, leadById, queueAnswerMail, saveAnswer } from './leads.sql.ts'

/** The inbox: the only place where leads are read (T9.1). */
export const listLeads = action({
  at: routes.operator.leads,
  asks: 'lead.list',
  touches: ['business-contact'],
  notices: leadNotices,
  async run({ tx, page, services }) {
    const rows = await allLeads(tx)
    const leads = rows.map((row) => openLead(services.keyring, row))
    return show(leadsView(page, leads))
  },
})

type Finding = Pick<Visit<'/operator/leads/:leadId'>, 'params'> & { readonly reader: Reader }
const findLead = ({ params, reader }: Finding) => leadById(reader, params.leadId as Id<'lead'>)
/** What is stored only is neither read nor answered (art. 18). */
const facts = ({ id, is_restricted: restricted }: LeadRow) => ({ restricted, object: { type: 'lead', id } })

export const viewLead = (model: PolicyModel) =>
  action({
    at: routes.operator.lead,
    asks: 'lead.view',
    touches: ['business-contact'],
    load: findLead,
    facts,
    async run({ page, found, services, form }) {
      return show(
        leadView(page, openLead(services.keyring, found), { form, periods: leadPeriodsOn(model, 'lead.answer') }),
      )
    },
  })

/** Answers by mail and closes the lead; its days are counted from here (T9.2). */
export const answerLead = (model: PolicyModel) =>
  action({
    at: routes.operator.answerLead,
    asks: 'lead.answer',
    touches: ['business-contact'],
    load: findLead,
    facts,
    input: form({ text: text({ max: 4000, multiline: true }) }),
    again: ({ page, found, services, form }) =>
      leadView(page, openLead(services.keyring, found), { form, periods: leadPeriodsOn(model, 'lead.answer') }),
    async run({ tx, permit, found, input, now, services: { keyring }, page, form, language }) {
      const periods = leadPeriodsOn(model, 'lead.answer')
      const saved = await saveAnswer(tx, {
        leadId: found.id,
        text: sealPart(keyring, found.id, 'text', input.text),
        answeredBy: userOf(permit),
        answeredAt: now,
        eraseOn: dayOf(now).add(periods.answered),
      })
      if (!saved) {
        const errors = [{ field: '', message: leadTexts[language].tooLate }]
        return show(leadView(page, openLead(keyring, found), { form: { ...form, errors }, periods }), 409)
      }
      await queueAnswerMail(tx, found.id)
      return seeOther(routes.operator.leads.href({}, { notice: 'answered' }))
    },
  })
