import { documentGiven } from '#features/disclosure/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import { wordType, writeWord } from '#platform/document/write-word.ts'
import { type Action, action } from '#platform/http/action.ts'
import { missing, sendFile } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { type Given, readableDocument, touchedByLaw } from './document.ts'
import { type Controller, type FoundCase, factsOfFoundCase, findCaseAs } from './found-case.ts'

const placesOf = (controller: Controller) => (controller === 'insurer' ? routes.case : routes.clinic).authorities

type Keeping = { readonly tx: Reader; readonly keyring: Keyring; readonly found: FoundCase }

/** The document as it was given, whatever the case says now. */
async function given({ tx, keyring, found }: Keeping, disclosureId: string): Promise<string | null> {
  const row = await documentGiven(tx, found.id, disclosureId)
  if (!row) return null
  return open(await personKeyFor(tx, keyring, found.person_id), 'disclosed_documents.content', row.content_sealed)
}

/** For machines. */
export const giveJson = (controller: Controller): Action =>
  action({
    at: placesOf(controller).json,
    asks: 'authority-disclosure.view',
    touches: touchedByLaw,
    load: findCaseAs(controller),
    facts: factsOfFoundCase,
    async run({ tx, found, params, services: { keyring } }) {
      const text = await given({ tx, keyring, found }, params.disclosureId)
      if (text === null) return missing
      const bytes = new TextEncoder().encode(text)
      return sendFile({ bytes, contentType: 'application/json', name: `${found.case_number}.json` })
    },
  })

/** To read. */
export const giveWord = (controller: Controller): Action =>
  action({
    at: placesOf(controller).word,
    asks: 'authority-disclosure.view',
    touches: touchedByLaw,
    load: findCaseAs(controller),
    facts: factsOfFoundCase,
    async run({ tx, found, params, language, services: { keyring } }) {
      const text = await given({ tx, keyring, found }, params.disclosureId)
      if (text === null) return missing
      const document = JSON.parse(text) as Given
      const bytes = await writeWord(readableDocument(document, language), { language, author: document.from.name })
      return sendFile({ bytes, contentType: wordType, name: `${found.case_number}.docx` })
    },
  })
