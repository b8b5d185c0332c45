import { caseFields, caseFieldTexts } from '#features/cases/index.ts'
import { authorityFieldsIn } from '#features/disclosure/index.ts'
import type { Language } from '#kernel/language.ts'
import { rightTexts } from './rights.texts.ts'
import { isContactField, notesField } from './rights.ts'

/** What the field of a correction is called: one of the case, a contact detail, or the clinic's notes. */
export function fieldWords(field: string, language: Language): string {
  const t = rightTexts[language]
  if (field === notesField) return t.notes
  if (isContactField(field)) return t.contact[field]
  const known = caseFields.find((one) => one === field)
  if (known) return caseFieldTexts[language][known].label
  return authorityFieldsIn(language, [field]) || field
}
