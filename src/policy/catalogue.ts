import type { DataCategory, SubjectKind } from './categories.ts'

/** What one column holds, about whom, how it is protected, and when it goes. `consent`: with
 * the consent, and with the course at the latest. A column that is not declared fails the build. */
export type Column = {
  readonly subject: SubjectKind
  readonly category: DataCategory
  readonly protection: 'sealed' | 'blind-index' | 'hash' | 'plain'
  readonly retention:
    | 'course'
    | 'consent'
    | 'agreement'
    | 'account'
    | 'session'
    | 'ledger'
    | 'answered'
    | 'configuration'
}

export type Table = Readonly<Record<string, Column>>
export type Catalogue = Readonly<Record<string, Table>>

export const catalogue = <Tables extends Catalogue>(tables: Tables): Tables => tables

/** The same declaration for several columns: `columns('id case_id', { … })`. */
export const columns = (names: string, column: Column): Table =>
  Object.fromEntries(names.split(' ').map((name) => [name, column]))

/** Ids, times and settings that say nothing about anyone by themselves. */
export const structure = (names: string, retention: Column['retention']): Table =>
  columns(names, { subject: 'nobody', category: 'technical', protection: 'plain', retention })
