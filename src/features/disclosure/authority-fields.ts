import { texts } from '#kernel/language.ts'
import type { DataCategory } from '#policy/categories.ts'

/** What of a case an authority can be told. The database knows the same names. */
export const authorityFields = [
  'contact',
  'cpr',
  'approval',
  'referral',
  'attachments',
  'appointments',
  'consents',
  'course',
] as const
export type AuthorityField = (typeof authorityFields)[number]

/** What kind of data a field is, by which a law reaches it or not, and who holds it and so answers for it. */
export const authorityFieldKinds: Readonly<
  Record<AuthorityField, { readonly category: DataCategory; readonly heldBy: readonly ('insurer' | 'clinic')[] }>
> = {
  contact: { category: 'contact', heldBy: ['insurer', 'clinic'] },
  cpr: { category: 'cpr', heldBy: ['insurer', 'clinic'] },
  approval: { category: 'health.approval', heldBy: ['insurer'] },
  referral: { category: 'health.referral', heldBy: ['insurer'] },
  attachments: { category: 'health.referral', heldBy: ['insurer'] },
  appointments: { category: 'booking', heldBy: ['insurer', 'clinic'] },
  consents: { category: 'consent-history', heldBy: ['insurer'] },
  course: { category: 'health.course', heldBy: ['clinic'] },
}

export const authorityFieldTexts = texts<Readonly<Record<AuthorityField, string>>>(
  {
    contact: 'navn og kontaktoplysninger',
    cpr: 'CPR-nummer',
    approval: 'hvad der er godkendt',
    referral: 'det, selskabet har skrevet om helbredet',
    attachments: 'bilag',
    appointments: 'tider',
    consents: 'samtykker',
    course: 'klinikkens notater og oplysninger om forløbet',
  },
  {
    contact: 'name and contact details',
    cpr: 'CPR number',
    approval: 'what is approved',
    referral: 'what the insurer wrote about health',
    attachments: 'attachments',
    appointments: 'appointments',
    consents: 'consents',
    course: 'the clinic’s notes and information on the course',
  },
)

/** The fields in words, in one line. */
export const authorityFieldsIn = (language: 'da' | 'en', fields: readonly string[]): string =>
  authorityFields
    .filter((field) => fields.includes(field))
    .map((field) => authorityFieldTexts[language][field])
    .join('; ')
