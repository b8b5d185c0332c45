import { type AuthorityField, authorityFieldsIn } from '#features/disclosure/index.ts'
import { type CopyItem, type CopyRow, type CopySection, copyTexts, opened, readable } from '#features/rights/index.ts'
import { formats } from '#kernel/format.ts'
import type { Language, Texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Document, Part } from '#platform/document/document.ts'
import { type DisclosureLaw, dataWithinReach } from '#policy/disclosure-laws.ts'
import { documentTexts } from './document.texts.ts'
import type { FoundCase } from './found-case.ts'
import { heldQueries } from './held.sql.ts'

/** What an authority is given, for machines: who tells whom, by which law, and exactly the fields that were chosen. Instants are ISO 8601 in UTC. */
export type Given = {
  readonly format: 'klinikbro-authority/1'
  readonly madeAt: string
  readonly from: { readonly name: string; readonly cvr: string }
  readonly authority: string
  readonly law: { readonly id: string; readonly words: Texts<string> }
  readonly caseNumber: string
  readonly fields: readonly AuthorityField[]
  /** Whether the case was stored only (GDPR art. 18) when the law demanded it. */
  readonly restricted: boolean
  readonly data: Partial<Readonly<Record<CopySection, readonly CopyItem[]>>>
}

/** What telling an authority touches at the most: what a law can reach, and the line of the ledger. */
export const touchedByLaw = [...dataWithinReach, 'access-history'] as const

type Asked = Pick<Given, 'from' | 'authority' | 'fields' | 'restricted'> & {
  readonly law: DisclosureLaw
  readonly now: Temporal.Instant
}

/** Puts the document together from what the teller holds, and from nothing that was not chosen. */
export async function documentOf(reader: Reader, key: PersonKey, found: FoundCase, asked: Asked): Promise<Given> {
  const data: Partial<Record<CopySection, readonly CopyItem[]>> = {}
  for (const field of asked.fields) {
    for (const [name, query] of Object.entries(heldQueries[field])) {
      const section = name as CopySection
      const rows = await reader.rows<CopyRow>(query(found.id))
      data[section] = rows.map((row) => opened(key, section, row))
    }
  }
  const { law, now, ...said } = asked
  return {
    format: 'klinikbro-authority/1',
    madeAt: now.toString(),
    caseNumber: found.case_number,
    law: { id: law.id, words: law.law },
    ...said,
    data,
  }
}

/** The same to read. */
export function readableDocument(given: Given, language: Language): Document {
  const t = documentTexts[language]
  const facts = [
    { label: t.from, value: `${given.from.name}, CVR ${given.from.cvr}` },
    { label: t.to, value: given.authority },
    { label: t.law, value: given.law.words[language] },
    { label: t.caseNumber, value: given.caseNumber },
    { label: t.fields, value: authorityFieldsIn(language, given.fields) },
  ]
  return {
    title: t.title,
    lead: t.lead(formats(language).dateTime(Temporal.Instant.from(given.madeAt))),
    parts: [
      {
        id: 'what',
        heading: t.what,
        blocks: [
          { kind: 'facts', facts },
          ...(given.restricted ? [{ kind: 'warning', text: t.restricted } as const] : []),
          ...(given.fields.includes('attachments') ? [{ kind: 'text', text: t.files } as const] : []),
        ],
      },
      ...Object.entries(given.data).map(([name, items]) => partOf(name as CopySection, items, language)),
    ],
  }
}

const partOf = (section: CopySection, items: readonly CopyItem[], language: Language): Part => ({
  id: section,
  heading: copyTexts[language].sections[section],
  blocks:
    items.length === 0
      ? [{ kind: 'text', text: documentTexts[language].nothing }]
      : items.map((item) => ({ kind: 'facts', facts: readable(revived(item), language) })),
})

/** Times that were written as text are times again, so that they are read as everywhere else. */
const revived = (item: CopyItem): CopyItem =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, typeof value === 'string' ? timeIn(name, value) : value]),
  )

function timeIn(name: string, value: string): unknown {
  if (name.endsWith('At')) return Temporal.Instant.from(value)
  return /(On|From|Until)$/.test(name) ? Temporal.PlainDate.from(value) : value
}
