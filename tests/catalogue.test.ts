import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Catalogue, Column } from '#policy/catalogue.ts'
import { restsOnConsentAlone } from '#policy/consent-alone.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { cluster, type TestDatabase } from './harness/cluster.ts'
import { columnsOf } from './harness/columns.sql.ts'

/** `patients.name_sealed` and the file that declares it. */
type Declared = Pick<Column, 'subject' | 'category' | 'protection' | 'retention'> & {
  readonly column: string
  readonly by: string
}

async function declaredColumns(): Promise<Declared[]> {
  const files = globSync('src/**/*.data.ts').sort()
  assert.ok(files.length >= 4, 'the catalogues of the features were found')
  const found: Declared[] = []
  for (const by of files) {
    const exported = (await import(new URL(`../${by}`, import.meta.url).href)) as Record<string, Catalogue>
    for (const [name, tables] of Object.entries(exported)) {
      if (!name.endsWith('Catalogue')) continue
      for (const [table, columns] of Object.entries(tables)) {
        for (const [column, { subject, protection, category, retention }] of Object.entries(columns)) {
          found.push({ column: `${table}.${column}`, by, subject, protection, category, retention })
        }
      }
    }
  }
  return found
}

/** Numbers, days and words from a fixed list that cases are found, counted and matched by. What anybody wrote is never among them. */
const searchedBy: readonly string[] = [
  'cases.case_number',
  'cases.treatment_type',
  'case_details.treatment_type',
  'case_details.field',
  'journal_enclosures.field',
  'approvals.sessions',
  'approvals.valid_from',
  'approvals.valid_until',
  'session_requests.sessions',
  'course_closures.outcome',
]

describe('the data catalogue', () => {
  let database: TestDatabase
  let declared: Declared[]
  let existing: readonly { readonly name: string; readonly type: string }[]

  before(async () => {
    database = await (await cluster()).newDatabase()
    declared = await declaredColumns()
    existing = await columnsOf(database.ownerUrl)
  })
  after(() => database.drop())

  test('every column of the database is declared (R1.3, T20.2)', () => {
    const known = new Set(declared.map(({ column }) => column))
    assert.deepEqual(
      existing.filter(({ name }) => !known.has(name)).map(({ name }) => name),
      [],
    )
  })

  test('no column is declared by two features', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const { column, by } of declared) {
      if (seen.has(column)) twice.push(`${column} by ${seen.get(column)} and ${by}`)
      seen.set(column, by)
    }
    assert.deepEqual(twice, [])
  })

  test('what is declared exists', () => {
    const known = new Set(existing.map(({ name }) => name))
    assert.deepEqual(
      declared.filter(({ column }) => !known.has(column)).map(({ column, by }) => `${column} in ${by}`),
      [],
    )
  })

  test('whatever is stored about anybody stands in the record of processing, with whom it is about (R1.3, X1)', () => {
    const activities = [referralPolicy, marketingPolicy].flatMap((model) => model.activities)
    const isRecorded = ({ subject, category }: Declared) =>
      activities.some(({ subjects, data }) => subjects.includes(subject) && data.includes(category))
    const personal = declared.filter(
      ({ subject, category }) => subject !== 'nobody' && !['none', 'technical'].includes(category),
    )
    assert.ok(personal.length > 50)
    assert.deepEqual(
      personal
        .filter((one) => !isRecorded(one))
        .map(({ column, subject, category }) => `${column}: ${subject}, ${category}`),
      [],
    )
  })

  test('what rests on consent alone goes with the consent, and nothing else is said to (T20.1)', () => {
    const alone = new Set(restsOnConsentAlone(referralPolicy.activities))
    assert.deepEqual([...alone], ['health.referral'])
    const personal = declared.filter(({ category }) => category !== 'technical')
    assert.deepEqual(
      personal
        .filter(({ category, retention }) => alone.has(category) !== (retention === 'consent'))
        .map(({ column }) => column),
      ['case_import_files.content_sealed'],
      'a file of cases that waits to be mended goes in days, and at once when it has become cases',
    )
  })

  test('what is said of a patient’s health, CPR and contact never stands readable in the database (R1.3)', () => {
    const open = declared.filter(
      ({ column, category, protection }) =>
        protection === 'plain' &&
        (['cpr', 'contact'].includes(category) || (category.startsWith('health') && !searchedBy.includes(column))),
    )
    const named = declared.filter(({ column, protection }) => column.endsWith('_sealed') !== (protection === 'sealed'))
    const allowed = new Set(['person_keys.wrapped'])
    assert.deepEqual(
      [...open, ...named].map(({ column }) => column).filter((column) => !allowed.has(column)),
      [],
    )
  })
})
