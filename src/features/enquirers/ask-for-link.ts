import { addressIndex } from '#features/leads/index.ts'
import { newId } from '#kernel/ids.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { email } from '#platform/http/form-fields.ts'
import type { RateRule } from '#platform/rate-limit/rate-limit.ts'
import { routes } from '#src/routes.ts'
import { askForLinkView, linkAskedView } from './ask-for-link.view.tsx'
import { sealAddress } from './link.ts'
import { enqueueLink, saveLink } from './links.sql.ts'

/** One mailbox gets a few links an hour, whoever asks for them. */
const mailboxRule: RateRule = { name: 'enquirer-mailbox', capacity: 3, refillPerMinute: 0.1 }

export const showAskForLink = action({
  at: routes.written.form,
  asks: 'enquirer.ask-link',
  touches: ['business-contact'],
  async run({ page }) {
    return show(askForLinkView(page, emptyForm))
  },
})

/** Does and says the same whatever is known of the address (T19.2): what was written from it is looked for behind the link only. */
export const askForLink = action({
  at: routes.written.create,
  asks: 'enquirer.ask-link',
  touches: ['business-contact'],
  limit: 'message',
  input: form({ email: email() }),
  again: ({ page, form: typed }) => askForLinkView(page, typed),
  async run({ tx, input, now, language, page, services: { keyring, rateLimiter } }) {
    const emailIndex = addressIndex(keyring, input.email)
    if (rateLimiter.take(mailboxRule, emailIndex.toString('base64url'), now).ok) {
      const id = newId()
      await saveLink(tx, { id, emailIndex, email: sealAddress(keyring, id, input.email), language, now })
      await enqueueLink(tx, id)
    }
    return show(linkAskedView(page))
  },
})
