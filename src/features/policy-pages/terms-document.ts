import { formats } from '#kernel/format.ts'
import { type Language, texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { Document } from '#platform/document/document.ts'
import type { PolicyModel } from '#policy/model.ts'

const words = texts(
  {
    title: 'Vilkår for brug',
    lead: (version: string, from: string) => `Version ${version}, gælder fra ${from}.`,
  },
  {
    title: 'Terms of use',
    lead: (version: string, from: string) => `Version ${version}, valid from ${from}.`,
  },
)

/** The terms of use of one site (R5.1). */
export function termsDocument({ terms, version, validFrom }: PolicyModel, language: Language): Document {
  const t = words[language]
  return {
    title: t.title,
    lead: t.lead(version, formats(language).date(Temporal.PlainDate.from(validFrom))),
    parts: terms.map(({ heading, text }, at) => ({
      id: `term-${at + 1}`,
      heading: heading[language],
      blocks: [{ kind: 'text', text: text[language] }],
    })),
  }
}
