import { texts } from '#kernel/language.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import type { OwnCaseRow } from './ask.sql.ts'
import { contactFields, notesField, type Right } from './rights.ts'
import { destinationsOf } from './routing.ts'

/** Stands for every case of the person. */
export const allCases = 'all'

/** Rights that can be used on all cases at once; the others concern one. */
export const concernsAll = (right: Right): boolean =>
  right === 'access' || right === 'portability' || right === 'erasure'

/** Everything that can be wrong in the cases of a person. */
export const fieldsOf = (cases: readonly OwnCaseRow[]): readonly string[] => [
  ...new Set(cases.flatMap((one) => one.fields.map(({ field }) => field))),
  ...contactFields,
  ...(cases.some(({ clinics }) => clinics.some(({ notes }) => notes)) ? [notesField] : []),
]

/** What was asked, whichever right: what does not belong to it is null. */
export type Asked = {
  readonly about: string
  readonly field: string | null
  readonly text: string | null
  readonly proposal: string | null
}

const missing = {
  field: texts('Vælg, hvad der er forkert', 'Choose what is wrong'),
  text: texts('Skriv, hvad der er forkert', 'Say what is wrong'),
  why: texts('Skriv hvorfor, med dine egne ord', 'Say why, in your own words'),
  proposal: texts('Skriv, hvad der er rigtigt', 'Say what is right'),
  left: texts(
    'Den, der skal svare, bruger ikke længere Klinikbro. Kontakt dem direkte; telefon og e-mail står på din sag',
    'Whoever must answer no longer uses Klinikbro. Contact them directly; phone and e-mail are on your case',
  ),
  elsewhere: texts('Den oplysning står ikke i sagen', 'That information is not in the case'),
}

/** The form for one right, over the cases that the person can choose from. */
export const askForm = (right: Right, cases: readonly OwnCaseRow[]) =>
  form(
    {
      about: choice([...(concernsAll(right) ? [allCases] : []), ...cases.map(({ id }) => id)] as const),
      field: choice(fieldsOf(cases)).optional(),
      text: text({ max: 2000, multiline: true }).optional(),
      proposal: text({ max: 2000, multiline: true }).optional(),
    },
    isWhole(right, cases),
  )

export const chosenCases = (about: string, cases: readonly OwnCaseRow[]): readonly OwnCaseRow[] =>
  about === allCases ? cases : cases.filter(({ id }) => id === about)

const isWhole =
  (right: Right, cases: readonly OwnCaseRow[]): Check<Asked> =>
  ({ about, field, text, proposal }) => {
    const chosen = chosenCases(about, cases)
    if (chosen.some(({ have_left }) => have_left.length > 0) && destinationsOf(right, chosen, field).length === 0)
      return [{ field: 'about', message: missing.left }]
    if (right === 'restriction' || right === 'objection') return text ? [] : [{ field: 'text', message: missing.why }]
    if (right !== 'rectification') return []
    if (!field) return [{ field: 'field', message: missing.field }]
    if (!text) return [{ field: 'text', message: missing.text }]
    if (!proposal) return [{ field: 'proposal', message: missing.proposal }]
    const known = destinationsOf(right, chosen, field).length > 0
    return known ? [] : [{ field: 'field', message: missing.elsewhere }]
  }
