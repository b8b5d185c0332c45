import { patientNameQuery, personKeysFor } from '#features/patients/index.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { pageNumber } from '#platform/http/page-number.ts'
import { routes } from '#src/routes.ts'
import {
  type CaseSearch,
  type ClinicCaseRow,
  clinicCases,
  countByState,
  courseStates,
  insurersOfClinic,
} from './clinic-case.sql.ts'
import { clinicCasesView } from './list-clinic-cases.view.tsx'

const pageSize = 25

/** The clinic's cases: new ones, those in progress, and those that are closed; or those that match a name or a number. */
export const listClinicCases = action({
  at: routes.clinic.cases,
  asks: 'clinic-case.list',
  touches: ['contact', 'booking', 'health.approval', 'access-history'],
  async run({ tx, page, query, services, record }) {
    const state = courseStates.find((one) => one === query.get('state')) ?? 'new'
    const words = (query.get('q') ?? '').trim().slice(0, 100)
    const number = pageNumber(query)
    const search = words === '' ? ({ kind: 'state', state } as const) : await searchFor(tx, services.keyring, words)
    const rows = await clinicCases(tx, search, { size: pageSize, skip: (number - 1) * pageSize })
    record({ viewed: rows.map((row) => ({ personId: row.person_id, caseId: row.id })) })
    const keys = await personKeysFor(
      tx,
      services.keyring,
      rows.map((row) => row.person_id),
    )
    const counts = new Map((await countByState(tx)).map((row) => [row.state, row.cases]))
    const matches = rows[0]?.matches ?? 0
    const listed = rows.map((row) => ({ row, name: nameOf(keys.get(row.person_id), row) }))
    const pages = { current: number, total: Math.ceil(matches / pageSize) }
    return show(clinicCasesView({ page, state, words, counts, listed, matches, pages }))
  },
})

const nameOf = (key: PersonKey | undefined, row: ClinicCaseRow): string | null =>
  key ? open(key, 'patients.name', row.name_sealed) : null

/** Names are sealed; each insurer's own blind index finds them without opening any that does not match. */
async function searchFor(reader: Reader, keyring: Keyring, words: string): Promise<CaseSearch> {
  const insurers = await insurersOfClinic(reader)
  const names = insurers.map(({ id }) => ({ insurerId: id, words: patientNameQuery(keyring, id, words) }))
  return { kind: 'words', caseNumber: words, names: names.filter((name) => name.words.length > 0) }
}
