import type { Lead } from '#features/leads/index.ts'
import type { Texts } from '#kernel/language.ts'
import { form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import { writtenTexts } from './view-written.texts.ts'

/** What is asked for in words; seeing, taking along, correcting and erasing what one wrote is done on the page at once. */
export const askableRights = ['access', 'erasure', 'restriction', 'objection'] as const

const sayWhat: Texts<string> = { da: writtenTexts.da.sayWhat, en: writtenTexts.en.sayWhat }

export const enquirerForm = (leads: readonly Lead[]) =>
  form({
    right: choice(askableRights),
    lead: choice(leads.map(({ id }) => id)).optional(),
    text: text({ max: 2000, multiline: true, missing: sayWhat }),
  })
