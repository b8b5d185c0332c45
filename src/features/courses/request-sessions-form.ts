import { texts } from '#kernel/language.ts'
import { form } from '#platform/http/form.ts'
import { text, wholeNumber } from '#platform/http/form-fields.ts'

/** What a clinic is asked when it wants further sessions. */
export const sessionRequestForm = form({
  sessions: wholeNumber({ min: 1, max: 99, missing: texts('Skriv, hvor mange flere', 'Enter how many more') }),
  reason: text({ max: 2000, multiline: true, missing: texts('Skriv en begrundelse', 'Write a reason') }),
})
