import { patientCprIndex, patientNameQuery, personKeysFor } from '#features/patients/index.ts'
import { readCpr } from '#kernel/cpr.ts'
import type { Id } from '#kernel/ids.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { queryForm } from '#platform/http/form.ts'
import { choice, id, text } from '#platform/http/form-fields.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { caseStates } from './case-state.ts'
import { type CaseFilter, type CaseRow, casesOf, treatmentTypes } from './list-cases.sql.ts'
import { type ListedCase, listCasesView } from './list-cases.view.tsx'

const pageSize = 25
const filters = queryForm({
  q: text({ max: 100 }),
  state: choice(caseStates),
  treatment: text({ max: 60 }),
  after: id<'case'>(),
})

/** The insurer's own cases: found by number, CPR or name, filtered by state and treatment, 25 a page. */
export const listCases = action({
  at: routes.case.list,
  asks: 'case.list',
  touches: ['contact', 'cpr', 'booking', 'health.approval'],
  async run({ tx, permit, page, query, language, now, services: { keyring }, record }) {
    const asked = filters.read(query, language)
    const given = asked.ok ? asked.value : { q: null, state: null, treatment: null, after: null }
    const insurerId = organisationOf(permit)
    const filter = { ...given, insurerId, at: now, limit: pageSize + 1 }
    const rows = await casesOf(tx, { ...filter, search: given.q ? searchFor(keyring, insurerId, given.q) : null })
    const shown = rows.slice(0, pageSize)
    const keys = await personKeysFor(
      tx,
      keyring,
      shown.map((row) => row.person_id),
    )
    record({ viewed: shown.map((row) => ({ personId: row.person_id, caseId: row.id })) })
    const cases = shown.map((row): ListedCase => ({ ...row, name: nameIn(keys.get(row.person_id), row) }))
    const form = { values: filters.typed(query), errors: [] }
    return show(
      listCasesView(page, {
        cases,
        given,
        form,
        mayCreate: permit.actor.kind === 'staff' && permit.actor.roles.includes('case-handler'),
        treatments: await treatmentTypes(tx),
        older: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
      }),
    )
  },
})

function searchFor(keyring: Keyring, insurerId: Id<'organisation'>, typed: string): CaseFilter['search'] {
  const cpr = readCpr(typed)
  return {
    caseNumber: typed,
    cprIndex: cpr.ok ? patientCprIndex(keyring, insurerId, cpr.value) : null,
    nameIndexes: patientNameQuery(keyring, insurerId, typed),
  }
}

/** Null when the person has been erased. */
const nameIn = (key: Parameters<typeof open>[0] | undefined, row: CaseRow) =>
  key ? open(key, 'patients.name', row.name_sealed) : null
