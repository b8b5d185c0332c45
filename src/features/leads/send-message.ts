import { type Id, newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { email, phone, text } from '#platform/http/form-fields.ts'
import type { PolicyModel } from '#policy/model.ts'
import { marketingRoutes, routes } from '#src/routes.ts'
import { addressIndex, leadPeriodsOn, sealPart } from './lead.ts'
import { saveLead } from './leads.sql.ts'
import { contactView, thanksView } from './send-message.view.tsx'

const partsOf = (model: PolicyModel, { urls }: Visit['services']) => ({
  ...leadPeriodsOn(model, 'contact.send'),
  written: new URL(routes.written.form.href({}), urls.referral).href,
})

export const showContact = (model: PolicyModel) =>
  action({
    at: marketingRoutes.contact.form,
    asks: 'marketing.view',
    touches: [],
    async run({ page, form, services }) {
      return show(contactView(page, form, partsOf(model, services)))
    },
  })

/** Keeps a visitor's message for the operator (T9.1). */
export const sendMessage = (model: PolicyModel) =>
  action({
    at: marketingRoutes.contact.create,
    asks: 'contact.send',
    touches: ['business-contact'],
    limit: 'message',
    input: form({
      name: text({ max: 200 }),
      company: text({ max: 200 }),
      phone: phone(),
      email: email(),
      message: text({ max: 4000, multiline: true }),
      website: text({ max: 4000, multiline: true }).optional(),
    }),
    again: ({ page, form, services }) => contactView(page, form, partsOf(model, services)),
    async run({ tx, input, now, language, services: { keyring }, record }) {
      const done = seeOther(marketingRoutes.contact.done.href({}))
      // Only machines see this field. They are thanked like everybody, and nothing is kept.
      if (input.website !== null) return done
      const id: Id<'lead'> = newId()
      const { name, company, phone, email, message } = input
      await saveLead(tx, {
        id,
        name: sealPart(keyring, id, 'name', name),
        company: sealPart(keyring, id, 'company', company),
        phone: sealPart(keyring, id, 'phone', phone),
        email: sealPart(keyring, id, 'email', email),
        emailIndex: addressIndex(keyring, email),
        message: sealPart(keyring, id, 'message', message),
        language,
        receivedAt: now,
        reviewOn: dayOf(now).add(leadPeriodsOn(model, 'contact.send').longest),
      })
      record({ detail: { lead: id } })
      return done
    },
  })

export const thankSender = action({
  at: marketingRoutes.contact.done,
  asks: 'marketing.view',
  touches: [],
  async run({ page }) {
    return show(thanksView(page))
  },
})
