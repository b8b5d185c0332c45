import type { Language } from '#kernel/language.ts'
import type { Part } from '#platform/document/document.ts'
import type { PolicyModel } from '#policy/model.ts'

/** How the data are guarded, as the policy and the record both tell it. */
export const measureParts = ({ measures }: PolicyModel, language: Language): readonly Part[] =>
  measures.map(({ heading, text }, at) => ({
    id: `measure-${at + 1}`,
    heading: heading[language],
    blocks: [{ kind: 'text', text: text[language] }],
  }))
