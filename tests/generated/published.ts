import { registerInWords } from '#features/cookies/register-in-words.ts'
import { privacyDocument } from '#features/policy-pages/privacy-document.ts'
import { recordDocument } from '#features/policy-pages/record-document.ts'
import { termsDocument } from '#features/policy-pages/terms-document.ts'
import { type Language, languages } from '#kernel/language.ts'
import type { Document } from '#platform/document/document.ts'
import type { PolicyModel } from '#policy/model.ts'
import { writeMarkdown } from './write-markdown.ts'

const note = 'Generated from the policy model. Do not edit: KLINIKBRO_WRITE_POLICY=1 bin/test generated-policy'

const documents: Readonly<Record<string, (model: PolicyModel, language: Language) => Document>> = {
  privacy: privacyDocument,
  terms: termsDocument,
  'article-30': (model, language) => recordDocument(model, language, []),
  cookies: cookieDocument,
}

/** Everything that is published of a policy, in both languages, by the name of its file under docs/generated. */
export const publishedOf = (model: PolicyModel): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(documents).flatMap(([name, make]) =>
      languages.map(
        (language) => [`${model.site}/${name}.${language}.md`, writeMarkdown(make(model, language), note)] as const,
      ),
    ),
  )

function cookieDocument(model: PolicyModel, language: Language): Document {
  const table = registerInWords(model, language)
  const part = { id: 'register', heading: table.caption, blocks: [{ kind: 'table', ...table } as const] }
  return { title: 'Cookies', lead: `Version ${model.version}.`, parts: [part] }
}
