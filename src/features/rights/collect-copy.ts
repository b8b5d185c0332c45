import type { Id } from '#kernel/ids.ts'
import { open, openBytes } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import { dataOfACase } from '#policy/categories.ts'
import { type CopyRow, type CopySection, controllersOf, copyQueries } from './copy.sql.ts'
import { copySections } from './copy-scope.ts'

/** One thing that is held, with readable values under the names that the file uses. */
export type CopyItem = Readonly<Record<string, unknown>>
export type Copy = {
  readonly sections: Readonly<Record<CopySection, readonly CopyItem[]>>
  readonly controllers: readonly { name: string; kind: string; cvr: string; email: string; phone: string }[]
}

/** What kinds of data a copy holds. */
export const wholeCopy = [...dataOfACase, 'business-contact'] as const

/** Everything that is held about the person whose key it is, opened. Run it as that person: the row-level policies let nothing else through. */
export async function collectCopy(reader: Reader, key: PersonKey): Promise<Copy> {
  const personId = key.personId as Id<'person'>
  const sections: [CopySection, readonly CopyItem[]][] = []
  for (const section of copySections) {
    const rows = await reader.rows<CopyRow>(copyQueries[section](personId))
    sections.push([section, rows.map((row) => opened(key, section, row))])
  }
  return {
    sections: Object.fromEntries(sections) as Copy['sections'],
    controllers: await reader.rows(controllersOf(personId)),
  }
}

/** A row with what is sealed opened, under the names that files use. */
export const opened = (key: PersonKey, section: CopySection, row: CopyRow): CopyItem =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([column, value]) => {
        const name = column.replace(/_sealed$/, '')
        return [
          camelCase(name),
          value instanceof Uint8Array ? unsealed(key, sealedAs(section, name, row), value) : value,
        ]
      }),
  )

/** Files are text in a JSON file too. */
const unsealed = (key: PersonKey, field: string, value: Uint8Array): string =>
  field === 'attachments.content' ? openBytes(key, field, value).toString('base64') : open(key, field, value)

/** The name that a value was sealed under; most often its own column. */
function sealedAs(section: CopySection, name: string, row: CopyRow): string {
  switch (section) {
    case 'case_details':
      return `case_details.${String(row['field'])}`
    case 'journal_enclosures':
      return name === 'value' ? `case_details.${String(row['field'])}` : `attachments.${name}`
    case 'appointments':
      return `appointment_cancellations.${name}`
    case 'session_requests':
      return name === 'refusal' ? 'session_answers.refusal' : `session_requests.${name}`
    case 'rights_requests':
      return name === 'note' ? 'rights_request_states.note' : `rights_requests.${name}`
    default:
      return `${section}.${name}`
  }
}

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
